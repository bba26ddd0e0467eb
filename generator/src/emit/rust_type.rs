//! Rust types of the model's types.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Doc;
use crate::ir::api::{Api, TypeItem, TypeKind};
use crate::ir::{Format, IntegerWidth, NumberWidth, Type, TypeId};

/// How a file writes the types of its API.
#[derive(Clone, Copy)]
pub(super) struct Types<'a> {
    api: &'a Api,
    qualified: bool,
}

impl<'a> Types<'a> {
    /// By their bare names: in their own module, and where they are imported.
    pub(super) fn bare(api: &'a Api) -> Self {
        Self {
            api,
            qualified: false,
        }
    }

    /// Through the module `types`, so that they can't be mistaken for items of the file.
    pub(super) fn qualified(api: &'a Api) -> Self {
        Self {
            api,
            qualified: true,
        }
    }

    /// The item behind an id, unless it has none.
    pub(super) fn item(self, id: TypeId) -> Option<&'a TypeItem> {
        let item = self.api.types.get(usize::try_from(id.0).ok()?)?;
        (!matches!(item.kind, TypeKind::Absent)).then_some(item)
    }

    /// What a type is behind its aliases.
    pub(super) fn behind(self, mut ty: &'a Type) -> &'a Type {
        // No chain of aliases is longer than there are types.
        for _ in 0..self.api.types.len() {
            match ty {
                Type::Named(id) => match self.item(*id).map(|item| &item.kind) {
                    Some(TypeKind::Alias(target)) => ty = target,
                    _ => break,
                },
                _ => break,
            }
        }
        ty
    }

    /// What the document says of the type that a value has, in one paragraph: for items of which it says nothing.
    pub(super) fn said_of(self, value: &Type) -> Option<String> {
        let Type::Named(id) = value else {
            return None;
        };
        let paragraph = Doc::prose(&self.item(*id)?.docs, String::new).first_paragraph();
        (!paragraph.is_empty()).then_some(paragraph)
    }

    /// A type as it is written in the file.
    pub(super) fn of(self, ty: &Type) -> TokenStream {
        match ty {
            Type::Boolean => quote!(bool),
            Type::Integer(IntegerWidth::I32) => quote!(i32),
            Type::Integer(IntegerWidth::I64) => quote!(i64),
            Type::Integer(IntegerWidth::U32) => quote!(u32),
            Type::Integer(IntegerWidth::U64) => quote!(u64),
            Type::Number(NumberWidth::F32) => quote!(f32),
            Type::Number(NumberWidth::F64) => quote!(f64),
            // Inside JSON, binary is a text like any other: bytes that are none have no place there.
            Type::String | Type::Binary => quote!(String),
            Type::File => quote!(runtime::FilePart),
            Type::Secret => quote!(runtime::Secret),
            Type::Formatted(Format::DateTime) => quote!(runtime::DateTime),
            Type::Formatted(Format::Date) => quote!(runtime::Date),
            Type::Formatted(Format::Uuid) => quote!(runtime::Uuid),
            Type::Formatted(Format::Decimal) => quote!(runtime::Decimal),
            Type::Base64 => quote!(runtime::Base64),
            Type::Json => quote!(runtime::Value),
            Type::Array(item) => self.wrapped(&quote!(Vec), item),
            Type::Map(value) => {
                let path = self.qualified.then(|| quote!(std::collections::));
                let value = self.of(value);
                quote!(#path BTreeMap<String, #value>)
            }
            Type::Nullable(value) => self.wrapped(&quote!(Option), value),
            Type::Named(id) => self.named(*id),
            Type::Expandable(object) => self.wrapped(&quote!(runtime::Expandable), object),
        }
    }

    fn wrapped(self, wrapper: &TokenStream, inner: &Type) -> TokenStream {
        let inner = self.of(inner);
        quote!(#wrapper<#inner>)
    }

    fn named(self, id: TypeId) -> TokenStream {
        match self.item(id) {
            Some(item) if self.qualified => {
                let name = &item.name;
                quote!(types::#name)
            }
            Some(item) => {
                let name = &item.name;
                quote!(#name)
            }
            None => quote!(runtime::Value),
        }
    }

    /// Whether whole numbers are at the bottom of the type, which some servers write as `2000.0`.
    pub(super) fn is_integral(self, ty: &'a Type) -> bool {
        match self.behind(ty) {
            Type::Integer(_) => true,
            Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) => {
                self.is_integral(inner)
            }
            _ => false,
        }
    }
}
