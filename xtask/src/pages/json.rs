//! Findings for programs: one JSON object a line, told apart by its `reason`.

use bindery::pages::{Findings, Place, Remark, Verdict};
use serde_json::{Value, json};

use super::decode::Decoded;

/// A line for each remark, then one for each sample that is taken for something.
pub(super) fn render(findings: &Findings, decoded: &[Decoded<'_>]) -> String {
    let remarks = findings.remarks.iter().map(remark);
    let samples = decoded.iter().map(sample);
    remarks
        .chain(samples)
        .map(|line| format!("{line}\n"))
        .collect()
}

fn remark(remark: &Remark) -> Value {
    let verdict = match remark.verdict {
        Verdict::Missing => "missing",
        Verdict::Different => "different",
        Verdict::Undecidable => "undecidable",
        Verdict::Unmentioned => "unmentioned",
    };
    let comment = remark.reason.as_ref();
    json!({
        "reason": "page-remark",
        "verdict": verdict,
        "message": remark.message,
        "page": remark.page.as_ref().map(place),
        "spec": remark.spec.as_ref().map(place),
        "comment": comment.map(|comment| json!({"place": place(&comment.place), "text": comment.text})),
    })
}

fn sample(decoded: &Decoded<'_>) -> Value {
    json!({
        "reason": "page-sample",
        "page": place(&decoded.sample.place),
        "type": decoded.taken_for.name,
        "role": decoded.taken_for.role,
        "by": decoded.taken_for.by,
        "problem": decoded.problem,
    })
}

fn place(place: &Place) -> Value {
    json!({"path": place.path, "line": place.line, "column": place.column})
}
