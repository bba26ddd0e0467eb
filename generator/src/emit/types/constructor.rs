//! `new` with the fields that are required, and a setter for each of the others.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::argument::Argument;
use super::super::docs::{Doc, deprecation};
use super::super::prose;
use super::super::rust_type::Types;
use crate::ir::Type;
use crate::ir::api::{Field, Presence, Struct, TypeItem, TypeKind};

/// The constructor and setters of a struct that callers send.
pub(super) fn generate(types: Types<'_>, item: &TypeItem, structure: &Struct) -> TokenStream {
    let name = &item.name;
    let new = new(types, structure);
    let setters = structure
        .fields
        .iter()
        .filter(|field| is_settable(field))
        .map(|field| setter(types, field));
    let additional = additional(types, structure);
    // A constructor without arguments is what `Default` is for.
    let default = arguments(types, structure).next().is_none().then(|| {
        quote! {
            impl Default for #name {
                fn default() -> Self {
                    Self::new()
                }
            }
        }
    });
    quote! {
        impl #name {
            #new
            #(#setters)*
            #additional
        }
        #default
    }
}

/// The fields that `new` asks for.
pub(in crate::emit) fn arguments<'a>(
    types: Types<'a>,
    structure: &'a Struct,
) -> impl Iterator<Item = &'a Field> {
    structure
        .fields
        .iter()
        .filter(move |field| constant(types, field).is_none())
        .filter(|field| match field.presence {
            Presence::Required | Presence::Constant => true,
            Presence::RequiredNullable => !field.draft.read_only,
            Presence::Optional | Presence::Patch => false,
        })
}

/// Optional fields that callers may send.
pub(in crate::emit) fn is_settable(field: &Field) -> bool {
    matches!(field.presence, Presence::Optional | Presence::Patch) && !field.draft.read_only
}

fn new(types: Types<'_>, structure: &Struct) -> TokenStream {
    let asked: Vec<_> = arguments(types, structure).collect();
    let parameters = asked.iter().map(|field| {
        let name = &field.name;
        let ty = argument(types, field).ty;
        quote!(#name: #ty)
    });
    let fields = structure.fields.iter().map(|field| {
        let name = &field.name;
        let is_asked = asked.iter().any(|other| std::ptr::eq(*other, field));
        match is_asked.then(|| argument(types, field)) {
            Some(argument) if !argument.is_converted && !field.boxed => quote!(#name,),
            Some(Argument { value, .. }) => quote!(#name: #value,),
            None => {
                let value = initial(types, field);
                quote!(#name: #value,)
            }
        }
    });
    let additional = structure
        .additional
        .as_ref()
        .map(|(name, _)| quote!(#name: BTreeMap::new(),));
    let sentence = match asked.is_empty() {
        true => "Nothing is set.",
        false if structure.fields.iter().any(is_settable) => {
            "What is required is set; the rest has setters."
        }
        false => "Everything is set.",
    };
    let docs = Doc::new(sentence).outer();
    quote! {
        #docs
        pub fn new(#(#parameters),*) -> Self {
            Self { #(#fields)* #additional }
        }
    }
}

/// What `new` takes for a field, and what it makes of it.
pub(in crate::emit) fn argument(types: Types<'_>, field: &Field) -> Argument {
    let name = &field.name;
    if field.presence == Presence::RequiredNullable {
        let ty = types.of(&field.draft.value);
        let value = if field.boxed {
            quote!(#name.into().map(Box::new))
        } else {
            quote!(#name.into())
        };
        return Argument {
            ty: quote!(impl Into<Option<#ty>>),
            value,
            is_converted: true,
        };
    }
    boxed(field, Argument::new(types, &field.draft.value, name))
}

fn boxed(field: &Field, argument: Argument) -> Argument {
    let value = argument.value;
    Argument {
        value: if field.boxed {
            quote!(Box::new(#value))
        } else {
            value
        },
        ..argument
    }
}

/// What a field holds that `new` doesn't ask for.
fn initial(types: Types<'_>, field: &Field) -> TokenStream {
    match field.presence {
        Presence::Patch => quote!(runtime::Patch::Absent),
        _ => constant(types, field).unwrap_or_else(|| quote!(None)),
    }
}

/// The only value of a field whose type has a single one.
fn constant(types: Types<'_>, field: &Field) -> Option<TokenStream> {
    if field.presence != Presence::Constant {
        return None;
    }
    let Type::Named(id) = types.behind(&field.draft.value) else {
        return None;
    };
    let (TypeKind::TextEnum(variants) | TypeKind::ScalarEnum(variants)) = &types.item(*id)?.kind
    else {
        return None;
    };
    let ty = types.of(&field.draft.value);
    let variant = &variants.first()?.name;
    let value = quote!(#ty::#variant);
    Some(if field.boxed {
        quote!(Box::new(#value))
    } else {
        value
    })
}

fn setter(types: Types<'_>, field: &Field) -> TokenStream {
    let name = &field.name;
    let docs = Doc::prose(&field.draft.docs, || {
        format!("Sets {}.", prose::span(&field.draft.wire))
    })
    .outer();
    let deprecation = deprecation(&field.draft.docs);
    let Argument { ty, value, .. } = setter_argument(types, field);
    quote! {
        #docs
        #deprecation
        #[must_use]
        pub fn #name(mut self, #name: #ty) -> Self {
            self.#name = #value;
            self
        }
    }
}

/// What the setter of a field takes, and what it makes of it.
pub(in crate::emit) fn setter_argument(types: Types<'_>, field: &Field) -> Argument {
    let name = &field.name;
    if field.presence != Presence::Patch {
        let argument = boxed(field, Argument::new(types, &field.draft.value, name));
        let value = argument.value;
        return Argument {
            value: quote!(Some(#value)),
            ..argument
        };
    }
    let inner = types.of(&field.draft.value);
    let value = if field.boxed {
        quote!(#name.into().map(Box::new))
    } else {
        quote!(#name.into())
    };
    Argument {
        ty: quote!(impl Into<runtime::Patch<#inner>>),
        value,
        is_converted: true,
    }
}

/// The setter for a property that the document doesn't name.
fn additional(types: Types<'_>, structure: &Struct) -> Option<TokenStream> {
    let (field, value) = structure.additional.as_ref()?;
    let argument = Argument::new(types, value, &quote!(value));
    let (ty, value) = (argument.ty, argument.value);
    let docs = Doc::new("Sets a property that the document doesn't name.").outer();
    Some(quote! {
        #docs
        #[must_use]
        pub fn additional_property(mut self, name: impl Into<String>, value: #ty) -> Self {
            self.#field.insert(name.into(), #value);
            self
        }
    })
}
