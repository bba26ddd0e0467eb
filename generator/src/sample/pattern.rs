//! Texts that match a `pattern`.

use std::ops::RangeInclusive;

use regex_syntax::hir::{Class, Hir, HirKind, Repetition};

/// How often parts are repeated that may be repeated at will, at most.
const MOST_REPEATED: u32 = 64;
/// How long a text may get before it is given up.
const LONGEST: usize = 10_000;
/// Characters that are taken if a class holds them.
const USUAL: [char; 5] = ['a', 'A', '1', '-', '_'];

/// A text of some length that matches a regular expression. `None` if there is none, or if the expression uses what
/// only ECMA 262 knows (looking ahead, references back).
pub(super) fn matching(pattern: &str, length: &RangeInclusive<usize>) -> Option<String> {
    let expression = regex_syntax::parse(pattern).ok()?;
    let fits = |text: &String| !text.is_empty() && length.contains(&text.chars().count());
    (0..MOST_REPEATED)
        .filter_map(|more| {
            let mut text = String::new();
            write(&expression, more, &mut text)?;
            Some(text)
        })
        .find(fits)
}

/// Adds a text that matches: parts that may be repeated are repeated `more` often than they must be.
fn write(expression: &Hir, more: u32, text: &mut String) -> Option<()> {
    if text.len() > LONGEST {
        return None;
    }
    match expression.kind() {
        HirKind::Empty | HirKind::Look(_) => Some(()),
        HirKind::Literal(literal) => {
            text.push_str(std::str::from_utf8(&literal.0).ok()?);
            Some(())
        }
        HirKind::Class(class) => {
            text.push(member(class)?);
            Some(())
        }
        HirKind::Repetition(repetition) => {
            let count = count(repetition, more);
            (0..count).try_for_each(|_| write(&repetition.sub, more, text))
        }
        HirKind::Capture(capture) => write(&capture.sub, more, text),
        HirKind::Concat(parts) => parts.iter().try_for_each(|part| write(part, more, text)),
        HirKind::Alternation(branches) => write(branches.first()?, more, text),
    }
}

fn count(repetition: &Repetition, more: u32) -> u32 {
    let most = repetition.max.unwrap_or(u32::MAX);
    repetition.min.saturating_add(more).min(most)
}

/// A character of a class, a plain one if possible.
fn member(class: &Class) -> Option<char> {
    let ranges: Vec<(char, char)> = match class {
        Class::Unicode(class) => class
            .iter()
            .map(|range| (range.start(), range.end()))
            .collect(),
        Class::Bytes(class) => class
            .iter()
            .map(|range| (char::from(range.start()), char::from(range.end())))
            .collect(),
    };
    let holds = |character: &char| {
        ranges
            .iter()
            .any(|(start, end)| (start..=end).contains(&character))
    };
    let usual = USUAL.into_iter().find(holds);
    let printable = || {
        ranges
            .iter()
            .map(|(start, _)| *start)
            .find(|start| *start >= ' ')
    };
    usual
        .or_else(printable)
        .or_else(|| ranges.first().map(|(start, _)| *start))
}
