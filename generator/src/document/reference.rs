//! What can be wrong with a `$ref`.

use super::Pointer;
use crate::diagnostic::{Code, Diagnostic};

/// Why a `$ref` stands for nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferenceError {
    /// The reference as it is written.
    pub reference: String,
    /// What is wrong with it.
    pub problem: ReferenceProblem,
}

/// What is wrong with a `$ref`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceProblem {
    /// It points at nothing.
    Dangling,
    /// It leads to another document.
    External,
    /// It leads around in a circle.
    Circular,
}

impl ReferenceError {
    pub(super) fn new(reference: &str, problem: ReferenceProblem) -> Self {
        Self {
            reference: reference.to_owned(),
            problem,
        }
    }

    /// The diagnostic for a reference in the node at `referrer`, the object that holds the `$ref`.
    ///
    /// Parsing a document reports every reference of it that stands for nothing, with more to say about it; the same
    /// one is not kept twice.
    pub fn diagnostic(&self, referrer: &Pointer) -> Diagnostic {
        let (code, message) = match self.problem {
            ReferenceProblem::Dangling => (Code::DanglingReference, "`$ref` points nowhere"),
            ReferenceProblem::External => {
                (Code::ExternalReference, "`$ref` leads out of the document")
            }
            ReferenceProblem::Circular => {
                (Code::CircularReference, "`$ref` leads around in a circle")
            }
        };
        Diagnostic::new(
            code,
            referrer.child("$ref"),
            format!("{message}: `{}`", self.reference),
        )
    }
}
