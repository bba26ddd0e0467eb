//! The builder of an API's client.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::docs::Doc;
use super::super::place::Place;
use super::super::{example, prose};
use crate::ir::Placement;
use crate::ir::api::{Api, Credential};

/// The builder.
pub(super) fn generate(api: &Api, place: &Place) -> TokenStream {
    let sentence =
        "Builds a [`Client`]. What is wrong is reported at the end, so that steps chain.";
    let docs = Doc::new(sentence)
        .and(["# Examples".to_owned()])
        .and(example::builder(place))
        .outer();
    let credentials = api.credentials.iter().map(credential);
    let environment = (!api.environments.is_empty()).then(|| {
        quote! {
            /// The server to call. Default: [`Environment::default`].
            pub fn environment(self, environment: Environment) -> Self {
                self.base_url(environment.base_url())
            }
        }
    });
    let methods = quote!(#(#credentials)* #environment);
    let methods = (!methods.is_empty()).then(|| quote!(impl ClientBuilder { #methods }));
    quote! {
        #docs
        #[derive(Clone, Debug)]
        #[must_use = "a builder does nothing until it builds"]
        pub struct ClientBuilder {
            inner: runtime::ClientBuilder,
        }

        #methods

        runtime::client_builder_methods!(ClientBuilder, Client);
    }
}

fn credential(credential: &Credential) -> TokenStream {
    let (name, scheme) = (&credential.name, &credential.wire);
    let docs = credential_docs(credential).outer();
    let kind = argument_type(credential);
    if credential.placement == Placement::Basic {
        return quote! {
            #docs
            pub fn #name(mut self, username: impl Into<#kind>, password: impl Into<#kind>) -> Self {
                self.inner = self.inner.basic_credential(#scheme, username, password);
                self
            }
        };
    }
    quote! {
        #docs
        pub fn #name(mut self, #name: impl Into<#kind>) -> Self {
            self.inner = self.inner.credential(#scheme, #name);
            self
        }
    }
}

fn credential_docs(credential: &Credential) -> Doc {
    let variable = prose::span(&credential.variable);
    let is_basic = credential.placement == Placement::Basic;
    let docs = Doc::prose(&credential.docs, || match is_basic {
        true => "User name and password.".to_owned(),
        false => "The key or token.".to_owned(),
    });
    let travel = travel(&credential.placement);
    let docs = docs.and([format!("{travel} Environment variable: {variable}.")]);
    match is_basic {
        true => docs,
        false => docs.and(
            [
                "Give it as text, or give a [`TokenProvider`](runtime::TokenProvider), which is asked for another one",
                "when the server refuses it.",
            ]
            .map(str::to_owned),
        ),
    }
}

/// What arguments for a credential are turned into.
pub(in crate::emit) fn argument_type(credential: &Credential) -> TokenStream {
    match credential.placement {
        Placement::Basic => quote!(String),
        _ => quote!(runtime::Credential),
    }
}

/// How a credential travels, as a sentence.
fn travel(placement: &Placement) -> String {
    match placement {
        Placement::Header(name) => format!("Sent in the header {}.", prose::span(name)),
        Placement::Query(name) => format!("Sent in the query parameter {}.", prose::span(name)),
        Placement::Cookie(name) => format!("Sent in the cookie {}.", prose::span(name)),
        Placement::Bearer => "Sent as a bearer token in the header `Authorization`.".to_owned(),
        Placement::Basic => {
            "Sent in the header `Authorization`; `username:password` in the environment.".to_owned()
        }
    }
}
