//! What there is to say of a document.

use super::{Statistics, Strictness};
use crate::diagnostic::{self, Code, Diagnostics, Severity, Style};
use crate::source::Source;

/// What there is to say of a document.
#[derive(Clone, Debug)]
pub struct Report {
    /// The document.
    pub source: Source,
    /// Mistakes and losses.
    pub diagnostics: Diagnostics,
    /// What it was held to.
    pub strictness: Strictness,
    /// Whether something is generated from it.
    pub accepted: bool,
    /// What is in it, and what comes of it.
    pub statistics: Statistics,
}

impl Report {
    /// The diagnostics as text, in the order of their places. Whether warnings are shown as errors is settled by what
    /// the document was held to, not by `style`.
    pub fn render(&self, style: Style) -> String {
        let strict = self.strictness == Strictness::Strict;
        diagnostic::render(&self.source, &self.diagnostics, Style { strict, ..style })
    }

    /// How often a mistake was mended, or something lost, by code.
    pub fn losses(&self) -> impl Iterator<Item = (Code, usize)> {
        let counts = self.diagnostics.counts().iter();
        counts
            .filter(|(code, _)| code.severity() == Severity::Warning)
            .map(|(code, count)| (*code, *count))
    }
}
