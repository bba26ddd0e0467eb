//! Answers that can be read while they arrive, besides as a whole: a table and a method for each way.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::rust_type::Types;
use super::success;
use super::tables::{chunk_cases, event_cases};
use crate::ir::api::Operation;

/// The tables and the methods, if an answer can be read so.
pub(super) fn generate(types: Types<'_>, operation: &Operation) -> TokenStream {
    let (events, chunks) = (events(types, operation), chunks(operation));
    quote!(#events #chunks)
}

fn events(types: Types<'_>, operation: &Operation) -> Option<TokenStream> {
    let events = operation.events.as_ref()?;
    let name = &operation.name;
    let event = success::event(types, &events.events);
    let cases = event_cases(events);
    Some(quote! {
        static EVENTS: &[runtime::Case<runtime::EventStream<#event>>] = &[#(#cases),*];

        runtime::event_methods!(#name, #event, EVENTS);
    })
}

fn chunks(operation: &Operation) -> Option<TokenStream> {
    let cases = chunk_cases(operation);
    let name = &operation.name;
    (!cases.is_empty()).then(|| {
        quote! {
            static CHUNKS: &[runtime::Case<runtime::ByteStream>] = &[#(#cases),*];

            runtime::stream_methods!(#name, CHUNKS);
        }
    })
}
