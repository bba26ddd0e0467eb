//! What the API sends by itself: the modules `webhooks` and `callbacks`, with a name for each body.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{Doc, deprecation};
use super::operation::names_module;
use super::prose;
use super::rust_type::Types;
use crate::ir::Payload;
use crate::ir::api::{Api, IncomingRequest};

/// A module with a name for the body of each request of a kind.
pub(super) struct Module {
    /// What it is called.
    pub(super) name: &'static str,
    about: &'static str,
    requests: fn(&Api) -> &[IncomingRequest],
}

const MODULES: [Module; 2] = [
    Module {
        name: "callbacks",
        about: "What the API sends because a call asked for it: a name for the body of each callback.",
        requests: |api| &api.callbacks,
    },
    Module {
        name: "webhooks",
        about: "What the API sends when something happens: a name for the body of each webhook.",
        requests: |api| &api.webhooks,
    },
];

/// The modules that an API has.
pub(super) fn modules(api: &Api) -> impl Iterator<Item = Module> {
    let modules = MODULES.into_iter();
    modules.filter(|module| !(module.requests)(api).is_empty())
}

/// A module.
pub(super) fn file(api: &Api, module: &Module) -> TokenStream {
    let docs = Doc::new(module.about)
        .and(["Each can be read by whatever reads the bodies of your server, such as `serde_json::from_slice`.".to_owned()])
        .inner();
    let types = Types::qualified(api);
    let items: TokenStream = ((module.requests)(api).iter())
        .map(|request| generate(api, types, request))
        .collect();
    let import = names_module(&items, "types").then(|| {
        quote!(
            use super::types;
        )
    });
    let runtime = names_module(&items, "runtime").then(|| {
        quote!(
            use crate::runtime;
        )
    });
    quote!(#docs #import #runtime #items)
}

fn generate(api: &Api, types: Types<'_>, request: &IncomingRequest) -> TokenStream {
    let name = &request.name;
    let body = body(types, request);
    let docs = docs(api, request).outer();
    let deprecation = deprecation(&request.docs);
    quote! {
        #docs
        #deprecation
        pub type #name = #body;
    }
}

/// The type of a request's body.
pub(super) fn body(types: Types<'_>, request: &IncomingRequest) -> TokenStream {
    match &request.payload {
        Payload::Json(value) | Payload::Form(value) => types.of(value),
        Payload::Multipart(form) => types.of(&form.value),
        Payload::Text => quote!(String),
        Payload::Bytes => quote!(runtime::Bytes),
        Payload::Empty => quote!(()),
    }
}

fn docs(api: &Api, request: &IncomingRequest) -> Doc {
    let key = prose::span(&request.key);
    let otherwise = || match &request.asked_for {
        Some(_) => format!("The body of the callback {key}."),
        None => format!("The body of the webhook {key}."),
    };
    Doc::of(&request.docs, otherwise)
        .and([sent(api, request)])
        .with_origin(&request.origin)
}

/// How the request is made.
fn sent(api: &Api, request: &IncomingRequest) -> String {
    let method = &request.method;
    let media_type = prose::span(&request.media_type);
    match &request.asked_for {
        Some((call, address)) => {
            let name = call.as_str();
            let call = if api.selection.only_types {
                format!("`{name}`")
            } else {
                format!("[`{name}`](super::operations::{name})")
            };
            format!(
                "Sent as `{method}` of {media_type} to the address {}, for a call of {call}.",
                prose::span(address),
            )
        }
        None => format!("Sent as `{method}` of {media_type}."),
    }
}
