//! Multipart bodies: which properties are files, and which media types the document gives.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::rust_type::Types;
use crate::ir::api::{Struct, TypeKind};
use crate::ir::{Multipart, Type};

/// The step that puts a form into a call.
pub(super) fn step(types: Types<'_>, form: &Multipart, value: &TokenStream) -> TokenStream {
    let files = files(types, form).map(|(wire, field)| quote!((#wire, &#value.#field)));
    let content_types = form
        .content_types
        .iter()
        .map(|(name, media_type)| quote!((#name, #media_type)));
    quote!(.multipart_body(&#value, &[#(#files),*], &[#(#content_types),*]))
}

/// The wire names of the properties that are files, with their fields.
fn files<'a>(
    types: Types<'a>,
    form: &'a Multipart,
) -> impl Iterator<Item = (&'a str, TokenStream)> {
    let structure = structure(types, &form.value);
    let fields = structure
        .into_iter()
        .flat_map(|structure| &structure.fields);
    fields
        .filter(|field| holds_files(&field.draft.value))
        .map(|field| {
            let name = &field.name;
            (field.draft.wire.as_str(), quote!(#name))
        })
}

fn structure<'a>(types: Types<'a>, value: &'a Type) -> Option<&'a Struct> {
    match types.behind(value) {
        Type::Named(id) => match &types.item(*id)?.kind {
            TypeKind::Struct(structure) => Some(structure),
            _ => None,
        },
        _ => None,
    }
}

/// Whether a type is one of files: such a type is written as the parts of a form, and never read.
pub(in crate::emit) fn holds_files(value: &Type) -> bool {
    match value {
        Type::File => true,
        Type::Array(item) => **item == Type::File,
        _ => false,
    }
}
