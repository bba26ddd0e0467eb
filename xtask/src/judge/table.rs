//! What came of it, by kind of change.

use std::collections::BTreeMap;

use bindery::diff::Severity;

use super::checks::Verdict;
use super::pair::Pair;

/// How often one kind of change came to what.
#[derive(Default)]
struct Row {
    pairs: usize,
    /// Major and minor, as the judge says.
    judged: [usize; 2],
    /// Major, minor and patch, as `diff` says.
    said: [usize; 3],
    milder: usize,
    stricter: usize,
}

/// A table, the rules that were needed, and each verdict that doesn't hold.
pub(super) fn write(judged: &[(&Pair, Verdict)]) -> String {
    let mut rows: BTreeMap<&str, Row> = BTreeMap::new();
    let mut rules: BTreeMap<&str, usize> = BTreeMap::new();
    let mut wrong = String::new();
    for (pair, verdict) in judged {
        add(rows.entry(pair.name).or_default(), pair, verdict);
        let mut needed = pair.rules(verdict);
        needed.sort_unstable();
        needed.dedup();
        for rule in needed {
            *rules.entry(rule).or_default() += 1;
        }
        if !pair.holds(verdict) {
            wrong.push_str(&complaint(pair, verdict));
        }
    }
    let total = rows.values().fold(Row::default(), sum);
    let mut text = String::from(
        "| change | pairs | it: major, minor | diff: major, minor, patch | milder | stricter |\n|---|---|---|---|---|---|\n",
    );
    text.extend(rows.iter().map(|(name, row)| line(name, row)));
    text.push_str(&line("all", &total));
    text.extend(
        rules
            .iter()
            .map(|(rule, count)| format!("stricter {count}×: {rule}\n")),
    );
    text + &wrong
}

fn add(row: &mut Row, pair: &Pair, verdict: &Verdict) {
    let said = pair.diff.severity();
    row.pairs += 1;
    for (count, severity) in row.said.iter_mut().zip(Severity::ALL) {
        *count += usize::from(said == Some(severity));
    }
    for (count, severity) in row.judged.iter_mut().zip(Severity::ALL) {
        *count += usize::from(verdict.severity == Some(severity));
    }
    row.milder += usize::from(pair.is_milder(verdict));
    row.stricter += usize::from(said > verdict.severity);
}

fn sum(mut total: Row, row: &Row) -> Row {
    total.pairs += row.pairs;
    total.judged = [0, 1].map(|index| total.judged[index] + row.judged[index]);
    total.said = [0, 1, 2].map(|index| total.said[index] + row.said[index]);
    total.milder += row.milder;
    total.stricter += row.stricter;
    total
}

fn line(name: &str, row: &Row) -> String {
    let list = |counts: &[usize]| {
        counts
            .iter()
            .map(usize::to_string)
            .collect::<Vec<_>>()
            .join(", ")
    };
    format!(
        "| {name} | {} | {} | {} | {} | {} |\n",
        row.pairs,
        list(&row.judged),
        list(&row.said),
        row.milder,
        row.stricter
    )
}

fn complaint(pair: &Pair, verdict: &Verdict) -> String {
    let word = |severity: Option<Severity>| severity.map_or("nothing", Severity::word);
    format!(
        "wrong: {} of {}: diff says {} ({}), cargo-semver-checks {} ({})\n",
        pair.name,
        pair.document,
        word(pair.diff.severity()),
        pair.unexplained(verdict).join(", "),
        word(verdict.severity),
        verdict.lints.join(", ")
    )
}
