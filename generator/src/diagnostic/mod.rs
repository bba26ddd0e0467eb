//! What is said of a document: coded, placed, and collected rather than stopped at.

mod code;

pub use code::{Code, Severity};

use crate::document::Pointer;

/// Something to say about a place in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of thing it is.
    pub code: Code,
    /// The node that it is about.
    pub pointer: Pointer,
    /// Which part of the node the caret points at.
    pub target: Target,
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
    /// What the caret says; empty for none.
    pub label: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Places that belong to it, such as the first definition of a duplicate.
    pub related: Vec<Related>,
}

/// The part of a node that a caret points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The key under which the node stands.
    Key,
    /// The node itself.
    Value,
}

/// Another place that a diagnostic needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// The node.
    pub pointer: Pointer,
    /// What is there.
    pub message: String,
}

impl Diagnostic {
    /// A diagnostic whose caret points at a node.
    pub fn new(code: Code, pointer: Pointer, message: impl Into<String>) -> Self {
        Self {
            code,
            pointer,
            target: Target::Value,
            message: message.into(),
            label: String::new(),
            help: None,
            related: Vec::new(),
        }
    }

    /// Points the caret at the node's key.
    #[must_use]
    pub fn at_key(mut self) -> Self {
        self.target = Target::Key;
        self
    }

    /// Writes something beside the caret.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Says what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Names another place.
    #[must_use]
    pub fn related(mut self, pointer: Pointer, message: impl Into<String>) -> Self {
        self.related.push(Related {
            pointer,
            message: message.into(),
        });
        self
    }
}

/// The diagnostics of a run, in the order in which they were found.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
}

impl Diagnostics {
    /// Adds one; the same one twice is kept once.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        if !self.list.contains(&diagnostic) {
            self.list.push(diagnostic);
        }
    }

    /// All of them.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }

    /// Whether any stops the document.
    pub fn has_errors(&self) -> bool {
        self.list.iter().any(|diagnostic| diagnostic.code.severity() == Severity::Error)
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}
