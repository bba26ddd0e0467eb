//! Where changes stand in the documents, and how their paths and types are shown.

use super::compare::Finding;
use super::{Change, Edition, Kind, Place, Side, Verb, advice, severity, text};
use crate::diagnostic::{Positions, Target};
use crate::document::Pointer;
use crate::emit::Item;
use crate::source::Source;

/// Gives findings their places.
pub(super) fn place(findings: Vec<Finding<'_>>, old: Edition<'_>, new: Edition<'_>) -> Vec<Change> {
    if findings.is_empty() {
        return Vec::new();
    }
    let before = Places {
        source: old.source,
        positions: Positions::of(old.source),
    };
    let after = Places {
        source: new.source,
        positions: Positions::of(new.source),
    };
    let changes = findings.into_iter().map(|finding| Change {
        kind: finding.kind,
        severity: severity::of(finding.kind),
        path: path(&finding, old, new),
        advice: advice::of(finding.kind),
        old: Side {
            place: finding.old.map(|item| before.of(item)),
            text: shown(&finding, finding.old, |(old, _)| old),
        },
        new: Side {
            place: finding.new.map(|item| after.of(item)),
            text: shown(&finding, finding.new, |(_, new)| new),
        },
    });
    changes.collect()
}

/// The first line of a document.
pub(super) fn of_document(source: &Source) -> Place {
    Place {
        file: source.path().to_owned(),
        line: 1,
        column: 1,
        pointer: Pointer::root().to_string(),
    }
}

struct Places<'a> {
    source: &'a Source,
    positions: Positions<'a>,
}

impl Places<'_> {
    fn of(&self, item: &Item) -> Place {
        let location = self.positions.locate(&item.origin.0, Target::Key);
        Place {
            file: self.source.path().to_owned(),
            line: location.start.line,
            column: location.start.column,
            pointer: item.origin.0.to_string(),
        }
    }
}

/// The path that callers have in their code: the former one, unless the item is new.
fn path(finding: &Finding<'_>, old: Edition<'_>, new: Edition<'_>) -> String {
    let (item, edition) = match (finding.old, finding.new) {
        (Some(item), _) => (Some(item), old),
        (None, item) => (item, new),
    };
    qualified(edition, item.map_or("", |item| &item.path))
}

fn qualified(edition: Edition<'_>, path: &str) -> String {
    let module = edition.api.module.as_str();
    if path.is_empty() {
        return module.to_owned();
    }
    format!("{module}::{}", text::shown(path))
}

/// What tells the names of an item apart: the last part of its path, unless it has another owner now.
fn name<'i>(finding: &Finding<'_>, item: &'i Item) -> &'i str {
    let owner = |item: Option<&Item>| {
        item?
            .path
            .rsplit_once("::")
            .map(|(owner, _)| owner.to_owned())
    };
    match item.path.rsplit_once("::") {
        Some((_, name)) if owner(finding.old) == owner(finding.new) => name,
        _ => &item.path,
    }
}

/// What a side of a change is: of a new name the name, of anything else its type or what goes over the wire.
fn shown(
    finding: &Finding<'_>,
    item: Option<&Item>,
    of: impl Fn(&(String, String)) -> &String,
) -> Option<String> {
    let item = item?;
    if let Some(texts) = &finding.texts {
        return Some(text::shown(of(texts)));
    }
    match finding.kind {
        Kind::Item(_, Verb::Renamed) => Some(text::shown(name(finding, item))),
        Kind::Item(_, Verb::Added | Verb::Removed) if !item.signature.is_empty() => {
            Some(text::shown(&item.signature))
        }
        _ => None,
    }
}
