//! Conditions under which items are there: the cargo features of a crate with several tags.

use indexmap::IndexSet;
use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::api::{Api, Resource, TypeItem};
use crate::names::FeatureName;

/// The condition of what belongs to an accessor.
pub(super) fn of_resource(api: &Api, resource: &Resource) -> TokenStream {
    match api.has_features {
        true => any([&resource.feature]),
        false => TokenStream::new(),
    }
}

/// The condition under which there is an accessor at all.
pub(super) fn of_any_resource(api: &Api) -> TokenStream {
    let features = api.resources.iter().map(|resource| &resource.feature);
    any(features.filter(|_| api.has_features))
}

/// The condition of a file with this type.
pub(super) fn of_type(item: &TypeItem) -> TokenStream {
    any(&item.features)
}

/// The condition under which there is a type at all, if there is any in the crate.
pub(super) fn of_any_type(items: &[&TypeItem]) -> TokenStream {
    if items.iter().any(|item| item.features.is_empty()) {
        return TokenStream::new();
    }
    let features: IndexSet<_> = items.iter().flat_map(|item| &item.features).collect();
    any(features)
}

fn any<'f>(features: impl IntoIterator<Item = &'f FeatureName>) -> TokenStream {
    let features: Vec<_> = features.into_iter().map(FeatureName::as_str).collect();
    match features.as_slice() {
        [] => TokenStream::new(),
        [feature] => quote!(#[cfg(feature = #feature)]),
        _ => quote!(#[cfg(any(#(feature = #features),*))]),
    }
}
