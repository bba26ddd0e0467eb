//! Changes that are planted on pages, one at a time wherever a page has room for one: each has to be told.

/// A page with a change.
pub(super) struct Planted {
    /// What sort of change it is.
    pub(super) sort: &'static str,
    /// The line that it is made at, from 1.
    pub(super) line: usize,
    pub(super) text: String,
}

/// Words for types, each with one that says something else.
const TYPES: [(&str, &str); 7] = [
    ("string", "boolean"),
    ("enum<string>", "integer"),
    ("integer", "string"),
    ("number", "boolean"),
    ("boolean", "string"),
    ("object", "integer"),
    ("object[]", "boolean"),
];

/// Every change that a page has room for.
pub(super) fn everywhere(page: &str) -> Vec<Planted> {
    let lines: Vec<&str> = page.lines().collect();
    let mut all = Vec::new();
    for at in (0..lines.len()).filter(|at| !is_free(&lines, *at)) {
        let changes = [
            operation(&lines, at),
            field(&lines, at),
            row(&lines, at),
            member(&lines, at),
            fact(&lines, at),
        ];
        all.extend(changes.into_iter().flatten().map(|(sort, length, by)| {
            let kept = [
                &lines[..at],
                &by.iter().map(String::as_str).collect::<Vec<_>>()[..],
                &lines[at + length..],
            ];
            Planted {
                sort,
                line: at + 1,
                text: kept.concat().join("\n") + "\n",
            }
        }));
    }
    all
}

/// Whether a line is of metadata, in which nothing has a name or a type of the API's.
fn is_free(lines: &[&str], at: usize) -> bool {
    let opening = lines[..=at]
        .iter()
        .rposition(|line| line.contains(['{', '}']));
    let opening = opening.map_or("", |opening| lines[opening]);
    opening.contains("\"metadata\"") && opening.ends_with('{') && lines[at] != opening
        || lines[at].contains("\"metadata\": \"<unknown>\"")
}

/// What sort of change, how many lines it takes away, and what it puts there.
type Change = (&'static str, usize, Vec<String>);

fn change(sort: &'static str, length: usize, by: &[&str]) -> Change {
    (
        sort,
        length,
        by.iter().map(|line| (*line).to_owned()).collect(),
    )
}

/// Another method, another path.
fn operation(lines: &[&str], at: usize) -> Vec<Change> {
    let line = lines[at];
    let mut changes = Vec::new();
    if let Some(rest) = line
        .strip_prefix("POST")
        .or_else(|| line.strip_prefix("curl --request POST"))
    {
        let before = line
            .strip_suffix(rest)
            .expect("a prefix")
            .replace("POST", "PUT");
        changes.push(change("method", 1, &[&format!("{before}{rest}")]));
    }
    if let Some(url) = line
        .strip_prefix("--url ")
        .map(|url| url.trim_end_matches(" \\"))
    {
        changes.push(change(
            "path",
            1,
            &[&line.replace(url, &format!("{url}_now"))],
        ));
    }
    if line == "/" && lines.get(at + 1).is_some_and(|name| !name.is_empty()) {
        changes.push(change("path", 2, &["/", &format!("{}_now", lines[at + 1])]));
    }
    changes
}

/// Fields on lines of their own.
fn field(lines: &[&str], at: usize) -> Vec<Change> {
    let (name, kind) = (lines[at], lines.get(at + 1).copied().unwrap_or_default());
    let other = TYPES.iter().find(|(known, _)| *known == kind);
    let is_name = !name.is_empty()
        && name
            .chars()
            .all(|letter| letter.is_alphanumeric() || "_-".contains(letter));
    let Some((_, other)) =
        other.filter(|_| is_name && !TYPES.iter().any(|(known, _)| *known == name))
    else {
        return Vec::new();
    };
    let is_required = lines.get(at + 2) == Some(&"required");
    let length = if is_required { 3 } else { 2 };
    let mark: &[&str] = if is_required { &["required"] } else { &[] };
    let renamed = format!("{name}_now");
    let toggled: &[&str] = if is_required {
        &[name, kind]
    } else {
        &[name, kind, "required"]
    };
    let apart = [
        "planted_field",
        "",
        "string",
        "",
        "What is new.",
        "",
        name,
        kind,
    ];
    vec![
        change("field removed", length, &[]),
        change("field renamed", length, &with(&renamed, kind, mark)),
        change("type", length, &with(name, other, mark)),
        change("required", length, toggled),
        change(
            "field added",
            length,
            &[
                &["planted_field", "string", "", "What is new.", ""],
                &with(name, kind, mark)[..],
            ]
            .concat(),
        ),
        change(
            "field added in blocks",
            length,
            &[&apart[..], mark].concat(),
        ),
    ]
}

/// The lines of a field.
fn with<'l>(name: &'l str, kind: &'l str, mark: &[&'l str]) -> Vec<&'l str> {
    [&[name, kind], mark].concat()
}

