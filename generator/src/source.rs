//! A document's text and the name it goes by in messages and in the output.

use std::sync::Arc;

/// A document as it was read: its text and the path that messages and generated headers show.
///
/// The path is relative and uses `/` on every system, so that output and messages are the same on every machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    path: Arc<str>,
    text: Arc<str>,
}

impl Source {
    /// Names a text. Backslashes of the path become `/`.
    pub fn new(path: &str, text: impl Into<Arc<str>>) -> Self {
        Self {
            path: path.replace('\\', "/").into(),
            text: text.into(),
        }
    }

    /// The path as messages show it.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The document's text.
    pub fn text(&self) -> &str {
        &self.text
    }
}
