//! Enums: names of values.

use super::naming::{NamedScope, Thing};
use crate::ir::api::{EnumVariant, TypeKind};
use crate::ir::draft::{Enum, EnumValue};
use crate::ir::{Origin, Scalar};
use crate::names::{Scope, Wish, Words};
use crate::recorded::{Kind, Ledger, Subject};

/// Freezes an enum.
pub(super) fn resolve(draft: &Enum, origin: &Origin, ledger: &mut Ledger) -> TypeKind {
    let things = draft.values.iter().map(|value| {
        let subject = Subject::within(&origin.0, Kind::Value, told_apart(&value.value));
        Thing::new(subject, &origin.0, &text(&value.value), wish(value))
    });
    let names = NamedScope::new(Scope::variants()).mint(things.collect(), ledger);
    let variants = draft
        .values
        .iter()
        .zip(names)
        .map(|(value, name)| EnumVariant {
            name,
            value: value.value.clone(),
            description: value.description.clone(),
        });
    let variants = variants.collect();
    let only_text = draft
        .values
        .iter()
        .all(|value| matches!(value.value, Scalar::Text(_)));
    if only_text {
        TypeKind::TextEnum(variants)
    } else {
        TypeKind::ScalarEnum(variants)
    }
}

/// Named by the document's name for it, else by its text, else by its text with its JSON type in front (`1` and `"1"`).
fn wish(value: &EnumValue) -> Wish {
    let text = text(&value.value);
    match &value.value {
        Scalar::Text(_) => named(value, Wish::new(&text)),
        other => named(
            value,
            Wish::of(&text, [Words::of(&text), Words::of(&told_apart(other))]),
        ),
    }
}

/// The text of a value, unless it is one, with its JSON type in front.
fn told_apart(value: &Scalar) -> String {
    let kind = match value {
        Scalar::Text(text) => return text.clone(),
        Scalar::Integer(_) => "integer",
        Scalar::Number(_) => "number",
        Scalar::Boolean(_) => "boolean",
    };
    format!("{kind} {}", text(value))
}

fn named(value: &EnumValue, wish: Wish) -> Wish {
    match &value.name {
        Some(name) => wish.rather(Words::of(name)),
        None => wish,
    }
}

fn text(value: &Scalar) -> String {
    match value {
        Scalar::Text(text) => text.clone(),
        Scalar::Integer(number) => number.to_string(),
        Scalar::Number(number) => number.to_string(),
        Scalar::Boolean(boolean) => boolean.to_string(),
    }
}
