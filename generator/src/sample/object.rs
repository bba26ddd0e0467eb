//! Objects: every property that a caller may send, and something in maps.

use indexmap::IndexMap;
use serde_json::{Map, Value};

use super::Sampler;
use super::facets::Facets;
use super::value::Above;
use crate::document::{AdditionalProperties, Pointer};

impl Sampler<'_> {
    pub(super) fn object(
        &self,
        facets: &Facets,
        example: Option<&Value>,
        above: &Above<'_>,
    ) -> Option<Value> {
        let above = above.parts_of(facets);
        let mut places: IndexMap<String, Vec<Pointer>> = IndexMap::new();
        for (name, place) in facets.properties() {
            places.entry(name).or_default().push(place);
        }
        let mut members = Map::new();
        for (name, places) in &places {
            if self.are_read_only(places) {
                continue;
            }
            let shown = example.and_then(|example| example.get(name));
            let is_required = facets.required().any(|required| required == name);
            match self.part(places, shown, is_required, &above) {
                Some(value) => _ = members.insert(name.clone(), value),
                None if is_required => return None,
                None => {}
            }
        }
        for (property, text) in &facets.tags {
            members.insert(property.clone(), Value::from(text.as_str()));
        }
        if members.is_empty() {
            self.fill(facets, example, &above, &mut members);
        }
        for name in facets.required() {
            if !places.contains_key(name) && !members.contains_key(name) {
                members.insert(name.to_owned(), Value::from("text"));
            }
        }
        Some(Value::Object(members))
    }

    /// A property's value; `None` if there is none, or if it is optional and left out.
    fn part(
        &self,
        places: &[Pointer],
        shown: Option<&Value>,
        is_required: bool,
        above: &Above<'_>,
    ) -> Option<Value> {
        let shown = shown.filter(|value| !value.is_null());
        if !is_required && above.leaves_out(&self.facets(places, shown)) {
            return None;
        }
        self.value(places, shown, above)
    }

    /// Members that the document doesn't name.
    fn fill(
        &self,
        facets: &Facets,
        example: Option<&Value>,
        above: &Above<'_>,
        members: &mut Map<String, Value>,
    ) {
        let additional = facets.first(|schema| match schema.additional_properties() {
            AdditionalProperties::Schema(place) => Some(place),
            _ => None,
        });
        let shown = example.and_then(Value::as_object);
        let Some(place) = additional else {
            let names_nothing = facets.properties().next().is_none();
            members.extend(
                shown
                    .filter(|_| names_nothing)
                    .into_iter()
                    .flatten()
                    .map(|(name, value)| (name.clone(), value.clone())),
            );
            return;
        };
        let places = [place];
        for (name, value) in shown.into_iter().flatten() {
            if let Some(value) = self.part(&places, Some(value), false, above) {
                members.insert(name.clone(), value);
            }
        }
        if members.is_empty()
            && let Some(value) = self.part(&places, None, false, above)
        {
            members.insert("key".to_owned(), value);
        }
    }

    /// Whether only servers send a property.
    fn are_read_only(&self, places: &[Pointer]) -> bool {
        let facets = self.facets(places, None);
        facets.schemas.iter().any(|schema| schema.data.read_only)
    }
}

impl Facets {
    /// Properties with their places, those that several schemas name several times.
    pub(super) fn properties(&self) -> impl Iterator<Item = (String, Pointer)> + '_ {
        let schemas = self.schemas.iter();
        schemas.flat_map(|schema| {
            schema
                .properties()
                .map(|(name, place)| (name.to_owned(), place))
        })
    }
}
