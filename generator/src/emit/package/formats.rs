//! Which features of the runtime the types of an API need.

use std::collections::BTreeSet;

use crate::ir::api::{Api, Operation, TypeItem};
use crate::ir::{Format, Type};

/// The features, by name.
pub(super) fn features(api: &Api) -> BTreeSet<&'static str> {
    let incoming = api.incoming().filter_map(|request| request.payload.value());
    let values = api.operations().flat_map(Operation::values).chain(incoming);
    let values = values.chain(api.types.iter().flat_map(TypeItem::values));
    values.filter_map(feature).collect()
}

/// The feature that a value needs.
fn feature(mut ty: &Type) -> Option<&'static str> {
    loop {
        ty = match ty {
            Type::Array(inner)
            | Type::Map(inner)
            | Type::Nullable(inner)
            | Type::Expandable(inner) => inner,
            Type::Formatted(Format::DateTime | Format::Date) => return Some("jiff"),
            Type::Formatted(Format::Uuid) => return Some("uuid"),
            Type::Formatted(Format::Decimal) => return Some("decimal"),
            _ => return None,
        };
    }
}
