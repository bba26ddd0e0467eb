//! Findings as text for people.

use std::fmt::Write;

use bindery::pages::{Findings, Place, Remark, Verdict};

use super::decode::Decoded;

/// Groups of remarks in their order, with their headings.
const GROUPS: [(Verdict, &str); 4] = [
    (Verdict::Missing, "the document lacks"),
    (Verdict::Different, "different"),
    (Verdict::Undecidable, "undecidable"),
    (Verdict::Unmentioned, "on no page"),
];

/// All that was found, with what comments explain or without, and a last line that counts.
pub(super) fn render(findings: &Findings, decoded: &[Decoded<'_>], with_explained: bool) -> String {
    let mut text = samples(decoded);
    for (verdict, heading) in GROUPS {
        let remarks = findings.remarks.iter();
        let remarks: Vec<_> = remarks
            .filter(|remark| remark.verdict == verdict && remark.reason.is_none())
            .collect();
        if !remarks.is_empty() {
            text += &format!("{heading}\n");
            remarks.iter().for_each(|remark| text += &line(remark));
            text.push('\n');
        }
    }
    if with_explained {
        text += &explained(&findings.remarks);
    }
    text + &summary(findings, decoded)
}

fn samples(decoded: &[Decoded<'_>]) -> String {
    let mut text = String::new();
    for Decoded {
        sample,
        taken_for,
        problem,
    } in decoded
    {
        let verb = if problem.is_none() {
            "decodes"
        } else {
            "does not decode"
        };
        let _ = writeln!(
            text,
            "  {}: {verb} as `{}`, {} (by {})",
            place(&sample.place),
            taken_for.name,
            taken_for.role,
            taken_for.by
        );
        if let Some(problem) = problem {
            let _ = writeln!(text, "      {problem}");
        }
    }
    if text.is_empty() {
        text
    } else {
        format!("samples\n{text}\n")
    }
}

fn line(remark: &Remark) -> String {
    let places: Vec<_> = remark.page.iter().chain(&remark.spec).map(place).collect();
    let places = if places.is_empty() {
        String::new()
    } else {
        format!("{}: ", places.join(" "))
    };
    format!("  {places}{}\n", remark.message)
}

/// Remarks that comments explain, comment by comment.
fn explained(remarks: &[Remark]) -> String {
    let mut groups: Vec<(String, Vec<&Remark>)> = Vec::new();
    for remark in remarks {
        let Some(reason) = &remark.reason else {
            continue;
        };
        let heading = format!("  {}: {}", place(&reason.place), reason.text);
        match groups.iter_mut().find(|(known, _)| *known == heading) {
            Some((_, group)) => group.push(remark),
            None => groups.push((heading, vec![remark])),
        }
    }
    let mut text = String::new();
    for (heading, remarks) in groups {
        text += &format!("{heading}\n");
        remarks
            .iter()
            .for_each(|remark| text += &format!("  {}", line(remark)));
    }
    if text.is_empty() {
        text
    } else {
        format!("explained by comments\n{text}\n")
    }
}

fn summary(findings: &Findings, decoded: &[Decoded<'_>]) -> String {
    let remarks = |verdict: Verdict| {
        findings
            .remarks
            .iter()
            .filter(move |remark| remark.verdict == verdict)
    };
    let open = |verdict: Verdict| {
        remarks(verdict)
            .filter(|remark| remark.reason.is_none())
            .count()
    };
    let explained = findings
        .remarks
        .iter()
        .filter(|remark| remark.reason.is_some())
        .count();
    let good = decoded
        .iter()
        .filter(|decoded| decoded.problem.is_none())
        .count();
    format!(
        "{} lacking, {} different, {} undecidable, {} on no page, {explained} explained; {good} of {} samples decode\n",
        open(Verdict::Missing),
        open(Verdict::Different),
        open(Verdict::Undecidable),
        open(Verdict::Unmentioned),
        findings.samples.len(),
    )
}

fn place(place: &Place) -> String {
    match place.column {
        Some(column) => format!("{}:{}:{column}", place.path, place.line),
        None => format!("{}:{}", place.path, place.line),
    }
}
