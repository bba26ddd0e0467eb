//! Lists of values that a page says a field may have.

use super::pattern::{all, first, patterns};

/// Values that something may have.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::pages) struct Values {
    /// An index into the page's fields; `None` if no field stands above.
    pub(in crate::pages) field: Option<usize>,
    pub(in crate::pages) form: Form,
    /// Each with its line.
    pub(in crate::pages) values: Vec<(usize, String)>,
}

/// How values are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::pages) enum Form {
    /// After words that say so: `Available options`, `one of`.
    Announced,
    /// As a list, of whatever it may be.
    List,
    /// One in quotes, on a line of its own: a constant or an example.
    Quoted,
    /// One word on a line of its own.
    Word,
}

patterns! {
    /// Words after which values follow, and what follows on the line.
    CUE = concat!(
        r"(?i)^(?:[-*•>\s]*)(?:available options|allowed values|possible values|supported values|valid values",
        r"|permitted values|accepted values|enum(?: values)?|options|values|one of)\b\s*(?:are|is)?\s*[:*]*\s*(.*)$",
    );
    /// The same inside of a sentence, before values in backticks or quotes.
    INNER_CUE = concat!(
        r#"(?i)(?:one of|either|can be|may be|must be|available options|(?:allowed|possible|supported|valid|permitted|accepted) values|values|options|enum)(?: are| is)?:?\s*"#,
        r#"((?:[`"][^`"]+[`"](?:\s*(?:,|\||/|or|and)\s*)*)+)"#,
    );
    TICKED = r#"[`"]([^`"]+)[`"]"#;
    /// Two or more values in backticks or quotes, one after the other.
    LISTED = r#"((?:`[^`]+`(?:\s*(?:,|\||/|or|and)\s*)+)+`[^`]+`|(?:"[^"]+"(?:\s*(?:,|\||/|or|and)\s*)+)+"[^"]+")"#;
    TOKEN = r"^(?:[-*•]\s+)?[`]?(-?[A-Za-z0-9_][\w.:/-]*)[`]?$";
    QUOTED = r#"^"([^"]+)"$"#;
    WORD = r"^([a-z][a-z0-9]*(?:_[a-z0-9]+)*|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)$";
}

/// Words on lines of their own that pages write beside fields.
const FURNITURE: [&str; 12] = [
    "required",
    "optional",
    "deprecated",
    "nullable",
    "default",
    "copy",
    "json",
    "curl",
    "example",
    "none",
    "null",
    "true",
];

/// Values after words that announce them, on the same line or on those that follow. Gives the number of lines.
pub(super) fn announced<'t>(lines: &[&'t str]) -> Option<(Vec<(usize, &'t str)>, usize)> {
    let (line, rest) = lines.split_first()?;
    let [after] = first(&CUE, line)?;
    if !after.is_empty() {
        let values: Option<Vec<_>> = pieces(after).map(token).collect();
        return Some((values?.into_iter().map(|value| (0, value)).collect(), 1));
    }
    let mut values = Vec::new();
    let mut open = true;
    for (index, line) in rest.iter().enumerate() {
        let is_bullet = line.starts_with(['-', '*', '•']) && !line.starts_with("**");
        let parts: Option<Vec<_>> = pieces(line).map(token).collect();
        let Some(parts) =
            parts.filter(|parts| !parts.is_empty() && (open || is_bullet || line.starts_with(',')))
        else {
            break;
        };
        values.extend(parts.into_iter().map(|value| (index + 1, value)));
        // The last value of a list has no comma; bullets have none at all.
        open = line.ends_with(',');
    }
    let length = values.last().map_or(1, |(line, _)| line + 1);
    (!values.is_empty()).then_some((values, length))
}

/// A value, then more on lines that begin with commas. Gives the number of lines.
pub(super) fn comma_led<'t>(lines: &[&'t str]) -> Option<(Vec<(usize, &'t str)>, usize)> {
    let mut values = vec![(0, token(lines.first()?)?)];
    for (index, line) in lines.iter().enumerate().skip(1) {
        match line.strip_prefix(',').and_then(|value| token(value.trim())) {
            Some(value) => values.push((index, value)),
            None => break,
        }
    }
    let length = values.len();
    (length > 1).then_some((values, length))
}

/// Values in backticks or quotes inside of a sentence or a cell.
pub(super) fn inner(line: &str) -> Vec<(Form, Vec<&str>)> {
    let announced: Vec<_> = all::<1>(&INNER_CUE, line)
        .map(|[list]| (Form::Announced, ticked(list)))
        .collect();
    if announced.is_empty() {
        return all::<1>(&LISTED, line)
            .map(|[list]| (Form::List, ticked(list)))
            .collect();
    }
    announced
}

/// A line that is one value and nothing else.
pub(super) fn alone(line: &str) -> Option<(Form, &str)> {
    if let Some([value]) = first(&QUOTED, line) {
        return Some((Form::Quoted, value));
    }
    let [word] = first(&WORD, line)?;
    (!FURNITURE.contains(&word)).then_some((Form::Word, word))
}

fn ticked(list: &str) -> Vec<&str> {
    all(&TICKED, list).map(|[value]| value).collect()
}

fn pieces(line: &str) -> impl Iterator<Item = &str> {
    let pieces = line.split([',', '|']).map(str::trim);
    pieces.filter(|piece| !piece.is_empty())
}

fn token(text: &str) -> Option<&str> {
    let text = text.trim_end_matches('.').trim_matches('"');
    first::<1>(&TOKEN, text).map(|[token]| token)
}

#[cfg(test)]
mod tests {
    use super::{Form, alone, announced, comma_led, inner};

    #[test]
    fn values_follow_the_words_that_announce_them() {
        let (values, length) = announced(&[
            "Available options:",
            "test,",
            "live,",
            "sandbox",
            "object",
            "string",
        ])
        .expect("values");
        assert_eq!(
            (values, length),
            (vec![(1, "test"), (2, "live"), (3, "sandbox")], 4)
        );
        let (values, _) = announced(&["Possible values: `day`, `week`."]).expect("values");
        assert_eq!(values, [(0, "day"), (0, "week")]);
        let (values, length) =
            announced(&["Allowed values", "- open", "- closed", ""]).expect("values");
        assert_eq!((values.len(), length), (2, 3));
        assert_eq!(announced(&["Options for the brave are many."]), None);
    }

    #[test]
    fn values_may_begin_with_commas() {
        let (values, length) =
            comma_led(&["open", ", expired", ", failed", "Secret"]).expect("values");
        assert_eq!(
            (values, length),
            (vec![(0, "open"), (1, "expired"), (2, "failed")], 3)
        );
        assert_eq!(
            comma_led(&["through discount_id", ", it'll still be applied"]),
            None
        );
    }

    #[test]
    fn values_stand_in_sentences() {
        assert_eq!(
            inner("How often: one of `day`, `week` or `month`."),
            [(Form::Announced, vec!["day", "week", "month"])]
        );
        assert_eq!(
            inner(r#"| state | "open" | "closed" |"#),
            [(Form::List, vec!["open", "closed"])]
        );
        assert_eq!(inner("The `id` of the order"), []);
    }

    #[test]
    fn a_value_may_stand_alone() {
        assert_eq!(alone(r#""fixed""#), Some((Form::Quoted, "fixed")));
        assert_eq!(alone("stripe"), Some((Form::Word, "stripe")));
        assert_eq!(alone("Checkout"), None);
        assert_eq!(alone("required"), None);
    }
}
