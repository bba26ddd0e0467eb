//! Which features of the runtime the types of an API need.

use std::collections::BTreeSet;

use crate::ir::api::{Api, Operation, Success, TypeKind};
use crate::ir::{Format, Multipart, Payload, Type};

/// The features, by name.
pub(super) fn features(api: &Api) -> BTreeSet<&'static str> {
    let mut features = BTreeSet::new();
    for item in &api.types {
        match &item.kind {
            TypeKind::Alias(target) => collect(target, &mut features),
            TypeKind::Struct(structure) => {
                let fields = structure.fields.iter().map(|field| &field.draft.value);
                let values = structure.additional.iter().map(|(_, value)| value);
                fields
                    .chain(values)
                    .for_each(|ty| collect(ty, &mut features));
            }
            TypeKind::Union(union) => {
                union
                    .variants
                    .iter()
                    .for_each(|variant| collect(&variant.payload, &mut features));
            }
            TypeKind::TextEnum(_) | TypeKind::ScalarEnum(_) | TypeKind::Absent => {}
        }
    }
    for operation in api
        .resources
        .iter()
        .flat_map(|resource| &resource.operations)
    {
        operation
            .parameters
            .iter()
            .for_each(|parameter| collect(&parameter.value, &mut features));
        payloads(operation).for_each(|payload| {
            if let Payload::Json(ty)
            | Payload::Form(ty)
            | Payload::Multipart(Multipart { value: ty, .. }) = payload
            {
                collect(ty, &mut features);
            }
        });
    }
    features
}

fn payloads(operation: &Operation) -> impl Iterator<Item = &Payload> {
    let successes: Vec<_> = match &operation.success {
        Success::One { payload, .. } => vec![payload],
        Success::Several { cases, .. } => cases.iter().map(|case| &case.payload).collect(),
    };
    let body = operation.body.iter().map(|body| &body.payload);
    let errors = operation.errors.iter().map(|error| &error.payload);
    body.chain(errors).chain(successes)
}

fn collect(ty: &Type, features: &mut BTreeSet<&'static str>) {
    match ty {
        Type::Formatted(Format::DateTime | Format::Date) => drop(features.insert("jiff")),
        Type::Formatted(Format::Uuid) => drop(features.insert("uuid")),
        Type::Formatted(Format::Decimal) => drop(features.insert("decimal")),
        Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) | Type::Expandable(inner) => {
            collect(inner, features);
        }
        _ => {}
    }
}
