//! Tables in Markdown, a field in each row.

use super::field::{Row, mark_of, name};
use super::kind;

/// What the columns of a table hold.
struct Columns {
    name: usize,
    kind: Option<usize>,
    required: Option<usize>,
}

const NAMES: [&str; 9] = [
    "name",
    "field",
    "parameter",
    "property",
    "attribute",
    "key",
    "header",
    "param",
    "argument",
];

/// The fields of a table with the number of their line in it. No field, if none of its columns holds names.
pub(super) fn rows<'t>(lines: &[&'t str]) -> Vec<(usize, Row<'t>)> {
    let Some(columns) = lines
        .first()
        .and_then(|heading| Columns::of(&cells(heading)))
    else {
        return Vec::new();
    };
    let rows = lines.iter().enumerate().skip(1);
    rows.filter_map(|(index, line)| Some((index, columns.row(line)?)))
        .collect()
}

impl Columns {
    fn of(headings: &[&str]) -> Option<Self> {
        let find = |wanted: &[&str]| {
            let plain = |heading: &str| heading.trim_matches(['*', '`', ' ']).to_lowercase();
            headings
                .iter()
                .position(|heading| wanted.contains(&plain(heading).as_str()))
        };
        Some(Self {
            name: find(&NAMES)?,
            kind: find(&["type", "data type", "format"]),
            required: find(&["required", "required?", "mandatory", "presence"]),
        })
    }

    fn row<'t>(&self, line: &'t str) -> Option<Row<'t>> {
        let cells = cells(line);
        let cell = |index: Option<usize>| {
            index
                .and_then(|index| cells.get(index))
                .copied()
                .unwrap_or_default()
        };
        let first = cell(Some(self.name));
        // A mark may stand beside the name: `product_id` *required*.
        let (word, mark) = first.split_once(char::is_whitespace).unwrap_or((first, ""));
        let name = name(word)?;
        let kind = cell(self.kind).trim_matches(['`', '*', ' ']);
        let required = match cell(self.required)
            .trim_matches(['*', '`'])
            .to_lowercase()
            .as_str()
        {
            "yes" | "true" | "required" | "y" | "✓" | "✔" | "✅" | "always" => Some(true),
            "no" | "false" | "optional" | "n" | "✗" | "-" | "" if self.required.is_some() => {
                Some(false)
            }
            _ => mark_of(mark).0,
        };
        let kinds = kind::whole(kind).unwrap_or_default();
        Some(Row {
            name,
            kinds,
            required,
            rest: line,
        })
    }
}

/// The cells of a row; `\|` is no border.
fn cells(line: &str) -> Vec<&str> {
    let line = line.trim();
    let inner = line.strip_prefix('|').unwrap_or(line);
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    let mut cells = Vec::new();
    let (mut start, mut escaped) = (0, false);
    for (at, character) in inner.char_indices() {
        if character == '|' && !escaped {
            cells.extend(inner.get(start..at).map(str::trim));
            start = at + 1;
        }
        escaped = character == '\\';
    }
    cells.extend(inner.get(start..).map(str::trim));
    cells
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn a_table_has_a_field_in_each_row() {
        let table = [
            "| Field | Type | Required | Description |",
            "|---|---|---|---|",
            "| `id` | string | yes | What it is called |",
            "| `note` | string \\| null | no | |",
        ];
        let rows = rows(&table);
        let found: Vec<_> = rows
            .iter()
            .map(|(line, row)| (*line, row.name, row.required, row.kinds.len()))
            .collect();
        assert_eq!(
            found,
            [(2, "id", Some(true), 1), (3, "note", Some(false), 0)]
        );
    }
}
