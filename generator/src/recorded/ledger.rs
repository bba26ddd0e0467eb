//! What is recorded, what was asked for, and what neighbours have decided.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use super::entry::Entry;
use super::subject::{Kind, Subject};
use crate::diagnostic::Diagnostic;
use crate::document::Pointer;

/// The names that are recorded for a document, and what becomes of them while it is resolved.
///
/// The default records nothing, and no names file is there.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// What messages call the names file, whether it is there or not.
    pub(super) path: String,
    /// Whether there is one: then it has to settle everything.
    pub(super) is_kept: bool,
    pub(super) entries: BTreeMap<Subject, Entry>,
    /// What is wrong with entries, but for those that name nothing.
    pub(super) mistakes: Vec<Diagnostic>,
    /// Entries that name nothing.
    pub(super) idle: Vec<Diagnostic>,
    /// What has got a name, in the order in which it has, and which. One place can stand for several things where schemas
    /// are merged.
    pub(super) named: IndexMap<Subject, BTreeSet<String>>,
    pub(super) contests: Vec<Contest>,
}

/// A name that a neighbour has decided on.
#[derive(Clone, Debug)]
pub(crate) struct Contest {
    /// What has the name.
    pub(crate) subject: Subject,
    /// The node that says what it is called on the wire.
    pub(crate) pointer: Pointer,
    /// What messages call it.
    pub(crate) label: String,
    /// Its name.
    pub(crate) name: String,
    /// The name that it would have without that neighbour.
    pub(crate) wanted: String,
    /// That neighbour, unless it is something of our own.
    pub(crate) rival: Option<Rival>,
    /// Whether the document itself says what it is to be called: then no entry can.
    pub(crate) is_given: bool,
    /// Whether the mistake in the document that leads to this is reported as such.
    pub(crate) is_excused: bool,
}

/// What has or wants a name that something else wants.
#[derive(Clone, Debug)]
pub(crate) struct Rival {
    pub(crate) subject: Subject,
    pub(crate) pointer: Pointer,
}

impl Ledger {
    /// The name that is recorded for something.
    pub(crate) fn entry(&self, subject: &Subject) -> Option<&Entry> {
        self.entries.get(subject)
    }

    /// The names that are recorded for whatever is of some kinds, wherever it stands.
    pub(crate) fn recorded(&self, kinds: &[Kind]) -> Vec<String> {
        names(self.entries.iter(), kinds)
    }

    /// The names that are recorded for what is of some kinds in the scope of a place.
    pub(crate) fn recorded_at(&self, place: &Pointer, kinds: &[Kind]) -> Vec<String> {
        let first = Subject::itself(place, Kind::Type);
        let entries = self.entries.range(first..);
        names(
            entries.take_while(|(subject, _)| subject.place == *place),
            kinds,
        )
    }

    /// Says what the name of something has become.
    pub(crate) fn note(&mut self, subject: &Subject, name: &str) {
        let names = self.named.entry(subject.clone()).or_default();
        names.insert(name.to_owned());
    }

    /// Says that neighbours have decided on a name.
    pub(crate) fn contest(&mut self, contest: Contest) {
        self.contests.push(contest);
    }

    /// Says that a recorded name can't be one, or not of that.
    pub(crate) fn refuse(&mut self, entry: &Entry, message: String, help: String) {
        self.mistakes.push(entry.impossible(message).help(help));
    }

    /// Says that the document itself names something.
    pub(crate) fn override_entry(&mut self, subject: &Subject) {
        if let Some(entry) = self.entries.remove(subject) {
            let message = format!(
                "`{}` has no effect, because the document names this itself",
                entry.name
            );
            self.idle.push(entry.idle(message));
        }
    }

    /// Whether there are entries that are no names, or can't be.
    pub(crate) fn has_mistakes(&self) -> bool {
        !self.mistakes.is_empty()
    }

    /// The name of something, unless its place stands for several things with different names.
    pub(super) fn only_name(&self, subject: &Subject) -> Option<&str> {
        let mut names = self.named.get(subject)?.iter();
        names
            .next()
            .filter(|_| names.next().is_none())
            .map(String::as_str)
    }
}

fn names<'a>(
    entries: impl Iterator<Item = (&'a Subject, &'a Entry)>,
    kinds: &[Kind],
) -> Vec<String> {
    let entries = entries.filter(|(subject, _)| kinds.contains(&subject.kind));
    entries.map(|(_, entry)| entry.name.clone()).collect()
}
