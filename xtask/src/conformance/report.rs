//! What came of a document.

use serde::Serialize;

use super::verdict::{Call, Verdict};

/// What came of a document.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    /// The document.
    pub(super) name: String,
    /// Operations in the document.
    pub(super) operations: usize,
    /// Why nothing was called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) stopped: Option<String>,
    /// What came of each operation that the client has.
    pub(super) calls: Vec<Call>,
}

impl Report {
    pub(super) fn new(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            operations: 0,
            stopped: None,
            calls: Vec::new(),
        }
    }

    pub(super) fn count(&self, is: fn(Verdict) -> bool) -> usize {
        let calls = self.calls.iter();
        calls.filter(|call| is(call.verdict)).count()
    }

    /// Whether every request was allowed, and every answer read. What Prism could not serve is no failure.
    pub(super) fn has_passed(&self) -> bool {
        let good = |verdict| matches!(verdict, Verdict::Decoded | Verdict::Unserved);
        self.stopped.is_none()
            && self.calls.len() == self.operations
            && self.count(good) == self.calls.len()
    }
}
