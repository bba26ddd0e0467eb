//! Entries of a names file.

use crate::diagnostic::{Code, Diagnostic};
use crate::document::Pointer;

/// A recorded name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The name.
    pub(crate) name: String,
    /// Where it stands in the names file; its root for what is not there yet.
    pub(crate) pointer: Pointer,
}

impl Entry {
    /// A name that the names file doesn't have yet.
    pub(super) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            pointer: Pointer::root(),
        }
    }

    /// Whether the names file doesn't have it yet.
    pub(super) fn is_new(&self) -> bool {
        self.pointer == Pointer::root()
    }

    /// Says that the entry names nothing.
    pub(super) fn idle(&self, message: impl Into<String>) -> Diagnostic {
        idle(&self.pointer, message)
    }

    /// Says that nothing can have that name.
    pub(super) fn impossible(&self, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(Code::ImpossibleName, self.pointer.clone(), message).in_names()
    }
}

/// Says that what stands at a place of the names file names nothing.
pub(super) fn idle(pointer: &Pointer, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(Code::IdleName, pointer.clone(), message)
        .in_names()
        .at_key()
        .help("take it out, or let `--record-names` do that")
}
