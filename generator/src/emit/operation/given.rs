//! What callers give an operation: parameters and a body, alike in everything but how they are sent.

use proc_macro2::TokenStream;
use quote::quote;

use super::super::argument::Argument;
use super::super::rust_type::Types;
use super::super::scalar;
use super::multipart;
use crate::ir::api::{Body, Operation, Parameter, ParameterPresence};
use crate::ir::{Docs, Encoding, Location, Payload, Style, Type};
use crate::names::Identifier;

/// A parameter or the body.
#[derive(Clone, Copy)]
pub(in crate::emit) enum Given<'a> {
    /// A parameter.
    Parameter(&'a Parameter),
    /// The body.
    Body(&'a Body),
}

/// What the method asks for: required parameters, then a required body.
pub(in crate::emit) fn required(operation: &Operation) -> impl Iterator<Item = Given<'_>> {
    let parameters = operation
        .parameters
        .iter()
        .filter(|parameter| parameter.presence == ParameterPresence::Required);
    let body = sent(operation).filter(|body| body.required);
    parameters
        .map(Given::Parameter)
        .chain(body.map(Given::Body))
}

/// What the call has setters for.
pub(in crate::emit) fn optional(operation: &Operation) -> impl Iterator<Item = Given<'_>> {
    let parameters = operation
        .parameters
        .iter()
        .filter(|parameter| parameter.presence == ParameterPresence::Optional);
    let body = sent(operation).filter(|body| !body.required);
    parameters
        .map(Given::Parameter)
        .chain(body.map(Given::Body))
}

/// The body, unless nothing is sent.
fn sent(operation: &Operation) -> Option<&Body> {
    operation
        .body
        .as_ref()
        .filter(|body| body.payload != Payload::Empty)
}

impl<'a> Given<'a> {
    /// What it is called in Rust.
    pub(in crate::emit) fn name(self) -> &'a Identifier {
        match self {
            Self::Parameter(parameter) => &parameter.name,
            Self::Body(body) => &body.name,
        }
    }

    /// What it is called in the document.
    pub(in crate::emit) fn wire(self) -> &'a str {
        match self {
            Self::Parameter(parameter) => &parameter.wire,
            Self::Body(_) => "body",
        }
    }

    /// What the document says of it.
    pub(in crate::emit) fn docs(self) -> &'a Docs {
        match self {
            Self::Parameter(parameter) => &parameter.docs,
            Self::Body(body) => &body.docs,
        }
    }

    /// Its type; `None` for bytes, which are no value of a document.
    pub(in crate::emit) fn ty(self) -> Option<&'a Type> {
        match self {
            Self::Parameter(parameter) => Some(&parameter.value),
            Self::Body(body) => match &body.payload {
                Payload::Json(ty) | Payload::Form(ty) => Some(ty),
                Payload::Multipart(form) => Some(&form.value),
                Payload::Text | Payload::Empty => Some(&Type::String),
                Payload::Bytes => None,
            },
        }
    }

    /// Its type as it is written.
    pub(in crate::emit) fn written(self, types: Types<'_>) -> TokenStream {
        self.ty()
            .map_or_else(|| quote!(runtime::Bytes), |ty| types.of(ty))
    }

    /// As an argument of a method.
    pub(in crate::emit) fn argument(self, types: Types<'_>) -> Argument {
        let name = self.name();
        match self.ty() {
            Some(ty) => Argument::new(types, ty, name),
            None => Argument {
                ty: quote!(impl Into<runtime::Bytes>),
                value: quote!(#name.into()),
                is_converted: true,
            },
        }
    }

    /// The step that puts a value into a call.
    pub(super) fn step(self, types: Types<'_>, value: &TokenStream) -> TokenStream {
        match self {
            Self::Parameter(parameter) => {
                let table = table(parameter);
                quote!(.parameter(&#table, &#value))
            }
            Self::Body(body) => {
                let media_type = &body.media_type;
                match &body.payload {
                    Payload::Json(_) => quote!(.json_body(#media_type, &#value)),
                    Payload::Form(_) => quote!(.form_body(&#value, &[])),
                    Payload::Multipart(form) => multipart::step(types, form, value),
                    Payload::Text => quote!(.text_body(#media_type, #value)),
                    Payload::Bytes => quote!(.bytes_body(#media_type, #value)),
                    Payload::Empty => TokenStream::new(),
                }
            }
        }
    }
}

/// The steps for parameters that have only one value.
pub(super) fn constants(operation: &Operation) -> impl Iterator<Item = TokenStream> {
    operation
        .parameters
        .iter()
        .filter_map(|parameter| match &parameter.presence {
            ParameterPresence::Constant(value) => {
                let table = table(parameter);
                let value = scalar::literal(value);
                Some(quote!(.parameter(&#table, &#value)))
            }
            _ => None,
        })
}

/// A `runtime::Parameter`.
fn table(parameter: &Parameter) -> TokenStream {
    described(&parameter.wire, parameter.location, &parameter.encoding)
}

/// The same for a header of an answer.
pub(super) fn header_table(wire: &str, encoding: &Encoding) -> TokenStream {
    described(wire, Location::Header, encoding)
}

/// Without what the location has by default (OpenAPI 3.0.3 §4.8.12).
fn described(wire: &str, location: Location, encoding: &Encoding) -> TokenStream {
    let (constructor, usual) = match location {
        Location::Path => (quote!(path), Style::Simple),
        Location::Query => (quote!(query), Style::Form),
        Location::Header => (quote!(header), Style::Simple),
        Location::Cookie => (quote!(cookie), Style::Form),
    };
    let options = match encoding {
        Encoding::Content(media_type) => quote!(.content(#media_type)),
        Encoding::Style {
            style,
            explode,
            allow_reserved,
        } => {
            let changed = (*style != usual).then(|| {
                let style = self::style(*style);
                quote!(.style(runtime::Style::#style))
            });
            let explodes =
                (*explode != (*style == Style::Form)).then(|| quote!(.explode(#explode)));
            let reserved = allow_reserved.then(|| quote!(.allow_reserved()));
            quote!(#changed #explodes #reserved)
        }
    };
    quote!(runtime::Parameter::#constructor(#wire)#options)
}

fn style(style: Style) -> TokenStream {
    match style {
        Style::Matrix => quote!(Matrix),
        Style::Label => quote!(Label),
        Style::Simple => quote!(Simple),
        Style::Form => quote!(Form),
        Style::SpaceDelimited => quote!(SpaceDelimited),
        Style::PipeDelimited => quote!(PipeDelimited),
        Style::DeepObject => quote!(DeepObject),
    }
}
