//! What a type is lowered from.

use crate::document::Pointer;

/// One schema, or several that a value must satisfy at once: the members of an `allOf`, the definitions of a property
/// that two members describe, a variant together with what stands beside its `oneOf`.
///
/// Never empty. Two types with the same place are the same type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Place {
    parts: Vec<Part>,
}

/// A schema's share in a [`Place`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Part {
    /// All that a schema says.
    Whole(Pointer),
    /// A schema's own keywords only: not its `allOf`, `oneOf`, `anyOf`.
    Own(Pointer),
    /// Any of some places: what a property is in variants that are merged.
    Any(Vec<Place>),
    /// Variants that differ in the values of enums only, merged; and the schema that lists them.
    Merged(Pointer, Vec<Place>),
}

impl Part {
    /// Where it is said to stand.
    pub(crate) fn pointer(&self) -> Pointer {
        match self {
            Self::Whole(pointer) | Self::Own(pointer) | Self::Merged(pointer, _) => pointer.clone(),
            Self::Any(places) => places.first().map(Place::pointer).unwrap_or_default(),
        }
    }
}

impl Place {
    /// A single schema.
    pub(crate) fn of(pointer: Pointer) -> Self {
        Self {
            parts: vec![Part::Whole(pointer)],
        }
    }

    /// This place and further demands on the same value.
    #[must_use]
    pub(crate) fn and(mut self, other: Self) -> Self {
        for part in other.parts {
            if !self.parts.contains(&part) {
                self.parts.push(part);
            }
        }
        self
    }

    /// A place that refines what some schemas say of themselves.
    pub(crate) fn refined(bases: &[Pointer], place: Self) -> Self {
        let bases = bases.iter().cloned().map(Part::Own);
        Self {
            parts: bases.chain(place.parts).collect(),
        }
    }

    /// A place of one part.
    pub(crate) fn from_part(part: Part) -> Self {
        Self { parts: vec![part] }
    }

    /// What some schemas say of themselves, all at once.
    pub(crate) fn own(bases: &[Pointer], last: Pointer) -> Self {
        let parts = bases.iter().cloned().chain([last]).map(Part::Own);
        Self {
            parts: parts.collect(),
        }
    }

    /// The schemas, those that others refine first.
    pub(crate) fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// The one schema that makes up the place, if it is one.
    pub(crate) fn single(&self) -> Option<&Pointer> {
        match self.parts.as_slice() {
            [Part::Whole(pointer)] => Some(pointer),
            _ => None,
        }
    }

    /// Where the place is said to be: the schema that has the last word.
    pub(crate) fn pointer(&self) -> Pointer {
        self.parts.last().map(Part::pointer).unwrap_or_default()
    }
}
