//! Rust for a value in JSON, as a caller would write it: `new` with what is required, setters for the rest.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use serde_json::{Map, Value};

use super::super::rust_type::Types;
use super::super::types::{arguments, is_settable};
use crate::ir::api::{EnumVariant, Field, Presence, Struct, TypeItem, TypeKind};
use crate::ir::{Format, IntegerWidth, NumberWidth, Scalar, Type};

/// Writes expressions of exactly a type, so that nothing is left to inference.
#[derive(Clone, Copy)]
pub(super) struct Expressions<'a> {
    pub(super) types: Types<'a>,
}

impl<'a> Expressions<'a> {
    pub(super) fn new(types: Types<'a>) -> Self {
        Self { types }
    }

    /// A value of a type. `None` if the JSON is none of the type, or callers can't make it.
    pub(super) fn of(self, ty: &'a Type, value: &Value) -> Option<TokenStream> {
        let ty = self.types.behind(ty);
        match (ty, value) {
            (Type::Boolean, Value::Bool(value)) => Some(quote!(#value)),
            (Type::Integer(width), value) => integer(*width, value),
            (Type::Number(width), value) => number(*width, value.as_f64()?),
            (Type::Json, value) => Some(json(value)),
            (Type::Nullable(inner), Value::Null) => {
                let inner = self.types.of(inner);
                Some(quote!(None::<#inner>))
            }
            (Type::Nullable(inner), value) => {
                let value = self.of(inner, value)?;
                Some(quote!(Some(#value)))
            }
            (Type::Array(item), Value::Array(items)) => self.array(item, items),
            (Type::Map(item), Value::Object(members)) => self.map(item, members),
            (Type::Expandable(object), value) if value.is_object() => {
                let object = self.of(object, value)?;
                Some(quote!(runtime::Expandable::Object(Box::new(#object))))
            }
            (Type::Named(id), value) => match self.types.item(*id) {
                Some(item) => self.named(item, value),
                None => Some(json(value)),
            },
            (ty, Value::String(text)) => self.text(ty, text),
            _ => None,
        }
    }

    fn text(self, ty: &Type, text: &str) -> Option<TokenStream> {
        match ty {
            Type::String | Type::Binary => Some(quote!(#text.to_owned())),
            Type::Secret => Some(quote!(runtime::Secret::from(#text))),
            Type::File => Some(quote!(runtime::FilePart::new(#text).file_name("file.txt"))),
            Type::Base64 => Some(quote!(#text.parse::<runtime::Base64>()?)),
            Type::Formatted(format) => Some(match format {
                Format::DateTime => quote!(#text.parse::<runtime::DateTime>()?),
                Format::Date => quote!(#text.parse::<runtime::Date>()?),
                Format::Uuid => quote!(#text.parse::<runtime::Uuid>()?),
                Format::Decimal => quote!(#text.parse::<runtime::Decimal>()?),
            }),
            Type::Expandable(object) => {
                let object = self.types.of(object);
                Some(quote!(runtime::Expandable::<#object>::from(#text)))
            }
            _ => None,
        }
    }

    fn array(self, item: &'a Type, items: &[Value]) -> Option<TokenStream> {
        if items.is_empty() {
            let item = self.types.of(item);
            return Some(quote!(Vec::<#item>::new()));
        }
        let items = items.iter().map(|value| self.of(item, value));
        let items = items.collect::<Option<Vec<_>>>()?;
        Some(quote!(vec![#(#items),*]))
    }

    fn map(self, value: &'a Type, members: &Map<String, Value>) -> Option<TokenStream> {
        let entries = members.iter().map(|(key, member)| {
            let member = self.of(value, member)?;
            Some(quote!((#key.to_owned(), #member)))
        });
        let entries = entries.collect::<Option<Vec<_>>>()?;
        let value = self.types.of(value);
        Some(quote!(std::collections::BTreeMap::<String, #value>::from([#(#entries),*])))
    }

    fn named(self, item: &'a TypeItem, value: &Value) -> Option<TokenStream> {
        let name = &item.name;
        match &item.kind {
            TypeKind::Struct(structure) if item.sendable => {
                self.structure(item, structure, value.as_object()?)
            }
            TypeKind::TextEnum(variants) => {
                let text = value.as_str()?;
                Some(match variant(variants, value) {
                    Some(variant) => quote!(types::#name::#variant),
                    None => quote!(types::#name::from(#text)),
                })
            }
            TypeKind::ScalarEnum(variants) => {
                let variant = variant(variants, value)?;
                Some(quote!(types::#name::#variant))
            }
            TypeKind::Union(union) => self.union(item, union, value),
            _ => None,
        }
    }

    fn structure(
        self,
        item: &TypeItem,
        structure: &'a Struct,
        members: &Map<String, Value>,
    ) -> Option<TokenStream> {
        let given = arguments(self.types, structure)
            .map(|field| self.field(field, members.get(&field.draft.wire)));
        let given = given.collect::<Option<Vec<_>>>()?;
        let settable = structure.fields.iter().filter(|field| is_settable(field));
        let setters = settable.filter_map(|field| {
            let value = self.field(field, Some(members.get(&field.draft.wire)?))?;
            let name = &field.name;
            Some(quote!(.#name(#value)))
        });
        let name = &item.name;
        let additional = self.additional(structure, members);
        Some(quote!(types::#name::new(#(#given),*)#(#setters)*#additional))
    }

    /// What a constructor or setter takes for a field.
    fn field(self, field: &'a Field, value: Option<&Value>) -> Option<TokenStream> {
        let ty = &field.draft.value;
        let written = self.types.of(ty);
        match (field.presence, value) {
            (Presence::RequiredNullable, None | Some(Value::Null)) => {
                Some(quote!(None::<#written>))
            }
            (Presence::RequiredNullable, Some(value)) => {
                let value = self.of(ty, value)?;
                Some(quote!(Some(#value)))
            }
            (Presence::Patch, Some(Value::Null)) => Some(quote!(runtime::Patch::<#written>::Null)),
            (_, value) => self.of(ty, value?),
        }
    }

    /// Setters for properties that the document doesn't name.
    fn additional(self, structure: &'a Struct, members: &Map<String, Value>) -> TokenStream {
        let Some((_, ty)) = &structure.additional else {
            return TokenStream::new();
        };
        let is_named = |key: &String| {
            structure
                .fields
                .iter()
                .any(|field| field.draft.wire == *key)
        };
        let unnamed = members.iter().filter(|(key, _)| !is_named(key));
        let setters = unnamed.filter_map(|(key, value)| {
            let value = self.of(ty, value)?;
            Some(quote!(.additional_property(#key, #value)))
        });
        setters.collect()
    }
}

/// The variant of a value.
fn variant<'v>(variants: &'v [EnumVariant], value: &Value) -> Option<&'v crate::names::Identifier> {
    let is_it = |variant: &&EnumVariant| match &variant.value {
        Scalar::Text(text) => value.as_str() == Some(text),
        Scalar::Integer(integer) => value.as_i64() == Some(*integer),
        Scalar::Number(number) => value.as_f64() == Some(*number),
        Scalar::Boolean(boolean) => value.as_bool() == Some(*boolean),
    };
    variants.iter().find(is_it).map(|variant| &variant.name)
}

fn integer(width: IntegerWidth, value: &Value) -> Option<TokenStream> {
    let signed = || value.as_i64().filter(|value| *value >= 0);
    let (magnitude, is_negative) = match width {
        IntegerWidth::U32 => (Literal::u32_suffixed(u32::try_from(signed()?).ok()?), false),
        IntegerWidth::U64 => (Literal::u64_suffixed(value.as_u64()?), false),
        IntegerWidth::I32 => {
            let value = i32::try_from(value.as_i64()?).ok()?;
            (Literal::i32_suffixed(value.checked_abs()?), value < 0)
        }
        IntegerWidth::I64 => {
            let value = value.as_i64()?;
            (Literal::i64_suffixed(value.checked_abs()?), value < 0)
        }
    };
    Some(negated(is_negative, magnitude))
}

fn number(width: NumberWidth, value: f64) -> Option<TokenStream> {
    let magnitude = match width {
        // What a 32-bit float can't hold exactly is rounded, as a caller's literal would be.
        NumberWidth::F32 if (value as f32).is_finite() => {
            Literal::f32_suffixed((value as f32).abs())
        }
        NumberWidth::F64 if value.is_finite() => Literal::f64_suffixed(value.abs()),
        _ => return None,
    };
    Some(negated(value < 0.0, magnitude))
}

fn negated(is_negative: bool, magnitude: Literal) -> TokenStream {
    if is_negative {
        quote!(-#magnitude)
    } else {
        quote!(#magnitude)
    }
}

fn json(value: &Value) -> TokenStream {
    let text = value.to_string();
    quote!(#text.parse::<runtime::Value>()?)
}
