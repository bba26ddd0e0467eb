//! Fields as pages list them: a name and its type, on one line or on lines of their own.

use super::kind::{self, Kind};
use super::pattern::{first, patterns};
use super::section::Context;

/// A field that a page describes: a property, a parameter or a header.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::pages) struct Field {
    /// Its line, from 1.
    pub(in crate::pages) line: usize,
    /// Its name, after those of the fields that it stands in.
    pub(in crate::pages) names: Vec<String>,
    /// What it may be; empty if the page doesn't say it.
    pub(in crate::pages) kinds: Vec<Kind>,
    /// Whether it has to be there, if the page says it.
    pub(in crate::pages) required: Option<bool>,
    /// Where it stands.
    pub(in crate::pages) context: Context,
}

/// A field as a line or a row writes it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Row<'t> {
    pub(super) name: &'t str,
    pub(super) kinds: Vec<Kind>,
    pub(super) required: Option<bool>,
    /// What follows, with values and bounds perhaps.
    pub(super) rest: &'t str,
}

patterns! {
    NAME = r"^([A-Za-z_$][\w$]*(?:(?:\.|\[\]\.?|\[|-)[\w$]+\]?)*(?:\[\])?)$";
    /// A name at the start of a line: with a bullet, in backticks, or neither.
    START = r"^((?:[-*•]\s+)?[`*]*)([A-Za-z_$][\w$]*(?:(?:\.|\[\]\.?|\[|-)[\w$]+\]?)*)([`*]*)\s*(:|\(|-|–|—)?[\s(*`_]*";
    MARK = r"(?i)^[\s,·|()*`_-]*(required|optional)\b[)\s*`_]*";
}

/// Words that sentences start with, and tables of fields don't.
const SENTENCE: [&str; 26] = [
    "a", "an", "the", "any", "of", "each", "this", "no", "is", "as", "in", "or", "with", "for",
    "to", "be", "every", "some", "which", "that", "returns", "return", "must", "optional",
    "required", "and",
];

/// A field on one line: `name type required …`, `- name (type): …`.
pub(super) fn inline(line: &str) -> Option<Row<'_>> {
    let [mark, name, close, colon] = first(&START, line)?;
    let length = line.len() - after_start(line).len();
    let (kinds, type_length) = kind::prefix(&line[length..])?;
    let rest = &line[length + type_length..];
    let is_marked = !mark.is_empty() || !close.is_empty() || !colon.is_empty();
    if is_sentence(name) || !(is_marked || (looks_like_a_name(name) && ends_a_name_and_type(rest)))
    {
        return None;
    }
    let (required, rest) = mark_of(rest);
    Some(Row {
        name,
        kinds,
        required,
        rest,
    })
}

/// A field on lines of their own: its name, its type, perhaps whether it is required, each after a blank line or not. Gives
/// the number of lines.
pub(super) fn stacked<'t>(lines: &[&'t str]) -> Option<(Row<'t>, usize)> {
    let mut blocks = lines.iter().zip(1..).filter(|(line, _)| !line.is_empty());
    let (name_line, first) = blocks.next()?;
    let (type_line, second) = blocks.next().filter(|(_, at)| at - first <= 2)?;
    let name = name(name_line).filter(|name| !is_sentence(name))?;
    let kinds = kind::whole(type_line)?;
    let row = Row {
        name,
        kinds,
        ..Row::default()
    };
    let mark = blocks.next().filter(|(_, at)| at - second <= 2);
    match mark.map(|(line, at)| (mark_of(line), at)) {
        Some(((Some(required), ""), length)) => {
            let required = Some(required);
            Some((Row { required, ..row }, length))
        }
        _ => Some((row, second)),
    }
}

/// A name that is a whole text, without its backticks.
pub(super) fn name(text: &str) -> Option<&str> {
    let text = text.trim().trim_matches(['`', '*']);
    first::<1>(&NAME, text).map(|[name]| name)
}

/// The names in a dotted name: `customer.email`, `items[].id`, `metadata[key]`.
pub(super) fn names(name: &str) -> Vec<String> {
    let parts = name.split(['.', '[', ']']).filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

/// Whether it is required, if a text begins with that, and what follows.
pub(super) fn mark_of(text: &str) -> (Option<bool>, &str) {
    match first(&MARK, text) {
        Some([word]) => {
            let end = text.find(word).unwrap_or_default() + word.len();
            let rest = text[end..].trim_start_matches([')', ' ', '*', '`', '_', ',', ':', '.']);
            (Some(word.eq_ignore_ascii_case("required")), rest)
        }
        None => (None, text),
    }
}

fn after_start(line: &str) -> &str {
    let matched = START.as_ref().and_then(|pattern| pattern.find(line));
    matched.map_or(line, |matched| &line[matched.end()..])
}

fn is_sentence(name: &str) -> bool {
    SENTENCE.contains(&name.to_lowercase().as_str())
}

/// Whether a bare word is no ordinary one at the start of a sentence.
fn looks_like_a_name(word: &str) -> bool {
    word.starts_with(char::is_lowercase) || word.contains(['_', '-'])
}

/// Whether what follows a bare name and type shows that they are no part of a sentence.
fn ends_a_name_and_type(rest: &str) -> bool {
    let is_apart = rest.starts_with("  ") || rest.starts_with('\t');
    let trimmed = rest.trim_start();
    let word = trimmed
        .split(|next: char| !next.is_alphabetic())
        .next()
        .unwrap_or_default();
    let is_mark = ["required", "optional", "deprecated", "default", "nullable"]
        .contains(&word.to_lowercase().as_str());
    is_apart
        || is_mark
        || trimmed.is_empty()
        || trimmed.starts_with(|next: char| next.is_uppercase() || "-–—:(|".contains(next))
}

#[cfg(test)]
mod tests {
    use super::{Kind, Row, inline, names, stacked};

    #[test]
    fn fields_on_one_line() {
        let row = inline("product_id  string  required  What is sold.").expect("a field");
        let expected = Row {
            name: "product_id",
            kinds: vec![Kind::String],
            required: Some(true),
            rest: "What is sold.",
        };
        assert_eq!(row, expected);
        let row = inline("- `units` (integer, optional): How many.").expect("a field");
        assert_eq!(
            (row.name, row.required, row.rest),
            ("units", Some(false), "How many.")
        );
        assert_eq!(inline("note: string").map(|row| row.name), Some("note"));
        assert_eq!(inline("A number of units."), None);
        assert_eq!(inline("Page number, 1 unless set."), None);
        assert_eq!(inline("status string of the order"), None);
    }

    #[test]
    fn fields_on_lines_of_their_own() {
        let (row, length) = stacked(&["object", "string", "required", ""]).expect("a field");
        assert_eq!((row.name, row.required, length), ("object", Some(true), 3));
        let (row, length) = stacked(&["units", "number", "How many."]).expect("a field");
        assert_eq!((row.name, row.required, length), ("units", None, 2));
        assert_eq!(stacked(&["Body", "application/json"]), None);
    }

    #[test]
    fn names_may_lead_into_others() {
        assert_eq!(names("items[].price.amount"), ["items", "price", "amount"]);
        assert_eq!(names("customer[email]"), ["customer", "email"]);
    }
}
