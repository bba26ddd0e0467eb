//! Structs: one per object with named properties.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::docs::{Doc, deprecation};
use super::super::operation::holds_files;
use super::super::prose;
use super::super::rust_type::Types;
use super::{constructor, record};
use crate::ir::Type;
use crate::ir::api::{Field, Presence, Struct, TypeItem};

/// A struct and its implementations.
pub(super) fn generate(types: Types<'_>, item: &TypeItem, structure: &Struct) -> TokenStream {
    let has_files = structure
        .fields
        .iter()
        .any(|field| holds_files(&field.draft.value));
    let header = super::header(
        item,
        if has_files {
            "A form with files."
        } else {
            "A JSON object."
        },
    );
    let name = &item.name;
    let fields = structure
        .fields
        .iter()
        .map(|field| declaration(types, field));
    let additional = structure.additional.as_ref().map(|(name, value)| {
        let docs =
            Doc::new("Properties that the document doesn't name, kept as received and sent back.")
                .outer();
        let value = types.of(value);
        quote!(#docs pub #name: BTreeMap<String, #value>,)
    });
    let constructor = item
        .sendable
        .then(|| constructor::generate(types, item, structure));
    let record = record::generate(types, item, structure);
    let identified = identified(types, item, structure);
    quote! {
        #header
        #[derive(Clone, PartialEq)]
        #[non_exhaustive]
        pub struct #name {
            #(#fields)*
            #additional
        }
        #constructor
        #record
        #identified
    }
}

fn declaration(types: Types<'_>, field: &Field) -> TokenStream {
    let otherwise = || {
        let said = types.said_of(&field.draft.value);
        said.unwrap_or_else(|| format!("The property {}.", prose::span(&field.draft.wire)))
    };
    let docs = Doc::of(&field.draft.docs, otherwise).outer();
    let deprecation = deprecation(&field.draft.docs);
    let name = &field.name;
    let ty = field_type(types, field);
    quote!(#docs #deprecation pub #name: #ty,)
}

/// A field's type: its value's, in a box, in what tells absence and null apart.
pub(in crate::emit) fn field_type(types: Types<'_>, field: &Field) -> TokenStream {
    let value = types.of(&field.draft.value);
    let value = if field.boxed {
        quote!(Box<#value>)
    } else {
        value
    };
    match field.presence {
        Presence::Required | Presence::Constant => value,
        Presence::RequiredNullable | Presence::Optional => quote!(Option<#value>),
        Presence::Patch => quote!(runtime::Patch<#value>),
    }
}

/// The field that identifies the object, where it always holds a text.
pub(in crate::emit) fn identifies<'s>(
    types: Types<'_>,
    structure: &'s Struct,
) -> Option<&'s Field> {
    let field = structure.fields.get(structure.identifier?)?;
    let is_text = matches!(types.behind(&field.draft.value), Type::String);
    (field.presence == Presence::Required && is_text).then_some(field)
}

fn identified(types: Types<'_>, item: &TypeItem, structure: &Struct) -> Option<TokenStream> {
    let (name, id) = (&item.name, &identifies(types, structure)?.name);
    Some(quote! {
        impl runtime::Identified for #name {
            fn id(&self) -> &str {
                &self.#id
            }
        }
    })
}
