//! A value for one or several schemas.

use serde_json::Value;

use super::Sampler;
use super::facets::Facets;
use crate::document::Pointer;

/// How deep a value nests before it is given up: a schema that requires itself has no value.
const DEEPEST: usize = 16;
/// Where optional parts end.
const OPTIONAL_DEPTH: usize = 5;

/// The schemas that a value stands in, outermost last.
pub(super) struct Above<'a> {
    schemas: Vec<Pointer>,
    next: Option<&'a Above<'a>>,
    depth: usize,
}

impl<'a> Above<'a> {
    /// Above the outermost value.
    pub(super) fn nothing() -> Self {
        Self {
            schemas: Vec::new(),
            next: None,
            depth: 0,
        }
    }

    /// Above the parts of a value.
    pub(super) fn parts_of(&'a self, facets: &Facets) -> Self {
        Self {
            schemas: facets
                .schemas
                .iter()
                .map(|schema| schema.pointer.clone())
                .collect(),
            next: Some(self),
            depth: self.depth + 1,
        }
    }

    /// Whether a part that may be left out is: it is inside of itself, or deep enough.
    pub(super) fn leaves_out(&self, part: &Facets) -> bool {
        self.depth > OPTIONAL_DEPTH
            || part
                .schemas
                .iter()
                .any(|schema| self.contains(&schema.pointer))
    }

    fn contains(&self, place: &Pointer) -> bool {
        self.schemas.contains(place) || self.next.is_some_and(|next| next.contains(place))
    }
}

impl Sampler<'_> {
    /// A value that fits all schemas at these places, like the hint if that fits. `None` if there can't be one.
    pub(super) fn value(
        &self,
        places: &[Pointer],
        hint: Option<&Value>,
        above: &Above<'_>,
    ) -> Option<Value> {
        if above.depth > DEEPEST {
            return None;
        }
        let facets = self.facets(places, hint);
        let shown: Vec<_> = hint.cloned().into_iter().chain(facets.shown()).collect();
        let example = shown.iter().find(|value| facets.admits(value));
        match facets.kind() {
            Some("object") => self.object(&facets, example, above),
            Some("array") => self.array(&facets, example, above),
            kind => example
                .cloned()
                .or_else(|| facets.enumeration()?.first().copied().cloned())
                .or_else(|| facets.made(kind)),
        }
    }
}

impl Facets {
    fn made(&self, kind: Option<&str>) -> Option<Value> {
        match kind {
            Some("string") => self.text().map(Value::from),
            Some("integer") => self.integer().map(Value::from),
            Some("number") => Some(Value::from(self.number())),
            Some("boolean") => Some(Value::from(true)),
            Some("null") => Some(Value::Null),
            _ => Some(Value::from("text")),
        }
    }
}
