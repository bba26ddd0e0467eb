//! What is said of a document: coded, placed, and collected rather than stopped at.

mod code;
mod collection;
mod positions;
mod render;

pub use code::{Code, Severity};
pub use collection::Diagnostics;
pub(crate) use positions::Duplicate;
pub use positions::{Location, Position, Positions};
pub use render::{Findings, Form, Style, render, sarif};

use crate::document::Pointer;

/// Something to say about a place in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of thing it is.
    pub code: Code,
    /// The node that it is about.
    pub pointer: Pointer,
    /// Whether that is a node of the file with names beside the document.
    pub in_names: bool,
    /// The option of the command line that it is about, where that isn't a node: `--tag pest`.
    pub argument: Option<String>,
    /// Which part of the node the caret points at.
    pub target: Target,
    /// The place in the text, where the node doesn't tell it: of a syntax error, or of a key's second occurrence.
    pub position: Option<Position>,
    /// What is wrong, in a sentence without a full stop.
    pub message: String,
    /// What the caret says; empty for none.
    pub label: String,
    /// What becomes of it.
    pub note: Option<String>,
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
    /// The place in the text, where the node doesn't tell it.
    pub position: Option<Position>,
    /// What is there.
    pub message: String,
}

impl Diagnostic {
    /// A diagnostic whose caret points at a node.
    pub fn new(code: Code, pointer: Pointer, message: impl Into<String>) -> Self {
        Self {
            code,
            pointer,
            in_names: false,
            argument: None,
            target: Target::Value,
            position: None,
            message: message.into(),
            label: String::new(),
            note: None,
            help: None,
            related: Vec::new(),
        }
    }

    /// A diagnostic about an option of the command line.
    pub fn of_argument(code: Code, argument: String, message: impl Into<String>) -> Self {
        Self {
            argument: Some(argument),
            ..Self::new(code, Pointer::root(), message)
        }
    }

    /// Is about the file with names beside the document.
    #[must_use]
    pub fn in_names(mut self) -> Self {
        self.in_names = true;
        self
    }

    /// Points the caret at the node's key.
    #[must_use]
    pub fn at_key(mut self) -> Self {
        self.target = Target::Key;
        self
    }

    /// Points the caret at a place in the text.
    #[must_use]
    pub fn at(mut self, position: Position) -> Self {
        self.position = Some(position);
        self
    }

    /// Writes something beside the caret.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Says what becomes of it.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
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
            position: None,
            message: message.into(),
        });
        self
    }
}
