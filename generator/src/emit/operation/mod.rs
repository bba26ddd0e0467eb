//! Operations: a file per operation, with its tables, its call and what it may answer.

mod call;
mod given;
mod headers;
mod multipart;
mod paging;
mod retry;
mod streams;
mod success;
mod tables;

use proc_macro2::{Spacing, TokenStream, TokenTree};
use quote::quote;

use super::docs::Doc;
use super::gate;
use super::rust_type::Types;
use crate::ir::api::{Api, Operation, Resource, Success};
use crate::names::Identifier;

pub(super) use call::line;
pub(super) use given::{Given, optional, required};
pub(super) use multipart::holds_files;
pub(super) use retry::docs as retry_docs;
pub(super) use success::{event, output, status, value as payload_type};
pub(super) use tables::has_chunks;

/// Every operation of an API with its resource.
pub(super) fn all(api: &Api) -> impl Iterator<Item = (&Resource, &Operation)> {
    api.resources.iter().flat_map(|resource| {
        resource
            .operations
            .iter()
            .map(move |operation| (resource, operation))
    })
}

/// The module `operations`: its files, and their items under one roof.
pub(super) fn index(api: &Api) -> TokenStream {
    let docs = Doc::new(
        "Calls: a type per operation of the document, made by the methods of [`resources`](super::resources).",
    );
    let docs = docs.inner();
    let mut modules = TokenStream::new();
    let mut exports = TokenStream::new();
    for (resource, operation) in all(api) {
        let module = operation.file.to_token();
        let headers = operation.headers.as_ref().map(|headers| &headers.name);
        let names = std::iter::once(&operation.name).chain(headers);
        let names = names.chain(success_name(operation));
        let gate = gate::of_resource(api, resource);
        modules.extend(quote!(#gate mod #module;));
        exports.extend(quote!(#gate pub use #module::{#(#names),*};));
    }
    quote!(#docs #modules #exports)
}

fn success_name(operation: &Operation) -> Option<&Identifier> {
    match &operation.success {
        Success::Several { name, .. } => Some(name),
        Success::One { .. } | Success::Events(_) => None,
    }
}

/// A file of an operation.
pub(super) fn file(api: &Api, resource: &Resource, operation: &Operation) -> TokenStream {
    let types = Types::qualified(api);
    let tables = tables::generate(types, operation);
    let call = call::generate(types, resource, operation);
    let retry_rule = retry::table(operation);
    let paging = paging::generate(types, operation);
    let streams = streams::generate(types, operation);
    let headers = headers::generate(types, operation);
    let success = success::generate(types, operation);
    let items = quote!(#tables #retry_rule #call #paging #streams #headers #success);
    let import = names_module(&items, "types").then(|| {
        quote!(
            use super::super::types;
        )
    });
    quote!(#import use crate::runtime; #items)
}

/// Whether code has a path that starts with a module.
pub(super) fn names_module(code: &TokenStream, module: &str) -> bool {
    let tokens: Vec<_> = code.clone().into_iter().collect();
    let is_path = |pair: &[TokenTree]| match pair {
        [TokenTree::Ident(name), TokenTree::Punct(colon)] => {
            name == module && colon.as_char() == ':' && colon.spacing() == Spacing::Joint
        }
        _ => false,
    };
    tokens.windows(2).any(is_path)
        || tokens
            .iter()
            .any(|token| matches!(token, TokenTree::Group(group) if names_module(&group.stream(), module)))
}
