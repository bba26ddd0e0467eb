//! `lib.rs`.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::docs::Doc;
use super::super::example;
use super::super::module;
use super::super::place::{Place, title};
use super::features;
use crate::ir::api::Api;

/// Lints that the words of a document can trigger, or the size of what it describes; and what no crate may have.
fn lints() -> TokenStream {
    quote! {
        #![forbid(unsafe_code)]
        #![allow(
            deprecated,
            confusable_idents,
            mixed_script_confusables,
            uncommon_codepoints,
            clippy::enum_variant_names,
            clippy::large_enum_variant,
            clippy::module_inception,
            clippy::new_ret_no_self,
            clippy::self_named_constructors,
            clippy::should_implement_trait,
            clippy::too_many_arguments,
            clippy::type_complexity,
            clippy::upper_case_acronyms,
            clippy::wrong_self_convention,
            reason = "names, sizes and deprecations are the document's"
        )]
    }
}

/// The root of a crate with several APIs, each behind a feature.
pub(super) fn workspace(apis: &[Api], description: &str) -> TokenStream {
    let docs = Doc::new(description)
        .and(["Each API is a module behind a feature of the same name; all of them are on by default.".to_owned()])
        .inner();
    let index = apis.iter().map(index);
    let modules = apis.iter().map(|api| {
        let (module, feature) = (&api.module, api.module.as_str());
        quote! {
            #[cfg(feature = #feature)]
            #[rustfmt::skip]
            pub mod #module;
        }
    });
    let lints = lints();
    quote! {
        #docs
        #(#index)*
        #lints

        pub use bindery_runtime as runtime;

        #(#modules)*
    }
}

/// The operations of an API, shown only where its module is.
fn index(api: &Api) -> TokenStream {
    let (feature, module) = (api.module.as_str(), api.module.as_str());
    let mut lines = vec![
        String::new(),
        format!("# [{}]({module})", title(api)),
        String::new(),
    ];
    lines.extend(module::index(api, &format!("{module}::")));
    let lines = lines.into_iter().map(|line| {
        if line.is_empty() {
            line
        } else {
            format!(" {line}")
        }
    });
    quote!(#(#![cfg_attr(feature = #feature, doc = #lines)])*)
}

/// The root of a module with an API.
pub(super) fn api(api: &Api, place: &Place) -> TokenStream {
    let docs = docs(api, place).inner();
    let declarations = module::declarations(api);
    quote!(#docs #declarations)
}

/// The root of a crate with one API.
pub(super) fn standalone(api: &Api, place: &Place) -> TokenStream {
    let mut docs = docs(api, place);
    if api.has_features {
        docs.push(["# Features".to_owned()]);
        docs.push(features::table(api));
    }
    let docs = docs.inner();
    let lints = lints();
    let declarations = module::declarations(api);
    let unused = api
        .selection
        .only_types
        .then(|| quote!(#[allow(dead_code, reason = "some of it is there for clients")]));
    quote! {
        #docs
        #lints
        #unused
        pub mod runtime;
        #declarations
    }
}

fn docs(api: &Api, place: &Place) -> Doc {
    let mut doc = module::docs(api);
    if !api.selection.only_types {
        doc.push(["# Examples".to_owned()]);
        doc.push(example::client(place));
    }
    let index = module::index(api, "");
    if !index.is_empty() {
        doc.push(["# Operations".to_owned()]);
        doc.push(index);
    }
    doc
}
