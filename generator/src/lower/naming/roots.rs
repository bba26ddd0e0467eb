//! What a place is merged from.

use indexmap::IndexSet;

use crate::document::Pointer;
use crate::lower::place::{Part, Place};

/// The component, operation or path that a pointer leads into.
pub(super) fn root(pointer: &Pointer) -> Pointer {
    let tokens = pointer.tokens().take(3);
    tokens.fold(Pointer::root(), |root, token| root.child(token))
}

/// The schemas that a place is made of, those that others refine first.
pub(super) fn schemas(place: &Place) -> Vec<Pointer> {
    let mut schemas = Vec::new();
    for part in place.parts() {
        match part {
            Part::Whole(pointer) | Part::Own(pointer) => schemas.push(pointer.clone()),
            Part::Any(places) => schemas.extend(places.iter().flat_map(self::schemas)),
            Part::Merged(pointer, places) => {
                schemas.extend(places.iter().flat_map(self::schemas));
                schemas.push(pointer.clone());
            }
        }
    }
    schemas
}

/// The components, operations and paths that take part in a place.
pub(super) fn roots(place: &Place) -> IndexSet<Pointer> {
    schemas(place).iter().map(root).collect()
}
