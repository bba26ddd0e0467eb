//! Values for examples: those of the document where it gives some, else something of the right type.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use super::super::argument::{Conversion, conversion, converts};
use super::super::operation::Given;
use super::super::rust_type::Types;
use super::super::scalar;
use super::super::types::{arguments, is_settable};
use crate::ir::api::{Api, EnumVariant, Presence, Struct, TypeItem, TypeKind, Union, UnionVariant};
use crate::ir::{Docs, Format, IntegerWidth, Scalar, Type};
use crate::names::Identifier;

/// How deep values nest before they are given up: a type that requires itself has none.
const DEPTH: usize = 6;
/// The longest text that an example shows.
const LONGEST_TEXT: usize = 60;
/// How many optional parts an example shows.
pub(super) const SHOWN: usize = 2;

/// Makes values, and notes what they use.
pub(super) struct Values<'a> {
    types: Types<'a>,
    /// Types that the values name.
    pub(super) used: BTreeSet<&'a Identifier>,
    /// Whether the values name something of the runtime.
    pub(super) uses_runtime: bool,
}

/// What a value is made for.
#[derive(Clone, Copy)]
struct Wanted<'w> {
    /// Its name in the document, which stands for a text that the document gives no example of.
    name: &'w str,
    docs: &'w Docs,
    depth: usize,
}

impl<'w> Wanted<'w> {
    /// A part of the value, of which the docs say nothing.
    fn part(self, docs: &'w Docs) -> Option<Self> {
        (self.depth < DEPTH).then_some(Self {
            docs,
            depth: self.depth + 1,
            ..self
        })
    }

    /// The document's example, or its default.
    fn example(self) -> Option<&'w Value> {
        self.docs.examples.first().or(self.docs.default.as_ref())
    }

    fn text(self) -> &'w str {
        self.example()
            .and_then(Value::as_str)
            .filter(|text| is_presentable(text))
            .unwrap_or(self.name)
    }
}

fn is_presentable(text: &str) -> bool {
    !text.is_empty() && text.len() <= LONGEST_TEXT && !text.contains(char::is_control)
}

impl<'a> Values<'a> {
    pub(super) fn new(api: &'a Api) -> Self {
        Self {
            types: Types::bare(api),
            used: BTreeSet::new(),
            uses_runtime: false,
        }
    }

    /// An argument for a parameter or body. `None` if there is no way to make one.
    pub(super) fn given(&mut self, given: Given<'a>) -> Option<TokenStream> {
        let wanted = Wanted {
            name: given.wire(),
            docs: given.docs(),
            depth: 0,
        };
        match given.ty() {
            Some(ty) => self.argument(ty, wanted),
            None => Some(quote!("content")),
        }
    }

