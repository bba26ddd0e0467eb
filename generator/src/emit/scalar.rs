//! Scalars as literals and in prose.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::ir::Scalar;

/// A `runtime::Scalar`.
pub(super) fn token(scalar: &Scalar) -> TokenStream {
    let value = literal(scalar);
    match scalar {
        Scalar::Text(_) => quote!(runtime::Scalar::Text(#value)),
        Scalar::Integer(_) => quote!(runtime::Scalar::Integer(#value)),
        Scalar::Number(_) => quote!(runtime::Scalar::Number(#value)),
        Scalar::Boolean(_) => quote!(runtime::Scalar::Boolean(#value)),
    }
}

/// The value alone.
pub(super) fn literal(scalar: &Scalar) -> TokenStream {
    match scalar {
        Scalar::Text(text) => quote!(#text),
        Scalar::Integer(integer) => integer_literal(*integer),
        Scalar::Number(number) => number_literal(*number),
        Scalar::Boolean(boolean) => quote!(#boolean),
    }
}

/// A whole number without a suffix.
pub(super) fn integer_literal(integer: i64) -> TokenStream {
    let magnitude = Literal::u64_unsuffixed(integer.unsigned_abs());
    if integer < 0 {
        quote!(-#magnitude)
    } else {
        quote!(#magnitude)
    }
}

/// A number with a fraction; one that is not finite can't come from JSON.
pub(super) fn number_literal(number: f64) -> TokenStream {
    if !number.is_finite() {
        return quote!(f64::MAX);
    }
    let magnitude = Literal::f64_unsuffixed(number.abs());
    if number.is_sign_negative() {
        quote!(-#magnitude)
    } else {
        quote!(#magnitude)
    }
}

/// As docs show it: a text without quotes, unless nothing would be seen of it.
pub(super) fn shown(scalar: &Scalar) -> String {
    match scalar {
        Scalar::Text(text) if text.trim() != text || text.is_empty() => format!("{text:?}"),
        Scalar::Text(text) => text.clone(),
        Scalar::Integer(integer) => integer.to_string(),
        Scalar::Number(number) => number.to_string(),
        Scalar::Boolean(boolean) => boolean.to_string(),
    }
}