/// Rows of tables in Markdown.
fn row(lines: &[&str], at: usize) -> Vec<Change> {
    let line = lines[at];
    let cells: Vec<&str> = line.split(" | ").collect();
    let [name, kind, required, rest] = cells[..] else {
        return Vec::new();
    };
    let Some((_, other)) = TYPES.iter().find(|(known, _)| *known == kind) else {
        return Vec::new();
    };
    let toggled = if required == "yes" { "no" } else { "yes" };
    let renamed = format!("{}_now`", name.trim_end_matches('`'));
    let row = |name: &str, kind: &str, required: &str| [name, kind, required, rest].join(" | ");
    vec![
        change("field removed", 1, &[]),
        change("field renamed", 1, &[&row(&renamed, kind, required)]),
        change("type", 1, &[&row(name, other, required)]),
        change("required", 1, &[&row(name, kind, toggled)]),
        change(
            "field added",
            1,
            &[line, &row("| `planted_field`", kind, required)],
        ),
    ]
}

/// Members of samples that stand on a line.
fn member(lines: &[&str], at: usize) -> Vec<Change> {
    let line = lines[at];
    let Some((name, value)) = line
        .trim()
        .strip_prefix('"')
        .and_then(|rest| rest.split_once("\": "))
    else {
        return Vec::new();
    };
    let mut changes = vec![
        change(
            "member renamed",
            1,
            &[&line.replacen(name, &format!("{name}_now"), 1)],
        ),
        change("member added", 1, &["\"planted_member\": 1,", line]),
    ];
    let is_last = !line.ends_with(',');
    let (value, comma) = value
        .strip_suffix(',')
        .map_or((value, ""), |value| (value, ","));
    if value.ends_with(['{', '[']) {
        return changes;
    }
    if !is_last {
        changes.push(change("member removed", 1, &[]));
    }
    let other = if value.starts_with('"') {
        "[true]"
    } else {
        "\"a text\""
    };
    changes.push(change(
        "type of a member",
        1,
        &[&format!("\"{name}\": {other}{comma}")],
    ));
    changes
}

/// Values and bounds.
fn fact(lines: &[&str], at: usize) -> Vec<Change> {
    let line = lines[at];
    let mut changes = Vec::new();
    let before = at.checked_sub(1).map_or("", |before| lines[before]);
    let is_listed =
        before == "Available options:" || before.ends_with(',') || line.starts_with(", ");
    let word = line.trim_matches([',', ' ']);
    if is_listed
        && !word.is_empty()
        && word
            .chars()
            .all(|letter| letter.is_alphanumeric() || letter == '_')
    {
        changes.push(change(
            "value",
            1,
            &[&line.replace(word, &format!("{word}_now"))],
        ));
    }
    if let Some(list) = line.split_once("One of `").map(|(_, list)| list) {
        let value = list.split('`').next().unwrap_or_default();
        changes.push(change(
            "value",
            1,
            &[&line.replace(value, &format!("{value}_now"))],
        ));
    }
    for sign in [
        "x >= ",
        "x > ",
        "< x < ",
        "Maximum is ",
        "maximum: ",
        "Minimum: ",
        "length: ",
    ] {
        let Some((before, after)) = line.split_once(sign) else {
            continue;
        };
        changes.push(change("bound", 1, &[&format!("{before}{sign}7{after}")]));
    }
    changes
}
