//! Headers of an operation's answers: a struct that reads them, a method for each.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::docs::{Doc, deprecation};
use super::super::prose;
use super::super::rust_type::Types;
use super::given::header_table;
use crate::ir::api::{Header, Operation};

/// The struct, if the document describes headers.
pub(super) fn generate(types: Types<'_>, operation: &Operation) -> Option<TokenStream> {
    let headers = operation.headers.as_ref()?;
    let name = &headers.name;
    let docs = docs(operation).outer();
    let methods = headers.headers.iter().map(|header| method(types, header));
    Some(quote! {
        #docs
        #[derive(Clone, Copy, Debug)]
        pub struct #name<'h> {
            headers: runtime::Headers<'h>,
        }

        impl<'h> #name<'h> {
            /// Reads these headers, each when it is asked for.
            #[must_use]
            pub fn new(headers: &'h runtime::HeaderMap) -> Self {
                Self { headers: runtime::Headers::new(headers) }
            }

            #(#methods)*
        }
    })
}

fn docs(operation: &Operation) -> Doc {
    Doc::new(format!(
        "The headers that the document describes of what {} answers.",
        prose::span(&operation.id)
    ))
    .and([
        "An answer has them in [`Response::headers`](runtime::Response::headers), an error in \
           [`Error::headers`](runtime::Error::headers)."
            .to_owned(),
    ])
}

fn method(types: Types<'_>, header: &Header) -> TokenStream {
    let wire = prose::span(&header.wire);
    let docs = Doc::of(&header.docs, || format!("The header {wire}."))
        .and(["`None` if it has not come.".to_owned()])
        .and(["# Errors".to_owned()])
        .and(["What has come is not what the document says.".to_owned()])
        .outer();
    let deprecation = deprecation(&header.docs);
    let name = &header.name;
    let value = types.of(&header.value);
    let table = header_table(&header.wire, &header.encoding);
    quote! {
        #docs
        #deprecation
        pub fn #name(&self) -> Result<Option<#value>, runtime::DecodeError> {
            self.headers.read(&#table)
        }
    }
}
