//! A line of the report.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// What became of a document. The keys of the report are agreed on: what else the table shows is not among them.
#[derive(Clone, Debug, Default, Serialize)]
pub(super) struct Row {
    /// The document.
    pub(super) name: String,
    /// The version of OpenAPI that it states.
    pub(super) version: String,
    /// Operations in the document.
    pub(super) operations: u64,
    /// Operations in the Rust code.
    pub(super) operations_emitted: u64,
    /// Schemas among the document's components.
    pub(super) schemas: u64,
    /// Types in the Rust code.
    #[serde(skip)]
    pub(super) types: u64,
    /// Cargo features of the document's tags.
    #[serde(skip)]
    pub(super) features: Vec<String>,
    /// How often each code of a mended mistake or a loss was reported.
    pub(super) losses: BTreeMap<String, u64>,
    /// A crate was written.
    pub(super) generated: bool,
    /// What generating took.
    pub(super) seconds: f64,
    /// Lines of Rust, the runtime's left out.
    pub(super) lines: u64,
    /// The crate was compiled, without an error.
    pub(super) checked: bool,
    /// What compiling it took, dependencies left out; with each feature as well, all together.
    pub(super) check_seconds: Option<f64>,
    /// Errors of the compiler.
    pub(super) rustc_errors: u64,
    /// Warnings of the compiler.
    pub(super) rustc_warnings: u64,
}

/// What the compiler said of a crate.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub(super) struct Verdict {
    pub(super) passed: bool,
    pub(super) seconds: f64,
    pub(super) errors: u64,
    pub(super) warnings: u64,
}

impl Row {
    /// Adds what the compiler said of the crate, or of the crate with some features.
    pub(super) fn add_check(&mut self, verdict: Verdict) {
        let is_first = self.check_seconds.is_none();
        self.checked = verdict.passed && (self.checked || is_first);
        self.check_seconds = Some(self.check_seconds.unwrap_or_default() + verdict.seconds);
        self.rustc_errors += verdict.errors;
        self.rustc_warnings += verdict.warnings;
    }

    /// Whether it makes the whole run fail.
    pub(super) fn has_failed(&self, check: bool) -> bool {
        !self.generated || (check && !self.checked)
    }
}
