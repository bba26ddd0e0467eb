//! What can be wrong with a `$ref`.

use super::Pointer;
use crate::diagnostic::{Code, Diagnostic};

/// Why a `$ref` leads nowhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferenceError {
    reference: String,
    kind: Kind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Dangling { suggestion: Option<String> },
    External,
    Cycle,
}

impl ReferenceError {
    pub(super) fn dangling(reference: &str, suggestion: Option<String>) -> Self {
        Self {
            reference: reference.to_owned(),
            kind: Kind::Dangling { suggestion },
        }
    }

    pub(super) fn external(reference: &str) -> Self {
        Self {
            reference: reference.to_owned(),
            kind: Kind::External,
        }
    }

    pub(super) fn cycle(reference: &str) -> Self {
        Self {
            reference: reference.to_owned(),
            kind: Kind::Cycle,
        }
    }

    /// The diagnostic for a reference that is written in the node at `referrer` (the object that holds the `$ref`).
    pub fn diagnostic(&self, referrer: &Pointer) -> Diagnostic {
        let diagnostic = Diagnostic::new(
            Code::DanglingReference,
            referrer.child("$ref"),
            format!("`$ref` points nowhere: `{}`", self.reference),
        );
        match &self.kind {
            Kind::Dangling {
                suggestion: Some(name),
            } => diagnostic.help(format!("did you mean `{name}`?")),
            _ => diagnostic,
        }
    }
}
