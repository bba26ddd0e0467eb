//! Enums: names of values.

use super::report_contest;
use crate::diagnostic::Diagnostics;
use crate::ir::api::{EnumVariant, TypeKind};
use crate::ir::draft::{Enum, EnumValue};
use crate::ir::{Origin, Scalar};
use crate::names::{Scope, Wish, Words};

/// Freezes an enum.
pub(super) fn resolve(draft: &Enum, origin: &Origin, diagnostics: &mut Diagnostics) -> TypeKind {
    let wishes: Vec<Wish> = draft.values.iter().map(wish).collect();
    let names = Scope::variants().mint(&wishes);
    let mut variants = Vec::new();
    for (value, name) in draft.values.iter().zip(names) {
        report_contest(&name, &text(&value.value), &origin.0, diagnostics);
        variants.push(EnumVariant {
            name: name.name,
            value: value.value.clone(),
            description: value.description.clone(),
        });
    }
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
    let kind = match &value.value {
        Scalar::Text(_) => return named(value, Wish::new(&text)),
        Scalar::Integer(_) => "integer",
        Scalar::Number(_) => "number",
        Scalar::Boolean(_) => "boolean",
    };
    let plain = Words::of(&text);
    let told_apart = Words::of(kind).then(&plain);
    named(value, Wish::of(&text, [plain, told_apart]))
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
