//! The struct of a call: made by a resource's method, grown by setters, sent when it is awaited.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::docs::{Doc, deprecation};
use super::super::rust_type::Types;
use super::super::{local, prose};
use super::given::{self, Given};
use super::success;
use crate::ir::api::{Operation, Resource};

/// A call and its methods.
pub(super) fn generate(
    types: Types<'_>,
    resource: &Resource,
    operation: &Operation,
) -> TokenStream {
    let docs = docs(resource, operation).outer();
    let name = &operation.name;
    let output = success::output(types, operation);
    let new = new(types, operation);
    let setters = given::optional(operation).map(|given| setter(types, given));
    quote! {
        #docs
        #[must_use = "a call is sent when it is awaited"]
        #[derive(Clone, Debug)]
        pub struct #name {
            call: runtime::Call<#output>,
        }

        impl #name {
            #new
            #(#setters)*
        }

        runtime::call_methods!(#name, #output);
    }
}

fn docs(resource: &Resource, operation: &Operation) -> Doc {
    let link = format!(
        "[`{0}::{1}`](super::super::resources::{0}::{1})",
        resource.name.as_str(),
        operation.method_name.as_str()
    );
    Doc::new(format!("The call that {link} makes.")).and([format!(
        "{}, described at {}.",
        prose::span(&line(operation)),
        prose::span(&operation.origin.0.to_string())
    )])
}

/// Method and path.
pub(in crate::emit) fn line(operation: &Operation) -> String {
    format!("{} {}", operation.method, operation.path)
}

fn new(types: Types<'_>, operation: &Operation) -> TokenStream {
    let required: Vec<_> = given::required(operation).collect();
    let client = local::unlike(
        "client",
        required.iter().map(|given| given.name().to_token()),
    );
    let parameters = required.iter().map(|given| {
        let (name, ty) = (given.name(), given.written(types));
        quote!(#name: #ty)
    });
    let steps = required.iter().map(|given| {
        let name = given.name();
        given.step(types, &quote!(#name))
    });
    let constants = given::constants(operation);
    let call = quote!(runtime::Call::new(#client, &OPERATION, RESPONSES));
    let call = match &operation.retry_rule {
        Some(_) => quote!(#call.retry_rule(&RETRY_RULE)),
        None => call,
    };
    let call = match &operation.server {
        Some(url) => quote!(runtime::CallOptions::base_url(#call, #url)),
        None => call,
    };
    quote! {
        pub(crate) fn new(#client: &runtime::Client, #(#parameters),*) -> Self {
            Self {
                call: #call #(#constants)*#(#steps)*,
            }
        }
    }
}

fn setter(types: Types<'_>, given: Given<'_>) -> TokenStream {
    let docs = Doc::of(given.docs(), || {
        format!("Sets {}.", prose::span(given.wire()))
    })
    .outer();
    let deprecation = deprecation(given.docs());
    let name = given.name();
    let argument = given.argument(types);
    let ty = argument.ty;
    let step = given.step(types, &quote!(#name));
    let converted = argument.is_converted.then(|| {
        let (owned, value) = (given.written(types), &argument.value);
        quote!(let #name: #owned = #value;)
    });
    quote! {
        #docs
        #deprecation
        pub fn #name(mut self, #name: #ty) -> Self {
            #converted
            self.call = self.call #step;
            self
        }
    }
}
