//! Unions: one of several types, told apart by the runtime from what each variant states about its shape.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::docs::{Doc, deprecation};
use super::super::prose;
use super::super::rust_type::Types;
use crate::ir::Type;
use crate::ir::api::{Shape, TypeItem, Union, UnionVariant};

/// A union and its implementations.
pub(super) fn generate(types: Types<'_>, item: &TypeItem, union: &Union) -> TokenStream {
    let header = super::header(item, "One of several types.");
    let declarations = union
        .variants
        .iter()
        .map(|variant| declaration(types, variant));
    let dispatch = dispatch(item, union);
    let write = write(item, union);
    let conversions = union
        .variants
        .iter()
        .map(|variant| conversion(types, item, variant));
    let name = &item.name;
    let shown = name.as_str();
    quote! {
        #header
        #[derive(Clone, PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#declarations)*
            /// A variant that this version does not know, kept as received.
            Unknown(runtime::UnknownVariant<Self>),
        }
        #dispatch

        impl<'de> runtime::Deserialize<'de> for #name {
            fn deserialize<D: runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                runtime::union::deserialize(deserializer)
            }
        }
        #write

        impl fmt::Debug for #name {
            fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                runtime::debug(formatter, #shown, self)
            }
        }
        #(#conversions)*
    }
}

fn declaration(types: Types<'_>, variant: &UnionVariant) -> TokenStream {
    let otherwise = || {
        types
            .said_of(&variant.payload)
            .unwrap_or_else(|| sentence(variant))
    };
    let docs = Doc::of(&variant.docs, otherwise).outer();
    let deprecation = deprecation(&variant.docs);
    let (name, payload) = (&variant.name, payload(types, variant));
    quote!(#docs #deprecation #name(#payload),)
}

/// What is said of a variant that the document says nothing of.
fn sentence(variant: &UnionVariant) -> String {
    if let Some(tag) = variant.tags.first() {
        return format!("Tagged {}.", prose::span(tag));
    }
    match &variant.shape {
        Shape::Object { .. } => "An object.",
        Shape::String(_) => "A text.",
        Shape::Integer => "A whole number.",
        Shape::Number => "A number.",
        Shape::Boolean => "`true` or `false`.",
        Shape::Array(_) => "A list.",
        Shape::Any => "Any value.",
    }
    .to_owned()
}

fn payload(types: Types<'_>, variant: &UnionVariant) -> TokenStream {
    let payload = types.of(&variant.payload);
    if variant.boxed {
        quote!(Box<#payload>)
    } else {
        payload
    }
}

fn dispatch(item: &TypeItem, union: &Union) -> TokenStream {
    let name = &item.name;
    let variants = union.variants.iter().map(|variant| {
        let (name, shown) = (&variant.name, variant.name.as_str());
        let shape = tagged(variant);
        quote! {
            runtime::Variant::new(
                #shown,
                #shape,
                |content| runtime::read_variant(content).map(Self::#name),
            )
        }
    });
    let tag = match &union.tag {
        Some(tag) => quote!(Some(#tag)),
        None => quote!(None),
    };
    quote! {
        impl runtime::Union for #name {
            const VARIANTS: &'static [runtime::Variant<Self>] = &[#(#variants),*];
            const TAG: Option<&'static str> = #tag;

            fn unknown(value: runtime::UnknownVariant<Self>) -> Self {
                Self::Unknown(value)
            }
        }
    }
}

fn tagged(variant: &UnionVariant) -> TokenStream {
    let shape = shape(&variant.shape);
    let tags = &variant.tags;
    if tags.is_empty() {
        shape
    } else {
        quote!(#shape.tagged(&[#(#tags),*]))
    }
}

fn shape(shape: &Shape) -> TokenStream {
    match shape {
        Shape::Object {
            required,
            optional,
            constants,
        } => {
            let constants = (!constants.is_empty()).then(|| {
                let constants = constants
                    .iter()
                    .map(|(name, texts)| quote!((#name, &[#(#texts),*])));
                quote!(.constants(&[#(#constants),*]))
            });
            quote!(runtime::Shape::object(&[#(#required),*], &[#(#optional),*])#constants)
        }
        Shape::String(texts) if texts.is_empty() => quote!(runtime::Shape::string()),
        Shape::String(texts) => quote!(runtime::Shape::string().values(&[#(#texts),*])),
        Shape::Integer => quote!(runtime::Shape::integer()),
        Shape::Number => quote!(runtime::Shape::number()),
        Shape::Boolean => quote!(runtime::Shape::boolean()),
        Shape::Array(None) => quote!(runtime::Shape::array()),
        Shape::Array(Some(items)) => {
            let items = self::shape(items);
            quote!(runtime::Shape::array().items(&#items))
        }
        Shape::Any => quote!(runtime::Shape::any()),
    }
}

fn write(item: &TypeItem, union: &Union) -> TokenStream {
    let name = &item.name;
    let arms = union.variants.iter().map(|variant| {
        let name = &variant.name;
        match (&union.tag, &variant.written_tag) {
            (Some(tag), Some(value)) => quote! {
                Self::#name(variant) => runtime::union::serialize_tagged(serializer, #tag, #value, variant),
            },
            _ => quote!(Self::#name(variant) => runtime::Serialize::serialize(variant, serializer),),
        }
    });
    quote! {
        impl runtime::Serialize for #name {
            fn serialize<S: runtime::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    #(#arms)*
                    Self::Unknown(value) => runtime::Serialize::serialize(value, serializer),
                }
            }
        }
    }
}

/// `From` a payload, and from a text where it is a string.
fn conversion(types: Types<'_>, item: &TypeItem, variant: &UnionVariant) -> Option<TokenStream> {
    if !variant.convertible {
        return None;
    }
    let (name, constructor) = (&item.name, &variant.name);
    let payload = types.of(&variant.payload);
    let value = if variant.boxed {
        quote!(Box::new(value))
    } else {
        quote!(value)
    };
    let text = matches!(types.behind(&variant.payload), Type::String).then(|| {
        quote! {
            impl From<&str> for #name {
                fn from(value: &str) -> Self {
                    Self::#constructor(value.to_owned())
                }
            }
        }
    });
    Some(quote! {
        impl From<#payload> for #name {
            fn from(value: #payload) -> Self {
                Self::#constructor(#value)
            }
        }
        #text
    })
}
