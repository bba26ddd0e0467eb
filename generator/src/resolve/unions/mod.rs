//! Unions: how a variant is recognised, what it is called, and who writes the tag.

mod ambiguity;
mod evidence;
mod kinds;
mod leaves;
mod properties;
mod variant_names;

use std::collections::BTreeMap;

use super::types::Types;
use super::usage::Use;
use crate::diagnostic::Diagnostics;
use crate::ir::api::{Union, UnionVariant};
use crate::ir::{Type, TypeId, draft};
use crate::names::Identifier;
use crate::recorded::Ledger;

pub(super) use variant_names::{VariantWords, variant_words};

/// Freezes a union.
pub(super) fn resolve(
    types: &Types,
    usage: Use,
    id: TypeId,
    draft: &draft::Union,
    name: &Identifier,
    ledger: &mut Ledger,
    diagnostics: &mut Diagnostics,
) -> Union {
    let names = variant_names::mint(types, id, draft, name, ledger);
    let shapes = evidence::shapes(types, draft);
    let occurrences = occurrences(types, draft);
    let variants = draft
        .variants
        .iter()
        .zip(names)
        .zip(shapes)
        .map(|((variant, name), shape)| UnionVariant {
            name,
            payload: types.written(&variant.payload),
            boxed: false,
            shape,
            tags: variant.tags.clone(),
            written_tag: written_tag(types, draft, variant),
            convertible: is_convertible(types, id, &variant.payload, &occurrences),
            docs: variant.docs.clone(),
        });
    let union = Union {
        variants: variants.collect(),
        tag: draft.tag.clone(),
    };
    if usage.received {
        ambiguity::report(draft, &union, name, diagnostics);
    }
    union
}

/// The tag's value, where some form of the payload has no property for it.
fn written_tag(types: &Types, draft: &draft::Union, variant: &draft::Variant) -> Option<String> {
    let property = draft.tag.as_ref()?;
    let carried = leaves::of(types, &variant.payload).into_iter().all(|leaf| {
        let shape = types.as_struct(leaf);
        shape.is_some_and(|shape| shape.fields.iter().any(|field| field.wire == *property))
    });
    if carried {
        None
    } else {
        variant.tags.first().cloned()
    }
}

/// How often each type is a payload, aliases looked through: they are the same type to Rust.
fn occurrences(types: &Types, draft: &draft::Union) -> BTreeMap<String, usize> {
    let mut occurrences = BTreeMap::new();
    for variant in &draft.variants {
        *occurrences
            .entry(rust_type(types, &variant.payload))
            .or_default() += 1;
    }
    occurrences
}

/// Whether `From` can be offered for a payload: no other variant has it, and it isn't the union itself.
fn is_convertible(
    types: &Types,
    id: TypeId,
    payload: &Type,
    occurrences: &BTreeMap<String, usize>,
) -> bool {
    let itself = types.named(payload).is_some_and(|(target, _)| target == id);
    !itself && occurrences.get(&rust_type(types, payload)) == Some(&1)
}

/// A type with all aliases in it looked through, written down to be compared.
fn rust_type(types: &Types, value: &Type) -> String {
    let mut layers = String::new();
    let mut value = types.target(value);
    loop {
        value = match value {
            Type::Array(inner) => {
                layers.push_str("array of ");
                inner
            }
            Type::Map(inner) => {
                layers.push_str("map of ");
                inner
            }
            Type::Expandable(inner) => {
                layers.push_str("expandable ");
                inner
            }
            // In JSON both are texts.
            Type::Binary => return format!("{layers}{:?}", Type::String),
            other => return format!("{layers}{other:?}"),
        };
        if types.is_nullable(value) {
            layers.push_str("nullable ");
        }
        value = types.target(value);
    }
}
