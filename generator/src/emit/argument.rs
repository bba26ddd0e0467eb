//! Arguments that take what a caller has at hand: `&str` for a text, a payload for a union, any collection for a list.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::rust_type::Types;
use crate::ir::Type;
use crate::ir::api::TypeKind;

/// An argument of an emitted method.
pub(super) struct Argument {
    /// Its type: `impl Into<String>`.
    pub(super) ty: TokenStream,
    /// The value of the field's type that it becomes: `name.into()`.
    pub(super) value: TokenStream,
    /// Whether that takes a conversion.
    pub(super) is_converted: bool,
}

/// How an argument becomes a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Conversion {
    /// It is the value.
    None,
    /// By `Into`.
    Into,
    /// Item by item.
    List,
    /// Pair by pair.
    Map,
}

impl Argument {
    /// An argument called `name` for a value of a type.
    pub(super) fn new(types: Types<'_>, ty: &Type, name: &impl ToTokens) -> Self {
        let written = types.of(ty);
        match (conversion(types, ty), ty) {
            (Conversion::List, Type::Array(item)) => Self::list(types, item, name),
            (Conversion::Map, Type::Map(value)) => Self::map(types, value, name),
            (Conversion::Into, _) => Self {
                ty: quote!(impl Into<#written>),
                value: quote!(#name.into()),
                is_converted: true,
            },
            _ => Self {
                ty: written,
                value: quote!(#name),
                is_converted: false,
            },
        }
    }

    fn list(types: Types<'_>, item: &Type, name: &impl ToTokens) -> Self {
        let written = types.of(item);
        if converts(types, item) {
            Self {
                ty: quote!(impl IntoIterator<Item = impl Into<#written>>),
                value: quote!(#name.into_iter().map(Into::into).collect()),
                is_converted: true,
            }
        } else {
            Self {
                ty: quote!(impl IntoIterator<Item = #written>),
                value: quote!(#name.into_iter().collect()),
                is_converted: true,
            }
        }
    }

    fn map(types: Types<'_>, value: &Type, name: &impl ToTokens) -> Self {
        let written = types.of(value);
        if converts(types, value) {
            Self {
                ty: quote!(impl IntoIterator<Item = (impl Into<String>, impl Into<#written>)>),
                value: quote!(#name.into_iter().map(|(key, value)| (key.into(), value.into())).collect()),
                is_converted: true,
            }
        } else {
            Self {
                ty: quote!(impl IntoIterator<Item = (impl Into<String>, #written)>),
                value: quote!(#name.into_iter().map(|(key, value)| (key.into(), value)).collect()),
                is_converted: true,
            }
        }
    }
}

/// How an argument for a value of a type becomes one.
pub(super) fn conversion(types: Types<'_>, ty: &Type) -> Conversion {
    match ty {
        Type::Array(_) => Conversion::List,
        Type::Map(_) => Conversion::Map,
        ty if converts(types, ty) => Conversion::Into,
        _ => Conversion::None,
    }
}

/// Whether something simpler than the type itself turns into it.
pub(super) fn converts(types: Types<'_>, ty: &Type) -> bool {
    match types.behind(ty) {
        Type::String
        | Type::Secret
        | Type::Formatted(_)
        | Type::Base64
        | Type::Binary
        | Type::File => true,
        Type::Json | Type::Expandable(_) => true,
        Type::Named(id) => match types.item(*id).map(|item| &item.kind) {
            Some(TypeKind::TextEnum(_)) => true,
            Some(TypeKind::Union(union)) => {
                union.variants.iter().any(|variant| variant.convertible)
            }
            Some(_) => false,
            // A type without an item is free-form JSON.
            None => true,
        },
        Type::Boolean
        | Type::Integer(_)
        | Type::Number(_)
        | Type::Array(_)
        | Type::Map(_)
        | Type::Nullable(_) => false,
    }
}
