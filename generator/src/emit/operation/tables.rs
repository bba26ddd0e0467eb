//! What an operation is, as data: two tables that the runtime works through.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::super::rust_type::Types;
use super::success;
use crate::ir::api::{ErrorBody, EventSuccess, Operation, Success};
use crate::ir::{Events, Payload, Statuses};

/// The tables of an operation.
pub(super) fn generate(types: Types<'_>, operation: &Operation) -> TokenStream {
    let id = &operation.id;
    let method = method(&operation.method);
    let path = &operation.path;
    let security = operation
        .security
        .iter()
        .map(|names| quote!(&[#(#names),*]));
    let errors = operation
        .errors
        .iter()
        .filter_map(|error| error_case(types, error));
    let output = success::output(types, operation);
    let cases = cases(operation);
    quote! {
        static OPERATION: runtime::Operation = runtime::Operation {
            id: #id,
            method: runtime::Method::#method,
            path: #path,
            security: &[#(#security),*],
            errors: &[#(#errors),*],
        };
        static RESPONSES: &[runtime::Case<#output>] = &[#(#cases),*];
    }
}

/// The constant of one of the eight methods that OpenAPI knows (3.0.3 §4.8.9).
fn method(name: &str) -> Ident {
    let methods = [
        "GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE",
    ];
    let known = methods.into_iter().find(|known| *known == name);
    Ident::new(known.unwrap_or("GET"), Span::call_site())
}

/// How the body of an error is read; `None` for one without a body.
fn error_case(types: Types<'_>, error: &ErrorBody) -> Option<TokenStream> {
    let statuses = statuses(error.statuses);
    let (case, usual) = match &error.payload {
        Payload::Json(ty) => {
            let ty = types.of(ty);
            (quote!(json::<#ty>), "application/json")
        }
        Payload::Form(_) | Payload::Text => (quote!(text), "text/plain"),
        Payload::Multipart(_) | Payload::Bytes => (quote!(bytes), "*/*"),
        Payload::Empty => return None,
    };
    let media_type = media_type(&error.media_type, usual);
    let media_type = media_type.map(|media_type| quote!(.media_type(#media_type)));
    Some(quote!(runtime::ErrorCase::#case(#statuses)#media_type))
}

fn cases(operation: &Operation) -> Vec<TokenStream> {
    match &operation.success {
        Success::One { statuses, media_type, payload, optional } => {
            // An operation that documents no success succeeds with any 2xx.
            let fallback = [Statuses::Class(2)];
            let statuses = if statuses.is_empty() { &fallback[..] } else { statuses };
            let case = |statuses: &Statuses| case(*statuses, media_type, payload, *optional);
            statuses.iter().map(case).collect()
        }
        Success::Events(success) => event_cases(success),
        Success::Several { name, cases } => cases
            .iter()
            .map(|case| {
                let statuses = self::statuses(case.statuses);
                let media_type = media_type(&case.media_type, "*/*").unwrap_or("*/*");
                let variant = &case.name;
                let decode = decoder(&case.payload);
                let wrap = match case.payload {
                    Payload::Empty => quote!(|()| #name::#variant),
                    _ => quote!(#name::#variant),
                };
                quote!(runtime::Case::new(#statuses, #media_type, |response| #decode(response).map(#wrap)))
            })
            .collect(),
    }
}

/// The ways in which an operation succeeds with events.
pub(super) fn event_cases(success: &EventSuccess) -> Vec<TokenStream> {
    let constructor = match success.events {
        Events::Plain => quote!(events),
        Events::Data(_) => quote!(json_events),
        Events::Objects { text: false, .. } => quote!(event_objects),
        Events::Objects { text: true, .. } => quote!(text_event_objects),
    };
    let cases = success.statuses.iter().map(|statuses| {
        let statuses = self::statuses(*statuses);
        quote!(runtime::Case::#constructor(#statuses))
    });
    cases.collect()
}

/// Whether an answer can be read in chunks.
pub(in crate::emit) fn has_chunks(operation: &Operation) -> bool {
    !chunk_cases(operation).is_empty()
}

/// The ways in which an operation succeeds with bytes or a text, which can be read in chunks.
pub(super) fn chunk_cases(operation: &Operation) -> Vec<TokenStream> {
    let Success::One {
        statuses,
        media_type,
        payload: Payload::Text | Payload::Form(_) | Payload::Bytes | Payload::Multipart(_),
        ..
    } = &operation.success
    else {
        return Vec::new();
    };
    let media_type = self::media_type(media_type, "*/*");
    let media_type = media_type.map(|media_type| quote!(.media_type(#media_type)));
    let cases = statuses.iter().map(|statuses| {
        let statuses = self::statuses(*statuses);
        quote!(runtime::Case::stream(#statuses)#media_type)
    });
    cases.collect()
}

fn case(statuses: Statuses, media_type: &str, payload: &Payload, optional: bool) -> TokenStream {
    let statuses = self::statuses(statuses);
    let (shorthand, usual) = match payload {
        Payload::Json(_) => (quote!(json), "application/json"),
        Payload::Form(_) | Payload::Text => (quote!(text), "text/plain"),
        Payload::Multipart(_) | Payload::Bytes => (quote!(bytes), "*/*"),
        Payload::Empty => (quote!(empty), "*/*"),
    };
    let other = self::media_type(media_type, usual);
    let decode = decoder(payload);
    match (payload, optional, other) {
        (Payload::Json(_), true, other) => {
            let media_type = other.unwrap_or(usual);
            quote!(runtime::Case::new(#statuses, #media_type, runtime::decode::json_or_empty))
        }
        (Payload::Empty, _, _) | (_, false, None) => quote!(runtime::Case::#shorthand(#statuses)),
        (_, false, Some(media_type)) => quote!(runtime::Case::new(#statuses, #media_type, #decode)),
        (_, true, other) => {
            let media_type = other.unwrap_or(usual);
            quote!(runtime::Case::new(#statuses, #media_type, |response| #decode(response).map(Some)))
        }
    }
}

/// The media type, unless it is the usual one for its payload or none at all.
fn media_type<'a>(media_type: &'a str, usual: &str) -> Option<&'a str> {
    (!media_type.is_empty() && media_type != usual).then_some(media_type)
}

fn decoder(payload: &Payload) -> TokenStream {
    match payload {
        Payload::Json(_) => quote!(runtime::decode::json),
        Payload::Form(_) | Payload::Text => quote!(runtime::decode::text),
        Payload::Multipart(_) | Payload::Bytes => quote!(runtime::decode::bytes),
        Payload::Empty => quote!(runtime::decode::empty),
    }
}

fn statuses(statuses: Statuses) -> TokenStream {
    match statuses {
        Statuses::Exactly(code) => {
            let code = proc_macro2::Literal::u16_unsuffixed(code);
            quote!(runtime::Statuses::Exactly(#code))
        }
        Statuses::Class(class) => {
            let class = proc_macro2::Literal::u8_unsuffixed(class);
            quote!(runtime::Statuses::Class(#class))
        }
        Statuses::Default => quote!(runtime::Statuses::Default),
    }
}
