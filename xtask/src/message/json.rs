//! Messages for programs: keys may be added, and are never renamed.

use bindery::Report;
use bindery::diagnostic::Code;
use bindery::output::{Difference, DifferenceKind, Plan};
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
