//! Files: binary properties of types that are sent as multipart forms and in no other way.

use std::collections::BTreeSet;

use super::types::{Types, index};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::api::{TypeItem, TypeKind};
use crate::ir::draft::{Field, TypeShape};
use crate::ir::{Events, Payload, Type, TypeId};

/// Turns the binary properties of forms into files.
///
/// A file has no form in JSON, so a type that is used elsewhere as well keeps its texts, which is reported.
pub(super) fn mark(types: &Types, items: &mut [TypeItem], diagnostics: &mut Diagnostics) {
    let elsewhere = used_elsewhere(types);
    for id in forms(types) {
        let Some(item) = items.get_mut(index(id)) else {
            continue;
        };
        let TypeKind::Struct(shape) = &mut item.kind else {
            continue;
        };
        for field in &mut shape.fields {
            match file(types, &field.draft.value) {
                Some(file) if !elsewhere.contains(&id) => field.draft.value = file,
                None if !holds_binary(types, &field.draft.value) => {}
                _ => report(&field.draft, diagnostics),
            }
        }
    }
}

/// The types of multipart bodies, each once.
fn forms(types: &Types) -> BTreeSet<TypeId> {
    let bodies = types.draft().operations.iter();
    let bodies = bodies.filter_map(|operation| match &operation.body.as_ref()?.payload {
        Payload::Multipart(form) => Some(types.named(&form.value)?.0),
        _ => None,
    });
    bodies.collect()
}

/// The types that something else than a multipart body refers to.
fn used_elsewhere(types: &Types) -> BTreeSet<TypeId> {
    let mut used: Vec<&Type> = Vec::new();
    for (_, draft) in types.iter() {
        match &draft.shape {
            TypeShape::Alias(target) => used.push(target),
            TypeShape::Struct(shape) => {
                used.extend(shape.fields.iter().map(|field| &field.value));
                used.extend(&shape.additional);
            }
            TypeShape::Union(shape) => {
                used.extend(shape.variants.iter().map(|variant| &variant.payload));
            }
            TypeShape::Enum(_) => {}
        }
    }
    for operation in &types.draft().operations {
        let responses = operation.responses.iter().map(|response| &response.payload);
        let body = operation.body.iter().map(|body| &body.payload);
        used.extend(
            operation
                .parameters
                .iter()
                .map(|parameter| &parameter.value),
        );
        let events = operation.responses.iter();
        let events = events.filter_map(|response| response.events.as_ref());
        used.extend(events.filter_map(Events::value));
        let headers = operation.responses.iter();
        let headers = headers.flat_map(|response| &response.headers);
        used.extend(headers.map(|header| &header.value));
        used.extend(responses.chain(body).filter_map(|payload| match payload {
            Payload::Json(value) | Payload::Form(value) => Some(value),
            _ => None,
        }));
    }
    used.into_iter().filter_map(Type::name).collect()
}

/// The type of files that a binary type becomes: one, a list, or a list for "one or several".
fn file(types: &Types, value: &Type) -> Option<Type> {
    match types.target(value) {
        Type::Binary => Some(Type::File),
        Type::Array(item) if is_file(types, item) => Some(Type::Array(Box::new(Type::File))),
        other => {
            let (_, union) = types.as_union(other)?;
            let mut payloads = union.variants.iter().map(|variant| &variant.payload);
            let are_files = payloads.all(|payload| match types.target(payload) {
                Type::Array(item) => is_file(types, item),
                _ => is_file(types, payload),
            });
            are_files.then(|| Type::Array(Box::new(Type::File)))
        }
    }
}

fn is_file(types: &Types, value: &Type) -> bool {
    !types.is_nullable(value) && *types.target(value) == Type::Binary
}

/// Whether bytes are in a type itself, in its items or in its variants.
fn holds_binary(types: &Types, value: &Type) -> bool {
    match types.target(value) {
        Type::Binary => true,
        Type::Array(inner) | Type::Map(inner) => *types.target(inner) == Type::Binary,
        other => types.as_union(other).is_some_and(|(_, union)| {
            let mut variants = union.variants.iter();
            variants.any(|variant| *types.target(&variant.payload) == Type::Binary)
        }),
    }
}

fn report(field: &Field, diagnostics: &mut Diagnostics) {
    let message = format!("`{}` is sent as text, not as a file", field.wire);
    let diagnostic = Diagnostic::new(Code::FileAsText, field.origin.0.clone(), message).help(
        "give the multipart body a schema of its own, in which the property is a binary string",
    );
    diagnostics.push(diagnostic);
}
