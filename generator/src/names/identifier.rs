//! Identifiers that a scope has minted.

use std::fmt;

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, TokenStreamExt};

use super::keywords;

/// A Rust identifier that a scope has minted: valid, and unique in its scope.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Identifier(String);

impl Identifier {
    /// Only scopes make identifiers; they have seen to it that the text is one.
    pub(super) fn new(text: String) -> Self {
        Self(text)
    }

    /// The bare name, without the `r#` of a raw identifier: what prose, file names and messages use.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The token, raw where the name is a keyword.
    pub fn to_token(&self) -> Ident {
        if keywords::needs_raw(&self.0) {
            Ident::new_raw(&self.0, Span::call_site())
        } else {
            Ident::new(&self.0, Span::call_site())
        }
    }
}

/// As in source code: `r#type`.
impl fmt::Display for Identifier {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let prefix = if keywords::needs_raw(&self.0) {
            "r#"
        } else {
            ""
        };
        write!(formatter, "{prefix}{}", self.0)
    }
}

impl ToTokens for Identifier {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        tokens.append(self.to_token());
    }
}
