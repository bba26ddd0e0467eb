//! A function per operation that calls it with everything that the document names.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use serde_json::Value;

use super::super::operation::Given;
use super::super::rust_type::Types;
use super::value::Expressions;
use crate::ir::Payload;
use crate::ir::api::{Api, Operation, ParameterPresence, Resource};
use crate::ir::sample::Sample;

/// The call of an operation.
pub(super) enum Call {
    /// The function that makes it, and its name.
    Made(Ident, TokenStream),
    /// Nothing: there is no value for something that the operation requires.
    Impossible(String),
}

/// The call of an operation with a sample; `number` keeps the names of functions apart.
pub(super) fn generate(
    api: &Api,
    resource: &Resource,
    operation: &Operation,
    sample: &Sample,
    number: usize,
) -> Call {
    let expressions = Expressions::new(Types::qualified(api));
    let mut arguments = Vec::new();
    let mut setters = TokenStream::new();
    for (given, is_required, value) in given(operation, sample) {
        let expression = argument(expressions, given, value);
        match (expression, is_required) {
            (Some(expression), true) => arguments.push(expression),
            (None, true) => return Call::Impossible(reason(given, value)),
            (Some(expression), false) => {
                let name = given.name();
                setters.extend(quote!(.#name(#expression)));
            }
            (None, false) => {}
        }
    }
    let name = format_ident!("call_{number}", span = Span::call_site());
    let (accessor, method) = (&resource.accessor, &operation.method_name);
    // An operation with a server of its own would leave for it.
    let at_server = operation
        .server
        .is_some()
        .then(|| quote!(let call = runtime::CallOptions::base_url(call, base_url);));
    Call::Made(
        name.clone(),
        quote! {
            async fn #name(client: &Client, base_url: &str) -> Answer {
                let call = client.#accessor().#method(#(#arguments),*)#setters;
                #at_server
                Ok(call.with_response().await?.status())
            }
        },
    )
}

/// What an operation is given: whether it is an argument, and its value. Arguments come in their order.
fn given<'a>(
    operation: &'a Operation,
    sample: &'a Sample,
) -> impl Iterator<Item = (Given<'a>, bool, Option<&'a Value>)> {
    let values = sample.parameters.iter().map(Option::as_ref);
    let parameters = operation.parameters.iter().zip(values);
    let parameters = parameters.filter_map(|(parameter, value)| {
        let is_required = match parameter.presence {
            ParameterPresence::Required => true,
            ParameterPresence::Optional => false,
            ParameterPresence::Constant(_) => return None,
        };
        Some((Given::Parameter(parameter), is_required, value))
    });
    let body = operation
        .body
        .iter()
        .filter(|body| body.payload != Payload::Empty)
        .map(|body| (Given::Body(body), body.required, sample.body.as_ref()));
    parameters.chain(body)
}

fn argument(
    expressions: Expressions<'_>,
    given: Given<'_>,
    value: Option<&Value>,
) -> Option<TokenStream> {
    match given.ty() {
        Some(ty) => expressions.of(ty, value?),
        None => Some(quote!(runtime::Bytes::from_static(b"content"))),
    }
}

fn reason(given: Given<'_>, value: Option<&Value>) -> String {
    let name = given.wire();
    match value {
        Some(value) => format!("`{name}` can't be written in Rust: {value}"),
        None => format!("no value for `{name}` can be made from its schema"),
    }
}
