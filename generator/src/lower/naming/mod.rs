//! What names can be made of: components have one, everything else is named after where it stands.
//!
//! Names are found last, from places alone, so that they don't depend on the order in which types were met.

mod position;
mod roots;
mod standing;
mod steps;

use indexmap::{IndexMap, IndexSet};

use roots::schemas;

use super::context::{Lowering, component_schema};
use super::place::Place;
use super::recursion::cut_alias_cycles;
use crate::document::Pointer;
use crate::ir::TypeId;
use crate::ir::draft::{NameSource, TypeDraft, TypeShape};

/// How long a title may be to serve as a name.
const TITLE: usize = 40;

impl Lowering<'_> {
    /// Everything that was lowered, with its names.
    pub(crate) fn into_types(mut self) -> Vec<TypeDraft> {
        let places: Vec<Place> = self.types.places().cloned().collect();
        let mut naming = Naming::of(&mut self);
        let names = places.iter().map(|place| naming.name(place)).collect();
        let identifiers = std::mem::take(&mut self.identifiers);
        let mut drafts = self.types.into_drafts(names);
        for (id, identifier) in identifiers {
            let draft = drafts.get_mut(id.0 as usize);
            if let Some(TypeShape::Struct(object)) = draft.map(|draft| &mut draft.shape) {
                object.identifier = Some(identifier);
            }
        }
        cut_alias_cycles(&mut drafts, self.diagnostics);
        drafts
    }
}

/// Finding out where everything stands that was lowered.
struct Naming<'l, 'a> {
    lowering: &'l mut Lowering<'a>,
    /// The types that others can be named after, by where they stand.
    owners: IndexMap<Pointer, TypeId>,
    /// The schemas that components include by their `allOf`.
    included: IndexMap<Pointer, IndexSet<Pointer>>,
}

impl<'l, 'a> Naming<'l, 'a> {
    fn of(lowering: &'l mut Lowering<'a>) -> Self {
        // Of several that stand at the same place, the one that is merged of least.
        let mut places: Vec<&Place> = lowering.types.places().collect();
        places.sort_by_cached_key(|place| (place.single().is_none(), schemas(place).len()));
        let mut owners = IndexMap::new();
        for place in places {
            if let Some(id) = lowering.types.get(place) {
                owners.entry(place.pointer()).or_insert(id);
            }
        }
        Self {
            lowering,
            owners,
            included: IndexMap::new(),
        }
    }

    fn name(&mut self, place: &Place) -> NameSource {
        let composition = self.lowering.compose(place);
        if let Some(key) = place.single().and_then(component_schema) {
            return NameSource::Component(composition.rust_name().unwrap_or(key));
        }
        let (owner, path) = self.standing(place);
        NameSource::Inline {
            owner,
            path,
            title: composition.title().filter(|title| reads_as_name(title)),
        }
    }
}

/// Whether a title is a name rather than a sentence.
fn reads_as_name(title: &str) -> bool {
    title.len() <= TITLE
        && title.starts_with(char::is_alphabetic)
        && title
            .chars()
            .all(|letter| letter.is_alphanumeric() || " _-".contains(letter))
}
