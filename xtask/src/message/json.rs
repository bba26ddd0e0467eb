//! Messages for programs: keys may be added, and are never renamed.

use bindery::diagnostic::Code;
use bindery::diff::{Diff, Severity};
use bindery::output::{Difference, DifferenceKind, Plan};
use bindery::{Recording, Report};
use serde_json::{Map, Value, json};

use super::Task;

/// `reason: document` sums up a document.
pub(super) fn document(report: &Report) -> Value {
    let statistics = &report.statistics;
    let by_code = |(code, times): (Code, usize)| (code.number().to_owned(), times.into());
    let losses: Map<_, _> = report.losses().map(by_code).collect();
    let allowed: Map<_, _> = report.allowed().map(by_code).collect();
    json!({
        "reason": "document",
        "path": report.source.path(),
        "accepted": report.accepted,
        "openapi": statistics.openapi,
        "operations": statistics.operations,
        "operations_emitted": statistics.operations_emitted,
        "schemas": statistics.schemas,
        "types": statistics.types,
        "features": statistics.features,
        "diagnostics": report.diagnostics.len(),
        "losses": losses,
        "allowed": allowed,
        "lines": statistics.lines,
        "seconds": statistics.elapsed.as_secs_f64(),
    })
}

/// `reason: recorded` tells what has become of the names beside a document.
pub(super) fn recorded(path: &str, recording: &Recording) -> Value {
    let dropped: Vec<_> = recording
        .dropped
        .iter()
        .map(|dropped| &dropped.message)
        .collect();
    json!({
        "reason": "recorded",
        "path": path,
        "written": recording.text.is_some(),
        "added": recording.added,
        "dropped": dropped,
    })
}

/// `reason: verdict` says what the changes of a document since the last commit break.
pub(super) fn verdict(diff: &Diff) -> Value {
    json!({
        "reason": "verdict",
        "path": diff.path(),
        "severity": diff.severity().map(Severity::word),
        "major": diff.count(Severity::Major),
        "minor": diff.count(Severity::Minor),
        "patch": diff.count(Severity::Patch),
    })
}

/// `reason: version` says why the version of the generated crate won't do.
pub(super) fn outdated(message: &str) -> Value {
    json!({ "reason": "version", "message": message })
}

/// `reason: written` tells what a run has changed.
pub(super) fn written(plan: &Plan<'_>, task: &Task<'_>) -> Value {
    let written: Vec<_> = plan.write.iter().map(|write| write.path).collect();
    json!({
        "reason": "written",
        "folder": task.folder,
        "written": written,
        "removed": plan.remove,
        "unchanged": plan.unchanged.len(),
    })
}

/// `reason: difference` tells of a file that a check has found.
pub(super) fn difference(difference: &Difference, task: &Task<'_>) -> Value {
    let (kind, diff) = match &difference.kind {
        DifferenceKind::Changed { diff } => ("changed", Some(diff)),
        DifferenceKind::Missing => ("missing", None),
        DifferenceKind::Stray { .. } => ("stray", None),
    };
    json!({
        "reason": "difference",
        "folder": task.folder,
        "path": difference.path,
        "kind": kind,
        "diff": diff,
    })
}