    /// What an emitted method takes for a value of a type.
    fn argument(&mut self, ty: &'a Type, wanted: Wanted<'_>) -> Option<TokenStream> {
        let nothing = Docs::default();
        match (conversion(self.types, ty), ty) {
            (Conversion::List, Type::Array(item)) => {
                let item = self.item(item, wanted.part(&nothing)?)?;
                Some(quote!([#item]))
            }
            (Conversion::Map, Type::Map(value)) => {
                let value = self.item(value, wanted.part(&nothing)?)?;
                Some(quote!([("key", #value)]))
            }
            (Conversion::Into, ty) => self.convertible(ty, wanted),
            _ => self.exact(ty, wanted),
        }
    }

    /// What stands in a list or map that a method takes.
    fn item(&mut self, ty: &'a Type, wanted: Wanted<'_>) -> Option<TokenStream> {
        if converts(self.types, ty) {
            self.convertible(ty, wanted)
        } else {
            self.exact(ty, wanted)
        }
    }

    /// Something that turns into the type by `Into`.
    fn convertible(&mut self, ty: &'a Type, wanted: Wanted<'_>) -> Option<TokenStream> {
        let text = wanted.text();
        match self.types.behind(ty) {
            Type::String
            | Type::Binary
            | Type::File
            | Type::Secret
            | Type::Json
            | Type::Expandable(_) => Some(quote!(#text)),
            ty => self.exact(ty, wanted),
        }
    }

    /// A value of exactly this type.
    fn exact(&mut self, ty: &'a Type, wanted: Wanted<'_>) -> Option<TokenStream> {
        let text = wanted.text();
        let nothing = Docs::default();
        match self.types.behind(ty) {
            Type::Boolean => Some(boolean(wanted)),
            Type::Integer(width) => Some(integer(*width, wanted)),
            Type::Number(_) => Some(number(wanted)),
            Type::String | Type::Binary => Some(quote!(#text.to_owned())),
            Type::File | Type::Secret | Type::Expandable(_) | Type::Json => {
                Some(quote!(#text.into()))
            }
            Type::Base64 => {
                self.uses_runtime = true;
                Some(quote!(runtime::Base64::from(#text.as_bytes())))
            }
            Type::Formatted(format) => Some(self.formatted(*format, wanted)),
            Type::Array(item) => {
                let item = self.exact(item, wanted.part(&nothing)?)?;
                Some(quote!(vec![#item]))
            }
            Type::Map(value) => {
                let value = self.exact(value, wanted.part(&nothing)?)?;
                Some(quote!([("key".to_owned(), #value)].into()))
            }
            Type::Nullable(value) => {
                let value = self.exact(value, wanted.part(wanted.docs)?)?;
                Some(quote!(Some(#value)))
            }
            Type::Named(id) => match self.types.item(*id) {
                Some(item) => self.named(item, wanted),
                None => Some(quote!(#text.into())),
            },
        }
    }

    fn formatted(&mut self, format: Format, wanted: Wanted<'_>) -> TokenStream {
        self.uses_runtime = true;
        let (ty, usual) = match format {
            Format::DateTime => (quote!(DateTime), "2026-01-31T12:00:00Z"),
            Format::Date => (quote!(Date), "2026-01-31"),
            Format::Uuid => (quote!(Uuid), "67e55044-10b1-426f-9247-bb680e5fe0c8"),
            Format::Decimal => (quote!(Decimal), "19.99"),
        };
        let example = wanted.example().and_then(Value::as_str);
        let text = example.filter(|text| is_presentable(text)).unwrap_or(usual);
        quote!(#text.parse::<runtime::#ty>()?)
    }

    fn named(&mut self, item: &'a TypeItem, wanted: Wanted<'_>) -> Option<TokenStream> {
        let name = &item.name;
        let value = match &item.kind {
            TypeKind::Struct(structure) if item.sendable => {
                self.structure(item, structure, wanted)?
            }
            TypeKind::TextEnum(variants) => match variant(variants, wanted) {
                Some(variant) => quote!(#name::#variant),
                None => {
                    let text = wanted.text();
                    quote!(#name::from(#text))
                }
            },
            TypeKind::ScalarEnum(variants) => {
                let variant = variant(variants, wanted)?;
                quote!(#name::#variant)
            }
            TypeKind::Union(union) => self.union(item, union, wanted)?,
            _ => return None,
        };
        self.used.insert(name);
        Some(value)
    }

    fn structure(
        &mut self,
        item: &TypeItem,
        structure: &'a Struct,
        wanted: Wanted<'_>,
    ) -> Option<TokenStream> {
        let example = item.docs.examples.first().or(wanted.example());
        let mut values = Vec::new();
        for field in arguments(self.types, structure) {
            if field.presence == Presence::RequiredNullable {
                values.push(quote!(None));
                continue;
            }
            let mut docs = field.draft.docs.clone();
            if let Some(shown) = example.and_then(|example| example.get(&field.draft.wire)) {
                docs.examples.insert(0, shown.clone());
            }
            let wanted = Wanted {
                name: &field.draft.wire,
                ..wanted.part(&docs)?
            };
            values.push(self.argument(&field.draft.value, wanted)?);
        }
        let name = &item.name;
        let setters = self.setters(structure, example, wanted);
        Some(quote!(#name::new(#(#values),*)#setters))
    }

    /// Setters for what the outermost struct's example shows, as far as that is simple.
    fn setters(
        &mut self,
        structure: &'a Struct,
        example: Option<&Value>,
        wanted: Wanted<'_>,
    ) -> TokenStream {
        let fields = structure.fields.iter().filter(|field| {
            wanted.depth == 0 && is_settable(field) && !field.draft.docs.deprecated
        });
        let setters = fields.filter_map(|field| {
            let value = example?.get(&field.draft.wire)?;
            let value = self.shown(&field.draft.value, &field.draft.wire, value)?;
            let name = &field.name;
            Some(quote!(.#name(#value)))
        });
        setters.take(SHOWN).collect()
    }

    /// A setter's argument with the document's value, if it is a presentable text, a number or a boolean.
    pub(super) fn shown(&mut self, ty: &'a Type, name: &str, value: &Value) -> Option<TokenStream> {
        let fits = match self.types.behind(ty) {
            Type::String => value.as_str().is_some_and(is_presentable),
            Type::Integer(_) => value.is_i64(),
            Type::Boolean => value.is_boolean(),
            _ => false,
        };
        let docs = Docs {
            examples: vec![value.clone()],
            ..Docs::default()
        };
        let wanted = Wanted {
            name,
            docs: &docs,
            depth: 0,
        };
        if fits {
            self.argument(ty, wanted)
        } else {
            None
        }
    }

    /// The first variant that a value can be made for.
    fn union(
        &mut self,
        item: &'a TypeItem,
        union: &'a Union,
        wanted: Wanted<'_>,
    ) -> Option<TokenStream> {
        union
            .variants
            .iter()
            .find_map(|variant| self.variant(item, variant, wanted))
    }

    fn variant(
        &mut self,
        item: &'a TypeItem,
        variant: &'a UnionVariant,
        wanted: Wanted<'_>,
    ) -> Option<TokenStream> {
        let payload = self.exact(&variant.payload, wanted.part(&variant.docs)?)?;
        let payload = if variant.boxed {
            quote!(Box::new(#payload))
        } else {
            payload
        };
        let (name, variant) = (&item.name, &variant.name);
        Some(quote!(#name::#variant(#payload)))
    }
}

/// The variant of the example, or the first.
fn variant<'v>(variants: &'v [EnumVariant], wanted: Wanted<'_>) -> Option<&'v Identifier> {
    let example = wanted.example().map(|example| match example {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    });
    let is_example = |variant: &&EnumVariant| match &variant.value {
        Scalar::Text(text) => Some(text) == example.as_ref(),
        other => Some(scalar::shown(other)) == example,
    };
    variants
        .iter()
        .find(is_example)
        .or(variants.first())
        .map(|variant| &variant.name)
}

fn boolean(wanted: Wanted<'_>) -> TokenStream {
    let value = wanted.example().and_then(Value::as_bool).unwrap_or(true);
    quote!(#value)
}

fn integer(width: IntegerWidth, wanted: Wanted<'_>) -> TokenStream {
    let fits = |value: &i64| match width {
        IntegerWidth::I32 => i32::try_from(*value).is_ok(),
        IntegerWidth::U32 => u32::try_from(*value).is_ok(),
        IntegerWidth::U64 => u64::try_from(*value).is_ok(),
        IntegerWidth::I64 => true,
    };
    let value = wanted
        .example()
        .and_then(Value::as_i64)
        .filter(fits)
        .unwrap_or(1);
    scalar::integer_literal(value)
}

fn number(wanted: Wanted<'_>) -> TokenStream {
    let value = wanted
        .example()
        .and_then(Value::as_f64)
        .filter(|value| value.abs() < 1e9)
        .unwrap_or(1.5);
    scalar::number_literal(value)
}
