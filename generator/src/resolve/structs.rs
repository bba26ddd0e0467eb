//! Structs: names of fields, and how each tells absence, null and a value apart.

use super::naming::{NamedScope, Thing};
use super::types::Types;
use super::usage::Use;
use crate::ir::api::{Field, Presence, Struct};
use crate::ir::{Origin, Type, draft};
use crate::names::{Identifier, Scope, Wish, Words};
use crate::recorded::{Kind, Ledger, Subject};

/// What the field that keeps undocumented properties is called. Fields can't have this name otherwise.
const ADDITIONAL: &str = "additional_properties";

/// Freezes a struct.
pub(super) fn resolve(
    types: &Types,
    usage: Use,
    draft: &draft::Struct,
    origin: &Origin,
    ledger: &mut Ledger,
) -> Struct {
    let names = field_names(&draft.fields, origin, ledger);
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

fn field_names(fields: &[draft::Field], origin: &Origin, ledger: &mut Ledger) -> Vec<Identifier> {
    let things = fields.iter().map(|field| {
        let wish = Wish::new(&field.wire);
        let wish = match &field.rust_name {
            Some(name) => wish.rather(Words::of(name)),
            None => wish,
        };
        let subject = Subject::within(&origin.0, Kind::Field, &field.wire);
        Thing::new(subject, &field.origin.0, &field.wire, wish)
    });
    NamedScope::new(Scope::fields()).mint(things.collect(), ledger)
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
