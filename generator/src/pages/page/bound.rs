//! Bounds as pages write them.

use super::pattern::{all, patterns};

/// A bound.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(in crate::pages) struct Bound {
    pub(in crate::pages) side: Side,
    /// Whether the number itself is allowed.
    pub(in crate::pages) inclusive: bool,
    pub(in crate::pages) number: f64,
    /// What is bounded, if the page says it.
    pub(in crate::pages) measure: Option<Measure>,
    /// Whether it is written as a bound, rather than told in a sentence, which may be about something else.
    pub(in crate::pages) formal: bool,
}

/// Which end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::pages) enum Side {
    Least,
    Most,
}

/// What is bounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::pages) enum Measure {
    /// The value.
    Value,
    /// The characters of a text.
    Length,
    /// The items of a list.
    Items,
}

/// A number: `1`, `-1`, `99,999`, `1.5`.
macro_rules! number {
    () => {
        r"(-?\d[\d,_]*(?:\.\d+)?)"
    };
}

patterns! {
    /// `1 <= x <= 100`
    BETWEEN = concat!(number!(), r"\s*(<=|<|≤)\s*[a-zA-Z_]+\s*(<=|<|≤)\s*", number!());
    /// `x > 0`
    ONE_SIDED = concat!(r"(?:^|[^\w<≤]\s*|[:(,]\s*)[a-zA-Z_]+\s*(<=|>=|<|>|≤|≥)\s*", number!());
    /// `Maximum string length: 50`, `minItems = 1`
    LABELLED = concat!(
        r"(?i)\b(min|max)(?:imum)?[ _-]?(?:string |array |allowed )?",
        r"(value|length|items|characters|chars|size|number)?\s*(?:is|of|[:=])?\s*", number!(),
    );
    /// `Required string length: 1 - 50`, `between 1 and 50`
    RANGE = concat!(
        r"(?i)\b(?:(string length|array length|length|range|allowed values)\s*:?|(between))\s*",
        number!(), r"\s*(?:-|–|to|and|\.\.\.?)\s*", number!(),
    );
    /// `up to 3 items`
    TOLD = concat!(
        r"(?i)\b(?:(up to|at most|no more than|not (?:exceed|be longer than))|(at least|no less than|no fewer than))\s+",
        number!(), r"\s*(characters|chars|items|entries|elements)?",
    );
}

/// Every bound that a line states.
pub(super) fn all_in(line: &str) -> Vec<Bound> {
    let mut bounds = Vec::new();
    for [low, low_sign, high_sign, high] in all(&BETWEEN, line) {
        bounds.extend(bound(Side::Least, low, low_sign, None));
        bounds.extend(bound(Side::Most, high, high_sign, None));
    }
    if bounds.is_empty() {
        bounds.extend(all(&ONE_SIDED, line).filter_map(|[sign, number]| {
            let side = if sign.starts_with(['>', '≥']) {
                Side::Least
            } else {
                Side::Most
            };
            bound(side, number, sign, None)
        }));
    }
    bounds.extend(all(&LABELLED, line).filter_map(|[side, measured, number]| {
        let side = if side.eq_ignore_ascii_case("min") {
            Side::Least
        } else {
            Side::Most
        };
        bound(side, number, "=", measure(measured))
    }));
    for [labelled, _, low, high] in all(&RANGE, line) {
        let formal = !labelled.is_empty();
        let ends = [(Side::Least, low), (Side::Most, high)];
        let ends = ends
            .into_iter()
            .filter_map(|(side, number)| bound(side, number, "=", measure(labelled)));
        bounds.extend(ends.map(|bound| Bound { formal, ..bound }));
    }
    bounds.extend(all(&TOLD, line).filter_map(|[most, _, number, measured]| {
        let side = if most.is_empty() {
            Side::Least
        } else {
            Side::Most
        };
        let bound = bound(side, number, "=", measure(measured))?;
        Some(Bound {
            formal: false,
            ..bound
        })
    }));
    bounds
}

/// A line that is nothing but a number: of what it is a bound, or whether it is one, can't be told.
pub(super) fn alone(line: &str) -> Option<f64> {
    read(line).filter(|_| line.starts_with(|first: char| first.is_ascii_digit()))
}

fn bound(side: Side, number: &str, sign: &str, measure: Option<Measure>) -> Option<Bound> {
    Some(Bound {
        side,
        inclusive: !matches!(sign, "<" | ">"),
        number: read(number)?,
        measure,
        formal: true,
    })
}

fn read(number: &str) -> Option<f64> {
    number.replace([',', '_'], "").parse().ok()
}

fn measure(words: &str) -> Option<Measure> {
    match words.to_lowercase().as_str() {
        "value" => Some(Measure::Value),
        "length" | "characters" | "chars" | "string length" => Some(Measure::Length),
        "items" | "entries" | "elements" | "array length" => Some(Measure::Items),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{Bound, Side, all_in};

    fn read(line: &str) -> Vec<String> {
        let write = |bound: &Bound| {
            let side = if bound.side == Side::Least { ">" } else { "<" };
            let equal = if bound.inclusive { "=" } else { "" };
            let told = if bound.formal { "" } else { " (told)" };
            format!("{side}{equal} {}{told}", bound.number)
        };
        all_in(line).iter().map(write).collect()
    }

    #[test]
    fn bounds_are_read_in_all_their_forms() {
        assert_eq!(read("Required range: 1 <= x <= 100"), [">= 1", "<= 100"]);
        assert_eq!(read("50 < x < 99,999,999"), ["> 50", "< 99999999"]);
        assert_eq!(read("x >= 0Payment methods"), [">= 0"]);
        assert_eq!(
            read("Page size, defaults to 10. Maximum is 100."),
            ["<= 100"]
        );
        assert_eq!(read("Maximum string length: 50"), ["<= 50"]);
        assert_eq!(read("maxItems = 3, minItems = 1"), ["<= 3", ">= 1"]);
        assert_eq!(read("Required string length: 1 - 50"), [">= 1", "<= 50"]);
        assert_eq!(read("Up to 3 fields are supported."), ["<= 3 (told)"]);
        assert_eq!(
            read("of the form Bearer <token>, where 3 follow"),
            Vec::<String>::new()
        );
    }
}
