//! A document's text and the name it goes by in messages and in the output.

use std::ffi::OsStr;
use std::path::Path;
use std::sync::Arc;

/// A document as it was read: its text and the path that messages and generated headers show.
///
/// The path is relative and uses `/` on every system, so that output and messages are the same on every machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    path: Arc<str>,
    text: Arc<str>,
}

/// How a document is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// JSON (RFC 8259).
    Json,
    /// YAML 1.2, with the merge keys of 1.1.
    Yaml,
}

impl Source {
    /// Names a text. Backslashes of the path become `/`; a byte order mark at the start of the text is dropped.
    pub fn new(path: &str, text: impl Into<Arc<str>>) -> Self {
        let text: Arc<str> = text.into();
        Self {
            path: path.replace('\\', "/").into(),
            text: text
                .strip_prefix('\u{feff}')
                .map_or_else(|| Arc::clone(&text), Arc::from),
        }
    }

    /// How the text is written down: by the extension of its path, or else by whether it starts like an object of JSON.
    pub fn syntax(&self) -> Syntax {
        match Path::new(self.path()).extension().and_then(OsStr::to_str) {
            Some("json") => Syntax::Json,
            Some("yaml" | "yml") => Syntax::Yaml,
            _ if self.text.trim_start().starts_with('{') => Syntax::Json,
            _ => Syntax::Yaml,
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
