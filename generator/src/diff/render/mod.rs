//! Changes as text: for a terminal, for a change log, for programs.

mod json;
mod markdown;
mod text;

use semver::Version;

use super::{Change, Diff, Place, Severity, next_version};

/// For whom changes are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// For people at a terminal.
    #[default]
    Text,
    /// For a change log or a pull request.
    Markdown,
    /// One object of JSON, whose keys may be added to and are never renamed.
    Json,
}

/// Writes the changes of documents that one crate is made of, with the version that they demand of it.
///
/// `current` is the version of the crate before the changes.
pub fn render(diffs: &[Diff], current: &Version, form: Form) -> String {
    let severity = diffs.iter().filter_map(Diff::severity).max();
    let summary = Summary {
        diffs,
        severity,
        current,
        next: next_version(current, severity),
    };
    match form {
        Form::Text => text::write(&summary),
        Form::Markdown => markdown::write(&summary),
        Form::Json => json::write(&summary),
    }
}

/// Everything that there is to say.
struct Summary<'a> {
    diffs: &'a [Diff],
    severity: Option<Severity>,
    current: &'a Version,
    next: Version,
}

impl Diff {
    /// How many changes break how much: `1 major, 2 minor`.
    pub fn counts(&self) -> String {
        let counts = Severity::ALL.map(|severity| (self.count(severity), severity.word()));
        let counts = counts.into_iter().filter(|(count, _)| *count > 0);
        let counts: Vec<_> = counts
            .map(|(count, word)| format!("{count} {word}"))
            .collect();
        match counts.is_empty() {
            true => "no change".to_owned(),
            false => counts.join(", "),
        }
    }
}

/// What was and what is: `Option<i64> → i64`.
fn step(change: &Change) -> Option<String> {
    match (&change.old.text, &change.new.text) {
        (Some(old), Some(new)) => Some(format!("{old} → {new}")),
        (Some(text), None) | (None, Some(text)) => Some(text.clone()),
        (None, None) => None,
    }
}

/// `specs/creem.yaml:120:7`.
fn place(place: &Place) -> String {
    format!("{}:{}:{}", place.file, place.line, place.column)
}
