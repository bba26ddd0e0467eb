//! Rust for a value of a union: the variant that holds it.

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use super::value::Expressions;
use crate::ir::api::{Shape, TypeItem, Union, UnionVariant};

impl<'a> Expressions<'a> {
    /// The variant that the tag selects, or else the one that leaves the fewest properties unnamed.
    pub(super) fn union(
        self,
        item: &TypeItem,
        union: &'a Union,
        value: &Value,
    ) -> Option<TokenStream> {
        let tag = union.tag.as_ref().and_then(|tag| value.get(tag)?.as_str());
        let is_tagged = |variant: &&UnionVariant| {
            tag.is_some_and(|tag| variant.tags.iter().any(|other| other == tag))
        };
        if let Some(variant) = union.variants.iter().find(is_tagged) {
            return self.variant(item, union, variant, value);
        }
        let mut fitting: Vec<_> = union
            .variants
            .iter()
            .filter(|variant| fits(&variant.shape, value))
            .filter_map(|variant| {
                Some((
                    unnamed(&variant.shape, value),
                    self.variant(item, union, variant, value)?,
                ))
            })
            .collect();
        fitting.sort_by_key(|(unnamed, _)| *unnamed);
        fitting.into_iter().next().map(|(_, expression)| expression)
    }

    fn variant(
        self,
        item: &TypeItem,
        union: &Union,
        variant: &'a UnionVariant,
        value: &Value,
    ) -> Option<TokenStream> {
        let mut value = value.clone();
        if let (Some(tag), Some(_), Some(members)) =
            (&union.tag, &variant.written_tag, value.as_object_mut())
        {
            members.shift_remove(tag);
        }
        let payload = self.of(&variant.payload, &value)?;
        let payload = match variant.boxed {
            true => quote!(Box::new(#payload)),
            false => payload,
        };
        let (name, variant) = (&item.name, &variant.name);
        Some(quote!(types::#name::#variant(#payload)))
    }
}

/// Whether a value has what a variant always has.
fn fits(shape: &Shape, value: &Value) -> bool {
    match (shape, value) {
        (
            Shape::Object {
                required,
                constants,
                ..
            },
            Value::Object(members),
        ) => {
            required.iter().all(|name| members.contains_key(name))
                && constants.iter().all(|(name, texts)| {
                    members
                        .get(name)
                        .is_none_or(|value| texts.contains(&plain(value)))
                })
        }
        (Shape::String(texts), Value::String(text)) => texts.is_empty() || texts.contains(text),
        (Shape::Integer, Value::Number(number)) => !number.is_f64(),
        (Shape::Number, Value::Number(_))
        | (Shape::Boolean, Value::Bool(_))
        | (Shape::Array(_), Value::Array(_))
        | (Shape::Any, _) => true,
        _ => false,
    }
}

/// A JSON text without quotes.
fn plain(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// How many properties of a value a shape doesn't name.
fn unnamed(shape: &Shape, value: &Value) -> usize {
    let (
        Shape::Object {
            required, optional, ..
        },
        Value::Object(members),
    ) = (shape, value)
    else {
        return 0;
    };
    let is_named = |name: &String| required.contains(name) || optional.contains(name);
    members.keys().filter(|name| !is_named(name)).count()
}
