//! The diagnostics of a run.

use std::collections::{BTreeMap, BTreeSet};

use super::{Code, Diagnostic, Severity};
use crate::document::Pointer;

/// How many diagnostics are kept. More are only counted, so that a document of nothing but mistakes fills neither the
/// memory nor anybody's day.
const KEPT: usize = 1_000;

/// How many are remembered, so as not to be repeated.
const KNOWN: usize = 10_000;

/// How many diagnostics get advice that takes time to find.
const ADVISED: usize = 200;

/// The diagnostics of a run, in the order in which they were found, without those that are allowed.
#[derive(Clone, Debug, Default)]
pub struct Diagnostics {
    list: Vec<Diagnostic>,
    known: BTreeSet<(Code, bool, Pointer, String)>,
    counts: BTreeMap<Code, usize>,
    allowed: BTreeMap<Code, usize>,
}

impl Diagnostics {
    /// Adds one. Of two with the same code, node and message, the first is kept.
    ///
    /// A thousand are kept; more are only counted.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        if self.is_repeated(&diagnostic) {
            return;
        }
        let counts = match self.allowed.contains_key(&diagnostic.code) {
            true => &mut self.allowed,
            false => &mut self.counts,
        };
        *counts.entry(diagnostic.code).or_default() += 1;
        if !self.allowed.contains_key(&diagnostic.code) && self.list.len() < KEPT {
            self.list.push(diagnostic);
        }
    }

    /// Only counts what has this code from now on. An error can't be allowed: nothing can be made of its document.
    pub fn allow(&mut self, code: Code) {
        if code.severity() < Severity::Error {
            self.allowed.entry(code).or_default();
        }
    }

    /// How many were found of each code that is allowed.
    pub fn allowed(&self) -> &BTreeMap<Code, usize> {
        &self.allowed
    }

    /// All that are kept.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.list.iter()
    }

    /// How many were found, by code.
    pub fn counts(&self) -> &BTreeMap<Code, usize> {
        &self.counts
    }

    /// How many were found of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.counts
            .iter()
            .filter(|(code, _)| code.severity() == severity)
            .map(|(_, count)| count)
            .sum()
    }

    /// How many were found.
    pub fn len(&self) -> usize {
        self.counts.values().sum()
    }

    /// Whether any stops the document.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    /// Whether advice on a further one may still be read: finding a suggestion takes time.
    pub(crate) fn takes_advice(&self) -> bool {
        self.list.len() < ADVISED
    }

    /// Whether the same was said of the same node before, as far as that is still known.
    fn is_repeated(&mut self, diagnostic: &Diagnostic) -> bool {
        if diagnostic.position.is_some() || self.known.len() >= KNOWN {
            return false;
        }
        let Diagnostic {
            code,
            in_names,
            pointer,
            message,
            ..
        } = diagnostic;
        !(self.known).insert((*code, *in_names, pointer.clone(), message.clone()))
    }
}
