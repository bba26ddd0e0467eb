//! Structs: names of fields, and how each tells absence, null and a value apart.

use super::report_contest;
use super::types::Types;
use super::usage::Use;
use crate::diagnostic::Diagnostics;
use crate::ir::api::{Field, Presence, Struct};
use crate::ir::{Type, draft};
use crate::names::{Identifier, Scope, Wish, Words};

/// What the field that keeps undocumented properties is called. Fields can't have this name otherwise.
const ADDITIONAL: &str = "additional_properties";

/// Freezes a struct.
pub(super) fn resolve(
    types: &Types,
    usage: Use,
    draft: &draft::Struct,
    diagnostics: &mut Diagnostics,
) -> Struct {
    let names = field_names(&draft.fields, diagnostics);
    let fields = draft.fields.iter().zip(names).map(|(field, name)| Field {
        name,
        presence: presence(types, usage, field),
        boxed: false,
        draft: draft::Field {
            value: types.written(&field.value),
            ..field.clone()
        },
    });
    Struct {
        fields: fields.collect(),
        additional: additional(types, draft),
        identifier: identifier(types, draft),
    }
}

fn field_names(fields: &[draft::Field], diagnostics: &mut Diagnostics) -> Vec<Identifier> {
    let wishes: Vec<Wish> = fields
        .iter()
        .map(|field| {
            let wish = Wish::new(&field.wire);
            match &field.rust_name {
                Some(name) => wish.rather(Words::of(name)),
                None => wish,
            }
        })
        .collect();
    let minted = Scope::fields().mint(&wishes);
    for (field, minted) in fields.iter().zip(&minted) {
        report_contest(minted, &field.wire, &field.origin.0, diagnostics);
    }
    minted.into_iter().map(|minted| minted.name).collect()
}

fn additional(types: &Types, draft: &draft::Struct) -> Option<(Identifier, Type)> {
    let value = draft.additional.as_ref()?;
    Some((
        Scope::fields().mint_own(ADDITIONAL),
        types.written_with_null(value),
    ))
}

/// Properties that one side never gives are never there when that side makes the object: `readOnly` ones in requests,
/// `writeOnly` ones in answers (OpenAPI 3.0.3 §4.8.24.2).
fn presence(types: &Types, usage: Use, field: &draft::Field) -> Presence {
    let nullable = field.nullable || types.is_nullable(&field.value);
    let asked = !field.read_only;
    let withheld = (field.read_only && usage.sent) || (field.write_only && usage.received);
    match (field.required && !withheld, nullable) {
        (true, false) if is_constant(types, &field.value) => Presence::Constant,
        (true, false) => Presence::Required,
        (true, true) => Presence::RequiredNullable,
        (false, true) if usage.sent && asked => Presence::Patch,
        (false, _) => Presence::Optional,
    }
}

fn is_constant(types: &Types, value: &Type) -> bool {
    types
        .as_enum(value)
        .is_some_and(|shape| shape.values.len() == 1)
}

/// The field that identifies the object: it has to be a text that is always there.
fn identifier(types: &Types, draft: &draft::Struct) -> Option<usize> {
    let wire = draft.identifier.as_ref()?;
    draft.fields.iter().position(|field| {
        let always = field.required && !field.nullable && !types.is_nullable(&field.value);
        field.wire == *wire && always && *types.target(&field.value) == Type::String
    })
}
