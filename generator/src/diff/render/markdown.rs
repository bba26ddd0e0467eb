//! For a change log or a pull request: GitHub Flavored Markdown.

use super::{Summary, place, step};
use crate::diff::{Change, Diff, Place, Severity};

pub(super) fn write(summary: &Summary<'_>) -> String {
    let diffs: String = summary.diffs.iter().map(diff).collect();
    let Summary { current, next, .. } = summary;
    let verdict = match summary.severity {
        Some(Severity::Major) => {
            format!("**Breaking.** After {current}, the next version is **{next}**.")
        }
        Some(_) => format!("Not breaking. After {current}, the next version is **{next}**."),
        None => format!("Nothing that callers can notice: the version stays {current}."),
    };
    format!("{diffs}{verdict}\n")
}

fn diff(diff: &Diff) -> String {
    let mut text = format!("## {}: {}\n\n", code(diff.path()), diff.counts());
    for severity in Severity::ALL {
        let changes = diff
            .changes
            .iter()
            .filter(|change| change.severity == severity);
        let changes: String = changes.map(change).collect();
        if !changes.is_empty() {
            text.push_str(&format!("### {}\n\n{changes}\n", heading(severity)));
        }
    }
    text
}

fn heading(severity: Severity) -> &'static str {
    match severity {
        Severity::Major => "Breaking",
        Severity::Minor => "Added or done differently",
        Severity::Patch => "Without effect on code",
    }
}

fn change(change: &Change) -> String {
    let mut text = format!(
        "- {}: {}",
        code(&change.path),
        change.kind.key().replace('_', " ")
    );
    if let Some(step) = step(change) {
        let sides: Vec<_> = step.split(" → ").map(code).collect();
        text.push_str(&format!(", {}", sides.join(" → ")));
    }
    let places = [&change.old.place, &change.new.place].into_iter().flatten();
    let places: Vec<_> = places
        .map(|place: &Place| code(&self::place(place)))
        .collect();
    format!("{text}. {} ({})\n", change.advice, places.join(" → "))
}

/// A span of code, whatever it holds.
fn code(text: &str) -> String {
    let text = text.replace(['\n', '\r'], " ");
    if text.contains('`') {
        format!("`` {text} ``")
    } else {
        format!("`{text}`")
    }
}
