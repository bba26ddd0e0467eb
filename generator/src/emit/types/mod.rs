//! The types of an API: a file per component schema, with the inline types that belong to it.

mod alias;
mod constructor;
mod imports;
mod record;
mod scalar_enum;
mod structure;
mod text_enum;
mod union;

pub(super) use constructor::{
    argument as constructor_argument, arguments, is_settable, setter_argument,
};
pub(super) use structure::{field_type, identifies};

use indexmap::IndexMap;
use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{Doc, deprecation};
use super::gate;
use super::rust_type::Types;
use crate::ir::api::{Api, TypeItem, TypeKind};
use crate::names::FileName;

/// The items of each file, in the document's order.
pub(super) fn files(api: &Api) -> IndexMap<&FileName, Vec<&TypeItem>> {
    let mut files: IndexMap<_, Vec<_>> = IndexMap::new();
    for item in &api.types {
        if !matches!(item.kind, TypeKind::Absent) {
            files.entry(&item.file).or_default().push(item);
        }
    }
    files
}

/// The module `types`: its files, and their items under one roof.
pub(super) fn index(api: &Api) -> TokenStream {
    let docs = Doc::new("What the API takes and sends: a type per schema of the document.").inner();
    let mut modules = TokenStream::new();
    let mut exports = TokenStream::new();
    for (file, items) in files(api) {
        let module = file.to_token();
        let names = items.iter().map(|item| &item.name);
        let gate = items.first().map(|item| gate::of_type(item));
        modules.extend(quote!(#gate mod #module;));
        exports.extend(quote!(#gate pub use #module::{#(#names),*};));
    }
    quote!(#docs #modules #exports)
}

/// A file of types.
pub(super) fn file(api: &Api, items: &[&TypeItem]) -> TokenStream {
    let imports = imports::generate(api, items);
    let items = items.iter().map(|item| generate(api, item));
    quote!(#imports #(#items)*)
}

/// An item and its implementations.
fn generate(api: &Api, item: &TypeItem) -> TokenStream {
    let types = Types::bare(api);
    match &item.kind {
        TypeKind::Alias(target) => alias::generate(types, item, target),
        TypeKind::Struct(structure) => structure::generate(types, item, structure),
        TypeKind::TextEnum(variants) => text_enum::generate(item, variants),
        TypeKind::ScalarEnum(variants) => scalar_enum::generate(item, variants),
        TypeKind::Union(union) => union::generate(types, item, union),
        TypeKind::Absent => TokenStream::new(),
    }
}

/// Docs and deprecation of an item; `kind` is the sentence for one that the document says nothing of.
fn header(item: &TypeItem, kind: &str) -> TokenStream {
    let mut docs = item.docs.clone();
    let examples = std::mem::take(&mut docs.examples);
    if docs
        .summary
        .as_deref()
        .is_some_and(|title| is_name(title, item))
    {
        docs.summary = None;
    }
    let doc = Doc::of(&docs, || kind.to_owned()).with_example(examples.first());
    let deprecation = deprecation(&docs);
    let docs = doc.with_origin(&item.origin).outer();
    quote!(#docs #deprecation)
}

/// Whether a title says no more than the item's name.
fn is_name(title: &str, item: &TypeItem) -> bool {
    let letters = |text: &str| -> String {
        text.chars()
            .filter(|character| character.is_alphanumeric())
            .collect()
    };
    letters(title).eq_ignore_ascii_case(&letters(item.name.as_str()))
}
