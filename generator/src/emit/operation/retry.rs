//! What the document knows about sending a call again: a table, and what the docs say of it.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::super::prose;
use crate::ir::RetryRule;
use crate::ir::api::Operation;

/// The table, if there is anything in it.
pub(super) fn table(operation: &Operation) -> Option<TokenStream> {
    let rule = operation.retry_rule.as_ref()?;
    let idempotent = option(rule.idempotent);
    let key = option(rule.key.as_ref());
    let attempts = option(rule.attempts.map(Literal::u32_unsuffixed));
    Some(quote! {
        static RETRY_RULE: runtime::RetryRule = runtime::RetryRule {
            idempotent: #idempotent,
            key: #key,
            attempts: #attempts,
        };
    })
}

fn option(value: Option<impl quote::ToTokens>) -> TokenStream {
    match value {
        Some(value) => quote!(Some(#value)),
        None => quote!(None),
    }
}

/// What follows for callers, a sentence a line.
pub(in crate::emit) fn docs(rule: &RetryRule) -> Vec<String> {
    let mut lines = Vec::new();
    lines.extend(rule.idempotent.map(|idempotent| {
        match idempotent {
            true => {
                "Doing it twice is doing it once: it is sent again after any failure that can pass."
                    .to_owned()
            }
            false => "It is sent again only where the server has not begun with it.".to_owned(),
        }
    }));
    lines.extend(rule.key.as_deref().map(|key| {
        let key = prose::span(key);
        format!(
            "With an idempotency key, which travels in the header {key}, it is sent again as well."
        )
    }));
    lines.extend(rule.attempts.map(|attempts| match attempts {
        1 => "It is sent once, whatever happens.".to_owned(),
        _ => format!("It is sent at most {attempts} times."),
    }));
    lines
}
