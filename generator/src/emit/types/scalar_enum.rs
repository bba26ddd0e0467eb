//! Enums of numbers, or of values of several JSON types, which keep the values that they don't know.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::scalar;
use super::text_enum::declarations;
use crate::ir::api::{EnumVariant, TypeItem};

/// An enum of scalars and its implementations.
pub(super) fn generate(item: &TypeItem, variants: &[EnumVariant]) -> TokenStream {
    let header = super::header(item, "One of several values.");
    let declarations = declarations(variants);
    let values = values(item, variants);
    let serde = serde(item);
    let name = &item.name;
    quote! {
        #header
        #[derive(Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#declarations)*
            /// A value that this version does not know, kept as received.
            Unknown(runtime::UnknownScalar<Self>),
        }
        #values
        #serde
    }
}

fn values(item: &TypeItem, variants: &[EnumVariant]) -> TokenStream {
    let name = &item.name;
    let known: Vec<_> = variants.iter().map(|variant| &variant.name).collect();
    let values = variants.iter().map(|variant| scalar::token(&variant.value));
    quote! {
        impl runtime::OpenScalarEnum for #name {
            const KNOWN: &'static [Self] = &[#(Self::#known),*];

            fn scalar(&self) -> runtime::Scalar<'_> {
                match self {
                    #(Self::#known => #values,)*
                    Self::Unknown(other) => other.scalar(),
                }
            }

            fn unknown(value: runtime::UnknownScalar<Self>) -> Self {
                Self::Unknown(value)
            }
        }
    }
}

fn serde(item: &TypeItem) -> TokenStream {
    let name = &item.name;
    let shown = name.as_str();
    quote! {
        impl runtime::Serialize for #name {
            fn serialize<S: runtime::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                runtime::scalar_enum::serialize(self, serializer)
            }
        }

        impl<'de> runtime::Deserialize<'de> for #name {
            fn deserialize<D: runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                runtime::scalar_enum::deserialize(deserializer)
            }
        }

        impl fmt::Debug for #name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                runtime::debug(formatter, #shown, self)
            }
        }
    }
}
