//! Variables of emitted functions, beside names that come from the document.

use proc_macro2::{Ident, Span};

/// A variable called `name`, with underscores behind it if one of `others` is called so.
pub(super) fn unlike(name: &str, others: impl IntoIterator<Item = Ident>) -> Ident {
    let others: Vec<_> = others.into_iter().collect();
    let mut variable = Ident::new(name, Span::call_site());
    while others.contains(&variable) {
        variable = Ident::new(&format!("{variable}_"), Span::call_site());
    }
    variable
}
