//! The report as text.

use super::row::Row;

const HEADINGS: [&str; 13] = [
    "document",
    "openapi",
    "operations",
    "emitted",
    "schemas",
    "types",
    "features",
    "lines",
    "seconds",
    "check s",
    "errors",
    "warnings",
    "losses",
];
/// Columns of text, which are aligned to the left; the others hold numbers.
const TEXTS: [usize; 3] = [0, 1, 12];

/// A table of all rows, and a line that sums them up.
pub(super) fn render(rows: &[Row], check: bool) -> String {
    let mut lines = vec![HEADINGS.map(str::to_owned)];
    lines.extend(rows.iter().map(|row| cells(row, check)));
    let widths: [usize; HEADINGS.len()] = std::array::from_fn(|column| {
        lines
            .iter()
            .map(|line| line[column].chars().count())
            .max()
            .unwrap_or_default()
    });
    let mut text = String::new();
    for line in &lines {
        let padded: Vec<_> = line
            .iter()
            .zip(widths)
            .enumerate()
            .map(|(column, (cell, width))| match TEXTS.contains(&column) {
                true => format!("{cell:<width$}"),
                false => format!("{cell:>width$}"),
            })
            .collect();
        text.push_str(padded.join("  ").trim_end());
        text.push('\n');
    }
    text + "\n" + &summary(rows, check)
}

fn cells(row: &Row, check: bool) -> [String; HEADINGS.len()] {
    let checked = |text: String| {
        if check && row.generated {
            text
        } else {
            "-".to_owned()
        }
    };
    let losses: Vec<_> = row
        .losses
        .iter()
        .map(|(code, count)| format!("{code}×{count}"))
        .collect();
    [
        row.name.clone(),
        row.version.clone(),
        row.operations.to_string(),
        row.operations_emitted.to_string(),
        row.schemas.to_string(),
        row.types.to_string(),
        row.features.len().to_string(),
        if row.generated {
            row.lines.to_string()
        } else {
            "failed".to_owned()
        },
        format!("{:.2}", row.seconds),
        checked(format!("{:.2}", row.check_seconds.unwrap_or_default())),
        checked(row.rustc_errors.to_string()),
        checked(row.rustc_warnings.to_string()),
        losses.join(" "),
    ]
}

fn summary(rows: &[Row], check: bool) -> String {
    let sum = |of: fn(&Row) -> u64| rows.iter().map(of).sum::<u64>();
    let count = |of: fn(&Row) -> bool| rows.iter().filter(|row| of(row)).count();
    let mut text = format!(
        "{} of {} generated, {} of {} operations emitted, {} losses",
        count(|row| row.generated),
        rows.len(),
        sum(|row| row.operations_emitted),
        sum(|row| row.operations),
        sum(|row| row.losses.values().sum()),
    );
    if check {
        text += &format!(
            "; {} of {} compiled, {} errors, {} warnings",
            count(|row| row.checked),
            rows.len(),
            sum(|row| row.rustc_errors),
            sum(|row| row.rustc_warnings),
        );
    }
    text
}
