//! What there is to say of a document.

use super::{Statistics, Strictness};
use crate::diagnostic::{self, Code, Diagnostics, Findings, Severity, Style};
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

    /// How often there was something to say that is allowed, by code.
    pub fn allowed(&self) -> impl Iterator<Item = (Code, usize)> {
        let counts = self.diagnostics.allowed().iter();
        counts
            .filter(|(_, count)| **count > 0)
            .map(|(code, count)| (*code, *count))
    }
}

/// One log of SARIF 2.1.0 with the diagnostics of all documents of a run.
pub fn sarif(reports: &[Report]) -> String {
    let findings: Vec<_> = reports
        .iter()
        .map(|report| Findings {
            source: &report.source,
            diagnostics: &report.diagnostics,
            strict: report.strictness == Strictness::Strict,
        })
        .collect();
    diagnostic::sarif(&findings)
}
