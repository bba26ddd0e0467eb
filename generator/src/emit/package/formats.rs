//! Which features of the runtime the types of an API need.

use std::collections::BTreeSet;

use crate::ir::api::{Api, Operation, Resource, TypeItem};
use crate::ir::{Format, Type};

/// The features, by name.
pub(in crate::emit) fn features(api: &Api) -> BTreeSet<&'static str> {
    let operations = api.operations().flat_map(Operation::values);
    let types = api.types.iter().flat_map(TypeItem::values);
    let values = operations.chain(types).chain(incoming(api));
    values.filter_map(feature).collect()
}

/// Those that are needed even if no tag is there.
pub(super) fn always(api: &Api) -> BTreeSet<&'static str> {
    if !api.has_features {
        return features(api);
    }
    let types = api.types.iter().filter(|item| item.features.is_empty());
    let values = types.flat_map(TypeItem::values).chain(incoming(api));
    values.filter_map(feature).collect()
}

/// Those that are needed where a tag is there.
pub(super) fn of_tag(api: &Api, tag: &Resource) -> BTreeSet<&'static str> {
    let belongs = |item: &&TypeItem| item.features.contains(&tag.feature);
    let types = api.types.iter().filter(belongs);
    let operations = tag.operations.iter().flat_map(Operation::values);
    let values = operations.chain(types.flat_map(TypeItem::values));
    let mut features = always(api);
    features.extend(values.filter_map(feature));
    features
}

/// What webhooks and callbacks carry.
fn incoming(api: &Api) -> impl Iterator<Item = &Type> {
    let requests = api.incoming();
    requests.filter_map(|request| request.payload.value())
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
