//! Messages for people.

use bindery::diagnostic::{Code, Severity};
use bindery::diff::Diff;
use bindery::output::{Difference, DifferenceKind, Plan};
use bindery::{Recording, Report};

use super::Task;

/// How many files are named one by one.
const NAMED: usize = 20;

/// A line for each document.
pub(super) fn documents(reports: &[Report]) -> String {
    let width = reports
        .iter()
        .map(|report| report.source.path().chars().count())
        .max()
        .unwrap_or_default();
    reports
        .iter()
        .map(|report| document(report, width))
        .collect()
}

fn document(report: &Report, width: usize) -> String {
    let path = report.source.path();
    let statistics = &report.statistics;
    if !report.accepted {
        let errors = report.diagnostics.count(Severity::Error);
        let warnings = report.diagnostics.count(Severity::Warning);
        return format!(
            "{path:width$}  refused: {}, {}\n",
            count(errors, "error"),
            count(warnings, "warning")
        );
    }
    let mut line = format!(
        "{path:width$}  {}, {}, {}, {} ms",
        count(statistics.operations_emitted, "operation"),
        count(statistics.types, "type"),
        count(statistics.lines, "line"),
        statistics.elapsed.as_millis(),
    );
    line += &codes("mended or lost", report.losses());
    line += &codes("allowed", report.allowed());
    line + "\n"
}

/// Codes with how often they occurred; nothing if there are none.
fn codes(what: &str, counts: impl Iterator<Item = (Code, usize)>) -> String {
    let counts: Vec<_> = counts
        .map(|(code, times)| format!("{} {times}×", code.number()))
        .collect();
    match counts.is_empty() {
        true => String::new(),
        false => format!("; {what}: {}", counts.join(", ")),
    }
}

/// What has become of the names beside a document.
pub(super) fn recorded(path: &str, recording: &Recording) -> String {
    if recording.text.is_none() {
        return format!("{path}: no name to record\n");
    }
    let dropped = recording.dropped.iter();
    let mut text: String = dropped
        .map(|dropped| format!("dropped  {}: {}\n", dropped.pointer, dropped.message))
        .collect();
    let added = count(recording.added, "name");
    text += &format!(
        "{path}: {added} recorded, {} dropped\n",
        recording.dropped.len()
    );
    text
}

/// What the changes of a document break.
pub(super) fn verdict(diff: &Diff) -> String {
    let verdict = if diff.is_breaking() {
        "breaking"
    } else {
        "not breaking"
    };
    let (path, counts) = (diff.path(), diff.counts());
    format!("{path}: {verdict} since the last commit ({counts}), see `cargo xtask diff`\n")
}

/// What a run has changed.
pub(super) fn written(plan: &Plan<'_>, task: &Task<'_>) -> String {
    let Task { folder, .. } = task;
    let unchanged = plan.unchanged.len();
    if plan.is_settled() {
        return format!(
            "{folder}: nothing to change, {} right already\n",
            count(unchanged, "file")
        );
    }
    let added = plan
        .write
        .iter()
        .filter(|write| write.current.is_none())
        .map(|write| write.path);
    let changed = plan
        .write
        .iter()
        .filter(|write| write.current.is_some())
        .map(|write| write.path);
    let removed = plan.remove.iter().map(String::as_str);
    let mut text = names("added", folder, added) + &names("changed", folder, changed);
    text += &names("removed", folder, removed);
    let written = count(plan.write.len(), "file");
    text + &format!(
        "{folder}: {written} written, {} removed, {unchanged} unchanged\n",
        plan.remove.len()
    )
}

/// The files of a kind, unless they are too many to read.
fn names<'a>(what: &str, folder: &str, paths: impl Iterator<Item = &'a str>) -> String {
    let paths: Vec<_> = paths.collect();
    if paths.len() > NAMED {
        return format!("{what:8} {} in {folder}\n", count(paths.len(), "file"));
    }
    paths
        .iter()
        .map(|path| format!("{what:8} {folder}/{path}\n"))
        .collect()
}

/// Where a folder differs from what it should hold.
pub(super) fn differences(differences: &[Difference], task: &Task<'_>, with_diff: bool) -> String {
    let mut text: String = differences
        .iter()
        .take(NAMED)
        .map(|difference| self::difference(difference, task, with_diff))
        .collect();
    if differences.len() > NAMED {
        text += &format!("… and {} more\n", differences.len() - NAMED);
    }
    text
}

fn difference(difference: &Difference, task: &Task<'_>, with_diff: bool) -> String {
    let path = format!("{}/{}", task.folder, difference.path);
    match &difference.kind {
        DifferenceKind::Changed { diff } if with_diff => {
            let lines: String = diff
                .lines()
                .map(|line| format!("         {line}\n"))
                .collect();
            format!("changed  {path}\n{lines}")
        }
        DifferenceKind::Changed { .. } => format!("changed  {path}\n"),
        DifferenceKind::Missing => format!("missing  {path}\n"),
        DifferenceKind::Stray { generated: true } => format!("stray    {path}\n"),
        DifferenceKind::Stray { generated: false } => format!("stray    {path} (not generated)\n"),
    }
}

/// What to do about differences.
pub(super) fn advice(plan: &Plan<'_>, task: &Task<'_>) -> String {
    let Task {
        folder, command, ..
    } = task;
    let mut text = format!("{folder} is not what the documents say");
    if !plan.is_settled() {
        text += &format!(": run `{command}`");
    }
    if !plan.foreign.is_empty() {
        text += "; files that are not generated have to be moved away by hand";
    }
    text
}

fn count(number: usize, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {what}{plural}")
}
