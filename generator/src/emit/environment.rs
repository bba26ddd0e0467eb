//! The servers of an API as an enum.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::Doc;
use super::prose;
use crate::ir::Docs;
use crate::ir::api::{Api, Environment};

/// The file with the environments; `None` if the document names no server.
pub(super) fn generate(api: &Api) -> Option<TokenStream> {
    if api.environments.is_empty() {
        return None;
    }
    let variants = api
        .environments
        .iter()
        .enumerate()
        .map(|(index, environment)| variant(index, environment));
    let names = api.environments.iter().map(|environment| &environment.name);
    let urls = api.environments.iter().map(|environment| &environment.url);
    Some(quote! {
        /// Where the API answers.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Environment {
            #(#variants)*
        }

        impl Environment {
            /// Its base URL.
            pub fn base_url(self) -> &'static str {
                match self {
                    #(Self::#names => #urls,)*
                }
            }
        }
    })
}

fn variant(index: usize, environment: &Environment) -> TokenStream {
    let url = prose::span(&environment.url);
    let docs = Docs {
        description: environment.description.clone(),
        ..Docs::default()
    };
    let docs =
        Doc::prose(&docs, || format!("The server at {url}.")).and([format!("Base URL: {url}")]);
    let docs = docs.outer();
    let default = (index == 0).then(|| quote!(#[default]));
    let name = &environment.name;
    quote!(#docs #default #name,)
}
