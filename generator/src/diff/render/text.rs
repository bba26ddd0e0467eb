//! For people at a terminal.

use super::{Summary, place, step};
use crate::diff::{Change, Diff, Severity};

pub(super) fn write(summary: &Summary<'_>) -> String {
    let diffs: String = summary.diffs.iter().map(diff).collect();
    let Summary { current, next, .. } = summary;
    let verdict = match summary.severity {
        Some(Severity::Major) => format!("breaking: after {current}, the next version is {next}"),
        Some(_) => format!("not breaking: after {current}, the next version is {next}"),
        None => format!("nothing that callers can notice: the version stays {current}"),
    };
    format!("{diffs}{verdict}\n")
}

fn diff(diff: &Diff) -> String {
    let changes: String = diff.changes.iter().map(change).collect();
    format!("{}: {}\n{changes}\n", diff.path(), diff.counts())
}

fn change(change: &Change) -> String {
    let (severity, key) = (change.severity.word(), change.kind.key());
    let mut lines = vec![format!("{severity}[{key}]: {}", change.path)];
    lines.extend(step(change).map(|step| format!("    {step}")));
    let arrow =
        |(mark, side): (&str, &Option<_>)| Some(format!("  {mark} {}", place(side.as_ref()?)));
    lines.extend(
        [("<--", &change.old.place), ("-->", &change.new.place)]
            .into_iter()
            .filter_map(arrow),
    );
    lines.push(format!("  = {}", change.advice));
    lines.join("\n") + "\n"
}
