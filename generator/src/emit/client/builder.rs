//! The builder of an API's client.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::docs::Doc;
use super::super::prose;
use crate::ir::Placement;
use crate::ir::api::{Api, Credential};

/// The builder.
pub(super) fn generate(api: &Api) -> TokenStream {
    let credentials = api.credentials.iter().map(credential);
    let environment = (!api.environments.is_empty()).then(|| {
        quote! {
            /// The server to call. Default: [`Environment::default`].
            pub fn environment(self, environment: Environment) -> Self {
                self.base_url(environment.base_url())
            }
        }
    });
    let settings = settings();
    quote! {
        /// Builds a [`Client`]. What is wrong is reported by [`build`](Self::build), so that steps chain.
        #[derive(Clone, Debug)]
        #[must_use = "a builder does nothing until it builds"]
        pub struct ClientBuilder {
            inner: runtime::ClientBuilder,
        }

        impl ClientBuilder {
            #(#credentials)*
            #environment
            #settings
        }
    }
}

fn credential(credential: &Credential) -> TokenStream {
    let (name, scheme) = (&credential.name, &credential.wire);
    let variable = prose::span(&credential.variable);
    let docs = Doc::prose(&credential.docs, || match credential.placement {
        Placement::Basic => "User name and password.".to_owned(),
        _ => "The key or token.".to_owned(),
    });
    let docs = docs
        .and([format!("{} Environment variable: {variable}.", travel(&credential.placement))])
        .outer();
    if credential.placement == Placement::Basic {
        return quote! {
            #docs
            pub fn #name(mut self, username: impl Into<String>, password: impl Into<String>) -> Self {
                self.inner = self.inner.basic_credential(#scheme, username, password);
                self
            }
        };
    }
    quote! {
        #docs
        pub fn #name(mut self, #name: impl Into<String>) -> Self {
            self.inner = self.inner.credential(#scheme, #name);
            self
        }
    }
}

/// How a credential travels, as a sentence.
fn travel(placement: &Placement) -> String {
    match placement {
        Placement::Header(name) => format!("Sent in the header {}.", prose::span(name)),
        Placement::Query(name) => format!("Sent in the query parameter {}.", prose::span(name)),
        Placement::Cookie(name) => format!("Sent in the cookie {}.", prose::span(name)),
        Placement::Bearer => "Sent as a bearer token in the header `Authorization`.".to_owned(),
        Placement::Basic => "Sent in the header `Authorization`; `username:password` in the environment.".to_owned(),
    }
}

/// What every API's builder has.
fn settings() -> TokenStream {
    quote! {
        /// Reads what has not been given yet from the environment; see [`Client::from_env`].
        pub fn from_env(mut self) -> Self {
            self.inner = self.inner.from_env();
            self
        }

        /// Another address than the documented one. It must be `https`, except on loopback.
        pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
            self.inner = self.inner.base_url(base_url);
            self
        }

        /// Accepts a base URL with plain `http` outside of loopback.
        ///
        /// Whoever can listen in on the network can then read credentials and answers, and change them.
        pub fn allow_http(mut self) -> Self {
            self.inner = self.inner.allow_http();
            self
        }

        /// How long a call may take as a whole. Default: 60 seconds.
        pub fn timeout(mut self, timeout: Duration) -> Self {
            self.inner = self.inner.timeout(timeout);
            self
        }

        /// How large a response body may be, in bytes. Default: 32 MiB.
        pub fn max_response_bytes(mut self, bytes: usize) -> Self {
            self.inner = self.inner.max_response_bytes(bytes);
            self
        }

        /// Another transport than the one that comes with the crate.
        pub fn transport(mut self, transport: impl runtime::Transport + 'static) -> Self {
            self.inner = self.inner.transport(transport);
            self
        }

        /// The client.
        ///
        /// # Errors
        ///
        /// If the base URL is none or is unsafe, if a credential can't be sent as it is, if the environment lacks what
        /// it should have, or if there is no transport.
        pub fn build(self) -> Result<Client, runtime::Error> {
            self.inner.build().map(|inner| Client { inner })
        }
    }
}
