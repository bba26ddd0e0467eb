//! Properties of a page.

use std::rc::Rc;

use crate::document::Pointer;
use crate::ir::paging::Path;
use crate::lower::context::Lowering;
use crate::lower::place::Place;
use crate::lower::schema::Sort;

/// Where a path leads.
pub(super) enum Found {
    /// To this place.
    Place(Place),
    /// Into JSON of which the document says nothing.
    Anywhere,
    /// Nowhere: this name is none of these.
    Nowhere(String, Vec<String>),
}

impl Lowering<'_> {
    /// Where a path leads from a place.
    pub(super) fn property(&mut self, place: &Place, path: &[String]) -> Found {
        let mut place = place.clone();
        for name in path {
            let (settled, sort) = self.settled(&place);
            match &*sort {
                Sort::Struct => {}
                Sort::Json | Sort::Map(_) | Sort::Union(_) => return Found::Anywhere,
                _ => return Found::Nowhere(name.clone(), Vec::new()),
            }
            let composition = self.compose(&settled);
            place = match composition.properties.get(name) {
                Some(property) => property.clone(),
                None => {
                    let names = composition.properties.keys().cloned().collect();
                    return Found::Nowhere(name.clone(), names);
                }
            };
        }
        Found::Place(place)
    }

    /// What a place is, if it has properties: each with what it is.
    pub(super) fn properties(&mut self, place: &Place) -> Vec<(String, Place, Rc<Sort>)> {
        let (settled, sort) = self.settled(place);
        if !matches!(&*sort, Sort::Struct) {
            return Vec::new();
        }
        let composition = self.compose(&settled);
        let properties = composition.properties.iter();
        properties
            .map(|(name, property)| {
                let (place, sort) = self.settled(property);
                (name.clone(), place, sort)
            })
            .collect()
    }

    /// The items of an array.
    pub(super) fn items_of(&mut self, list: &Place) -> Option<Option<Place>> {
        match &*self.settled(list).1 {
            Sort::Array(items) => Some(items.clone()),
            _ => None,
        }
    }
}

/// Reads a path: names with dots between them, or a JSON Pointer.
pub(super) fn path(text: &str) -> Path {
    match Pointer::from_fragment(text) {
        Some(pointer) => pointer.tokens().collect(),
        None => text.split('.').map(str::to_owned).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn paths_have_two_forms() {
        assert_eq!(path("a.b"), ["a", "b"]);
        assert_eq!(path("/a.b/c~1d"), ["a.b", "c/d"]);
        assert_eq!(path("a"), ["a"]);
        assert_eq!(path(""), [""; 0]);
    }
}
