//! What a call results in.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::docs::Doc;
use super::super::prose;
use super::super::rust_type::Types;
use crate::ir::api::{Operation, Success, SuccessCase};
use crate::ir::{Events, Payload, Statuses};

/// The type of a call's result.
pub(in crate::emit) fn output(types: Types<'_>, operation: &Operation) -> TokenStream {
    match &operation.success {
        Success::One {
            payload: Payload::Empty,
            ..
        } => quote!(()),
        Success::One {
            payload, optional, ..
        } => {
            let value = value(types, payload);
            if *optional {
                quote!(Option<#value>)
            } else {
                value
            }
        }
        Success::Events(success) => {
            let event = event(types, &success.events);
            quote!(runtime::EventStream<#event>)
        }
        Success::Several { name, .. } => quote!(#name),
    }
}

/// The type of an event.
pub(in crate::emit) fn event(types: Types<'_>, events: &Events) -> TokenStream {
    match events.value() {
        Some(value) => types.of(value),
        None => quote!(runtime::Event),
    }
}

/// The enum of an operation with several types of success.
pub(super) fn generate(types: Types<'_>, operation: &Operation) -> Option<TokenStream> {
    let Success::Several { name, cases } = &operation.success else {
        return None;
    };
    let docs = Doc::new(format!("What {} answers.", prose::span(&operation.id))).outer();
    let variants = cases.iter().map(|case| variant(types, case));
    Some(quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub enum #name {
            #(#variants)*
        }
    })
}

fn variant(types: Types<'_>, case: &SuccessCase) -> TokenStream {
    let docs = Doc::prose(&case.docs, || format!("{}.", status(case.statuses)));
    let docs = docs.outer();
    let name = &case.name;
    match &case.payload {
        Payload::Empty => quote!(#docs #name,),
        payload => {
            let value = value(types, payload);
            quote!(#docs #name(#value),)
        }
    }
}

/// A status or range as docs call it.
pub(in crate::emit) fn status(statuses: Statuses) -> String {
    match statuses {
        Statuses::Exactly(code) => format!("Status {code}"),
        Statuses::Class(class) => format!("Any status {class}xx"),
        Statuses::Default => "Any other status".to_owned(),
    }
}

/// The type of a body that has arrived.
pub(in crate::emit) fn value(types: Types<'_>, payload: &Payload) -> TokenStream {
    match payload {
        Payload::Json(ty) => types.of(ty),
        Payload::Form(_) | Payload::Text => quote!(String),
        Payload::Multipart(_) | Payload::Bytes => quote!(runtime::Bytes),
        Payload::Empty => quote!(()),
    }
}
