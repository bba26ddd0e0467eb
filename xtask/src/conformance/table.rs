//! The report as text: a table, then every operation that has not come all the way, with its reason.

use super::report::Report;
use super::verdict::Verdict;

const HEADINGS: [&str; 6] = [
    "document",
    "operations",
    "called",
    "accepted",
    "unserved",
    "decoded",
];
/// How much of a reason is shown.
const LONGEST_REASON: usize = 400;

/// A table of all documents, and what is to be said of single operations.
pub(super) fn render(reports: &[Report]) -> String {
    let width = reports.iter().map(|report| report.name.len()).max();
    let width = width.unwrap_or_default().max(HEADINGS[0].len());
    let [document, numbers @ ..] = HEADINGS;
    let mut text = line(document, width, numbers.map(str::to_owned));
    for report in reports {
        let counts = [
            report.operations,
            report.count(Verdict::is_called),
            report.count(Verdict::is_accepted),
            report.count(|verdict| verdict == Verdict::Unserved),
            report.count(|verdict| verdict == Verdict::Decoded),
        ];
        text += &line(&report.name, width, counts.map(|count| count.to_string()));
    }
    for report in reports {
        text += &remarks(report);
    }
    text
}

fn line(name: &str, width: usize, numbers: [String; 5]) -> String {
    let mut text = format!("{name:<width$}");
    for number in numbers {
        text += &format!("  {number:>10}");
    }
    text + "\n"
}

fn remarks(report: &Report) -> String {
    let mut lines = Vec::new();
    lines.extend(report.stopped.clone());
    if report.stopped.is_none() && report.operations > report.calls.len() {
        lines.push(format!(
            "{} operations are not in the client: see `cargo xtask codegen --spec`",
            report.operations - report.calls.len()
        ));
    }
    let calls = report.calls.iter();
    for call in calls.filter(|call| call.verdict != Verdict::Decoded) {
        let reason: String = call.reason.chars().take(LONGEST_REASON).collect();
        let verdict = match call.verdict {
            Verdict::NotCalled => "not called",
            Verdict::Unanswered => "no answer",
            Verdict::Refused => "refused",
            Verdict::Unserved => "unserved",
            Verdict::NotDecoded => "not decoded",
            Verdict::Decoded => continue,
        };
        lines.push(format!(
            "{verdict}: {} ({}): {reason}",
            call.line, call.operation
        ));
    }
    if lines.is_empty() {
        return String::new();
    }
    format!("\n{}\n  {}\n", report.name, lines.join("\n  "))
}
