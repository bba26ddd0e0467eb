//! Resources: what a client's accessors return, with a method per operation of a tag.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{Doc, deprecation, sentence};
use super::gate;
use super::operation::{Given, has_chunks, line, names_module, required, retry_docs, status};
use super::place::Place;
use super::rust_type::Types;
use super::{example, prose};
use crate::ir::api::{Api, ErrorBody, Operation, Resource};
use crate::ir::{Payload, Type};

/// The module `resources`: its files, and their items under one roof.
pub(super) fn index(api: &Api) -> TokenStream {
    let docs = Doc::new("Operations by tag: what the client's accessors return.").inner();
    let mut modules = TokenStream::new();
    let mut exports = TokenStream::new();
    for resource in &api.resources {
        let (module, name) = (resource.file.to_token(), &resource.name);
        let gate = gate::of_resource(api, resource);
        modules.extend(quote!(#gate mod #module;));
        exports.extend(quote!(#gate pub use #module::#name;));
    }
    quote!(#docs #modules #exports)
}

/// What the document says of a resource.
pub(super) fn docs(resource: &Resource) -> Doc {
    Doc::of(&resource.docs, || match &resource.tag {
        Some(tag) => format!("Operations of the tag {}.", prose::span(tag)),
        None => "Operations without a tag.".to_owned(),
    })
}

/// A file of a resource.
pub(super) fn file(api: &Api, place: &Place, resource: &Resource) -> TokenStream {
    let docs = docs(resource).outer();
    let name = &resource.name;
    let methods = resource
        .operations
        .iter()
        .map(|operation| method(api, place, resource, operation));
    let methods = quote!(#(#methods)*);
    let types = names_module(&methods, "types").then(|| quote!(, types));
    quote! {
        use super::super::{operations #types};
        use crate::runtime;

        #docs
        #[derive(Clone, Debug)]
        pub struct #name {
            client: runtime::Client,
        }

        impl #name {
            pub(crate) fn new(client: &runtime::Client) -> Self {
                Self { client: client.clone() }
            }

            #methods
        }
    }
}

fn method(api: &Api, place: &Place, resource: &Resource, operation: &Operation) -> TokenStream {
    let types = Types::qualified(api);
    let docs = method_docs(api, place, resource, operation).outer();
    let deprecation = deprecation(&operation.docs);
    let (method, call) = (&operation.method_name, &operation.name);
    let arguments: Vec<_> = required(operation)
        .map(|given| (given.name(), given.argument(types)))
        .collect();
    let parameters = arguments.iter().map(|(name, argument)| {
        let ty = &argument.ty;
        quote!(#name: #ty)
    });
    let values = arguments.iter().map(|(_, argument)| &argument.value);
    quote! {
        #docs
        #deprecation
        pub fn #method(&self, #(#parameters),*) -> operations::#call {
            operations::#call::new(&self.client, #(#values),*)
        }
    }
}

fn method_docs(api: &Api, place: &Place, resource: &Resource, operation: &Operation) -> Doc {
    let request = prose::span(&line(operation));
    let mut doc = Doc::prose(&operation.docs, || format!("Sends {request}."));
    let arguments: Vec<_> = required(operation).flat_map(argument_docs).collect();
    if !arguments.is_empty() {
        doc.push(["# Arguments".to_owned()]);
        doc.push(arguments);
    }
    doc.push(operation.retry_rule.iter().flat_map(retry_docs));
    let errors = errors(api, operation);
    if !errors.is_empty() {
        doc.push(["# Errors".to_owned()]);
        doc.push(["Besides what can go wrong with every call, the document names:".to_owned()]);
        doc.push(errors);
    }
    doc.push(streams(operation));
    doc.push(headers(operation));
    let example = example::operation(api, place, resource, operation);
    if !example.is_empty() {
        doc.push(["# Examples".to_owned()]);
        doc.push(example);
    }
    doc.with_facts(&operation.docs).and([format!(
        "Request: {request}, described at {}.",
        prose::span(&operation.origin.0.to_string())
    )])
}

/// In which other ways the answer can be read.
fn streams(operation: &Operation) -> Option<String> {
    let method = |name: &str| {
        let call = operation.name.as_str();
        format!("[`{name}`](super::super::operations::{call}::{name})")
    };
    let events = operation
        .events
        .as_ref()
        .map(|_| format!("as a stream of events ({})", method("events")));
    let chunks = has_chunks(operation).then(|| format!("in chunks ({})", method("stream")));
    let ways: Vec<_> = events.into_iter().chain(chunks).collect();
    (!ways.is_empty()).then(|| {
        format!(
            "The answer can also be read while it arrives: {}.",
            ways.join(" or ")
        )
    })
}

/// What reads the headers of the answer.
fn headers(operation: &Operation) -> Option<String> {
    let name = operation.headers.as_ref()?.name.as_str();
    Some(format!(
        "Headers of the answer: [`{name}`](super::super::operations::{name})."
    ))
}

/// An item on an argument: the first paragraph of what the document says.
fn argument_docs(given: Given<'_>) -> Vec<String> {
    let doc = Doc::prose(given.docs(), || match given {
        Given::Parameter(_) => format!("The parameter {}.", prose::span(given.wire())),
        Given::Body(_) => "What is sent.".to_owned(),
    });
    let deprecated = if given.docs().deprecated {
        " (deprecated)"
    } else {
        ""
    };
    prose::item(
        0,
        &format!(
            "`{}`{deprecated}: {}",
            given.name().as_str(),
            doc.first_paragraph()
        ),
    )
}

/// What the document says of errors, with the types of their bodies.
fn errors(api: &Api, operation: &Operation) -> Vec<String> {
    let by_status = operation
        .errors
        .chunk_by(|one, other| one.statuses == other.statuses);
    let lines = by_status.flat_map(|errors| {
        let Some(error) = errors.first() else {
            return Vec::new();
        };
        let doc = Doc::prose(&error.docs, || "No more is said of it.".to_owned());
        let words = sentence(doc.first_paragraph());
        let bodies: Vec<_> = errors
            .iter()
            .filter_map(|error| error_body(api, error))
            .collect();
        let bodies = match bodies.is_empty() {
            true => String::new(),
            false => format!(" Body: {}.", bodies.join(" or ")),
        };
        prose::item(0, &format!("{}: {words}{bodies}", status(error.statuses)))
    });
    lines.collect()
}

/// The type that a body of an error is asked for by.
fn error_body(api: &Api, error: &ErrorBody) -> Option<String> {
    Some(match &error.payload {
        Payload::Json(Type::Named(id)) => {
            let item = Types::bare(api).item(*id)?;
            format!("[`{0}`](super::super::types::{0})", item.name.as_str())
        }
        Payload::Form(_) | Payload::Text => "`String`".to_owned(),
        Payload::Multipart(_) | Payload::Bytes => "`runtime::Bytes`".to_owned(),
        Payload::Json(_) | Payload::Empty => return None,
    })
}
