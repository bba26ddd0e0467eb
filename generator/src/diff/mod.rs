//! What becomes of the callers of emitted code when its document changes.
//!
//! Compared are the lists of what the code of two models offers, not texts: what callers can't notice is no change.

mod advice;
mod change;
mod compare;
mod fold;
mod pairs;
mod places;
mod renames;
mod render;
mod severity;
mod text;
mod version;

pub use change::{Change, Gain, Kind, Place, Reach, Side, Verb};
pub use render::{Form, render};
pub use severity::Severity;
pub use version::next_version;

use crate::emit::{ItemKind, surface};
use crate::ir::api::Api;
use crate::source::Source;

/// A document and its model.
#[derive(Clone, Copy, Debug)]
pub struct Edition<'a> {
    /// The document.
    pub source: &'a Source,
    /// Its model.
    pub api: &'a Api,
}

/// What has changed between two editions of a document.
#[derive(Clone, Debug)]
pub struct Diff {
    /// The older document's path; `None` if there was none.
    pub old: Option<String>,
    /// The newer document's path; `None` if there is none any more.
    pub new: Option<String>,
    /// The changes, those that break most first.
    pub changes: Vec<Change>,
}

impl Diff {
    /// Compares two editions of a document.
    pub fn between(old: Edition<'_>, new: Edition<'_>) -> Self {
        let before = surface(old.api);
        let after = surface(new.api);
        let pairs = pairs::pair(&before, &after);
        let compared = compare::compare(&pairs);
        let findings = fold::fold(compared, &pairs);
        let mut changes = places::place(findings, old, new);
        changes.sort_by_key(|change| std::cmp::Reverse(change.severity));
        Self {
            old: Some(old.source.path().to_owned()),
            new: Some(new.source.path().to_owned()),
            changes,
        }
    }

    /// A document that was not there before.
    pub fn added(new: Edition<'_>) -> Self {
        let change = Change::whole(Verb::Added, new);
        Self {
            old: None,
            new: Some(new.source.path().to_owned()),
            changes: vec![change],
        }
    }

    /// A document that is not there any more.
    pub fn removed(old: Edition<'_>) -> Self {
        let change = Change::whole(Verb::Removed, old);
        Self {
            old: Some(old.source.path().to_owned()),
            new: None,
            changes: vec![change],
        }
    }

    /// The path to call it by.
    pub fn path(&self) -> &str {
        let path = self.new.as_deref().or(self.old.as_deref());
        path.unwrap_or_default()
    }

    /// How much it breaks at most; `None` if nothing has changed.
    pub fn severity(&self) -> Option<Severity> {
        self.changes.iter().map(|change| change.severity).max()
    }

    /// Whether callers' code that was right has to be changed.
    pub fn is_breaking(&self) -> bool {
        self.severity() == Some(Severity::Major)
    }

    /// How many changes break that much.
    pub fn count(&self, severity: Severity) -> usize {
        let changes = self.changes.iter();
        changes.filter(|change| change.severity == severity).count()
    }
}

impl Change {
    /// A whole API that comes or goes.
    fn whole(verb: Verb, edition: Edition<'_>) -> Self {
        let kind = Kind::Item(ItemKind::Api, verb);
        let place = places::of_document(edition.source);
        let is_added = verb == Verb::Added;
        Self {
            kind,
            severity: severity::of(kind),
            path: edition.api.module.as_str().to_owned(),
            old: Side {
                place: (!is_added).then(|| place.clone()),
                ..Side::default()
            },
            new: Side {
                place: is_added.then_some(place),
                ..Side::default()
            },
            advice: advice::of(kind),
        }
    }
}
