//! Enums of texts, which keep the texts that they don't know.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::docs::Doc;
use super::super::prose;
use super::super::scalar;
use crate::ir::api::{EnumVariant, TypeItem};
use crate::ir::{Docs, Scalar};

/// An enum of texts and its implementations.
pub(super) fn generate(item: &TypeItem, variants: &[EnumVariant]) -> TokenStream {
    let header = super::header(item, "One of several texts.");
    let declarations = declarations(variants);
    let texts = texts(item, variants);
    let conversions = conversions(item);
    let serde = serde(item);
    let name = &item.name;
    quote! {
        #header
        #[derive(Clone, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum #name {
            #(#declarations)*
            /// A value that this version does not know, kept as received.
            Unknown(runtime::Unknown<Self>),
        }
        #texts
        #conversions
        #serde
    }
}

/// The variants of the values that the document lists.
pub(super) fn declarations(variants: &[EnumVariant]) -> impl Iterator<Item = TokenStream> {
    variants.iter().map(|variant| {
        let value = prose::span(&scalar::shown(&variant.value));
        let docs = Docs {
            description: variant.description.clone(),
            ..Docs::default()
        };
        let mut doc = Doc::prose(&docs, || value.clone());
        if doc.first_line() != value {
            doc.push([format!("On the wire: {value}.")]);
        }
        let (docs, name) = (doc.outer(), &variant.name);
        quote!(#docs #name,)
    })
}

fn texts(item: &TypeItem, variants: &[EnumVariant]) -> TokenStream {
    let name = &item.name;
    let known: Vec<_> = variants.iter().map(|variant| &variant.name).collect();
    let texts = variants.iter().map(|variant| match &variant.value {
        Scalar::Text(text) => text.clone(),
        other => scalar::shown(other),
    });
    quote! {
        impl #name {
            /// The text on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    #(Self::#known => #texts,)*
                    Self::Unknown(other) => other.as_str(),
                }
            }
        }

        impl runtime::OpenEnum for #name {
            const KNOWN: &'static [Self] = &[#(Self::#known),*];

            fn text(&self) -> &str {
                self.as_str()
            }

            fn unknown(text: runtime::Unknown<Self>) -> Self {
                Self::Unknown(text)
            }
        }
    }
}

fn conversions(item: &TypeItem) -> TokenStream {
    let name = &item.name;
    quote! {
        impl From<&str> for #name {
            fn from(text: &str) -> Self {
                runtime::open_enum::parse(text)
            }
        }

        impl From<String> for #name {
            fn from(text: String) -> Self {
                runtime::open_enum::parse(&text)
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
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> runtime::Deserialize<'de> for #name {
            fn deserialize<D: runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                runtime::open_enum::deserialize(deserializer)
            }
        }

        impl fmt::Display for #name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str(self.as_str())
            }
        }

        impl fmt::Debug for #name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                runtime::debug(formatter, #shown, self)
            }
        }
    }
}
