//! For programs.

use serde_json::{Value, json};

use super::Summary;
use crate::diff::{Change, Diff, Severity, Side};

pub(super) fn write(summary: &Summary<'_>) -> String {
    let count = |severity| -> usize { summary.diffs.iter().map(|diff| diff.count(severity)).sum() };
    let value = json!({
        "breaking": summary.severity == Some(Severity::Major),
        "severity": summary.severity.map(Severity::word),
        "counts": {
            "major": count(Severity::Major),
            "minor": count(Severity::Minor),
            "patch": count(Severity::Patch),
        },
        "version": summary.current.to_string(),
        "next_version": summary.next.to_string(),
        "documents": summary.diffs.iter().map(diff).collect::<Vec<_>>(),
    });
    format!("{value:#}\n")
}

fn diff(diff: &Diff) -> Value {
    json!({
        "path": diff.path(),
        "old": diff.old,
        "new": diff.new,
        "severity": diff.severity().map(Severity::word),
        "changes": diff.changes.iter().map(change).collect::<Vec<_>>(),
    })
}

fn change(change: &Change) -> Value {
    json!({
        "kind": change.kind.key(),
        "severity": change.severity.word(),
        "reach": change.kind.reach().word(),
        "path": change.path,
        "old": side(&change.old),
        "new": side(&change.new),
        "advice": change.advice,
    })
}

/// Null where the document has no such thing.
fn side(side: &Side) -> Value {
    let Some(place) = &side.place else {
        return Value::Null;
    };
    json!({
        "text": side.text,
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "pointer": place.pointer,
    })
}
