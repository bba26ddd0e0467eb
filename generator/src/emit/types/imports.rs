//! What a file of types uses from elsewhere.

use std::collections::BTreeSet;

use proc_macro2::{TokenStream, TokenTree};
use quote::quote;

use super::super::rust_type::Types;
use crate::ir::api::{Api, TypeItem, TypeKind};

/// The imports of a file with these items.
pub(super) fn generate(api: &Api, items: &[&TypeItem]) -> TokenStream {
    let implements = items
        .iter()
        .any(|item| !matches!(item.kind, TypeKind::Alias(_)));
    let fmt = implements.then(|| {
        quote!(
            use std::fmt;
        )
    });
    let siblings = siblings(api, items);
    let siblings = (!siblings.is_empty()).then(|| quote!(use super::{#(#siblings),*};));
    let has_maps =
        mentions(api, items, "BTreeMap") || items.iter().any(|item| keeps_additional(item));
    let map = has_maps.then(|| {
        quote!(
            use std::collections::BTreeMap;
        )
    });
    let runtime = (implements || mentions(api, items, "runtime")).then(|| {
        quote!(
            use crate::runtime;
        )
    });
    quote!(#map #fmt #siblings #runtime)
}

/// Types of other files, each once, by name.
fn siblings<'a>(api: &'a Api, items: &[&TypeItem]) -> BTreeSet<&'a crate::names::Identifier> {
    let types = Types::bare(api);
    let own: BTreeSet<_> = items.iter().map(|item| &item.name).collect();
    let values = items.iter().flat_map(|item| item.values());
    values
        .filter_map(|value| types.item(value.name()?))
        .map(|item| &item.name)
        .filter(|name| !own.contains(name))
        .collect()
}

/// Whether a token is in what the parts of the items are written as.
fn mentions(api: &Api, items: &[&TypeItem], name: &str) -> bool {
    let types = Types::bare(api);
    items.iter().flat_map(|item| item.values()).any(|ty| {
        types
            .of(ty)
            .into_iter()
            .any(|token| matches!(token, TokenTree::Ident(token) if token == name))
    })
}

fn keeps_additional(item: &TypeItem) -> bool {
    matches!(&item.kind, TypeKind::Struct(structure) if structure.additional.is_some())
}
