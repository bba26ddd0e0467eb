//! A file of the output before it is text.

use std::fmt;

use proc_macro2::TokenStream;

/// A file of the output.
#[derive(Debug)]
pub struct File<'a> {
    /// Its path in the crate's folder, with `/`.
    pub path: String,
    /// What its first line says, without the marks of a comment.
    pub header: String,
    /// What it holds.
    pub content: Content<'a>,
}

/// What a file holds.
pub enum Content<'a> {
    /// Rust, made when it is asked for: tokens cannot leave the thread that made them, and files are rendered in
    /// parallel.
    Rust(Box<dyn FnOnce() -> TokenStream + Send + 'a>),
    /// Text that is finished.
    Text(String),
}

impl<'a> File<'a> {
    /// A file of Rust.
    pub(super) fn rust(
        path: impl Into<String>,
        header: &str,
        emit: impl FnOnce() -> TokenStream + Send + 'a,
    ) -> Self {
        Self {
            path: path.into(),
            header: header.to_owned(),
            content: Content::Rust(Box::new(emit)),
        }
    }

    /// A file of text.
    pub(super) fn text(path: impl Into<String>, header: &str, text: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            header: header.to_owned(),
            content: Content::Text(text.into()),
        }
    }
}

impl fmt::Debug for Content<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rust(_) => formatter.write_str("Rust(..)"),
            Self::Text(text) => formatter.debug_tuple("Text").field(text).finish(),
        }
    }
}
