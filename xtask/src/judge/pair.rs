//! A document before and after one change.

use bindery::compare_modules;
use bindery::diff::{Diff, Severity};
use bindery::source::Source;
use serde_json::Value;

use super::checks::Verdict;
use super::{mutation, rules};
use crate::codegen::read;
use crate::corpus::Document;
use crate::failure::Failure;

/// A document before and after one change, and what `diff` says of it.
pub(super) struct Pair {
    /// The kind of change.
    pub(super) name: &'static str,
    /// The document that is changed.
    pub(super) document: String,
    /// The document before.
    pub(super) old: Source,
    /// The document after.
    pub(super) new: Source,
    /// What `diff` says.
    pub(super) diff: Diff,
}

/// Every pair that a document gives, each change at up to `places` places.
pub(super) fn of_document(document: &Document, places: usize) -> Result<Vec<Pair>, Failure> {
    let source = read(&document.path, &document.path.to_string_lossy())?;
    let document = document.name.clone();
    let unreadable = |error| Failure::misuse(format!("cannot read `{document}`: {error}"));
    let root: Value = serde_yaml::from_str(source.text()).map_err(unreadable)?;
    let edition = |root: &Value| {
        let edition = Source::new("changed.json", root.to_string());
        edition.with_names(source.names().cloned())
    };
    let old = edition(&root);
    let mut pairs = Vec::new();
    for (name, changed) in mutation::changed(&root, places) {
        let new = edition(&changed);
        // A change that makes a document invalid says nothing about callers.
        if let Some(diff) = compare_modules(Some(&old), Some(&new)).diff {
            let (document, old) = (document.clone(), old.clone());
            pairs.push(Pair {
                name,
                document,
                old,
                new,
                diff,
            });
        }
    }
    Ok(pairs)
}

impl Pair {
    /// Whether the verdict is no milder than the judge's, and explained where it is stricter.
    pub(super) fn holds(&self, verdict: &Verdict) -> bool {
        !self.is_milder(verdict) && self.unexplained(verdict).is_empty()
    }

    /// Whether the judge finds more broken than `diff` does.
    pub(super) fn is_milder(&self, verdict: &Verdict) -> bool {
        verdict.severity > self.diff.severity()
    }

    /// The rules that explain why `diff` is stricter.
    pub(super) fn rules(&self, verdict: &Verdict) -> Vec<&'static str> {
        let rules = self
            .stricter(verdict)
            .filter_map(|change| rules::of(change.kind));
        rules.collect()
    }

    /// The keys of the changes that no rule explains.
    pub(super) fn unexplained(&self, verdict: &Verdict) -> Vec<String> {
        let changes = self
            .stricter(verdict)
            .filter(|change| rules::of(change.kind).is_none());
        changes.map(|change| change.kind.key()).collect()
    }

    /// The changes that make the verdict stricter than the judge's.
    fn stricter(&self, verdict: &Verdict) -> impl Iterator<Item = &bindery::diff::Change> {
        let severity: Option<Severity> = self
            .diff
            .severity()
            .filter(|own| Some(*own) > verdict.severity);
        let changes = self.diff.changes.iter();
        changes.filter(move |change| Some(change.severity) == severity)
    }
}
