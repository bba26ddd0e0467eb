//! JSON that a page shows, and calls of curl around some of it.

use std::ops::Range;

use serde_json::{Deserializer, Value};

use super::call::{self, Call};
use super::operation::Line;
use super::section::Context;
use crate::source::Source;

/// JSON that a page shows.
#[derive(Debug)]
pub(in crate::pages) struct Sample {
    /// Its first line, from 1.
    pub(in crate::pages) line: usize,
    pub(in crate::pages) value: Value,
    /// Its text.
    pub(in crate::pages) source: Source,
    pub(in crate::pages) origin: Origin,
}

/// Where on its page a sample stands.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::pages) enum Origin {
    /// It is what a call of curl sends.
    Sent(Line),
    /// It follows a call of curl.
    After(Line),
    /// It stands in some part of the page.
    Part(Context),
}

/// What looks like JSON and is none.
#[derive(Debug)]
pub(in crate::pages) struct Unreadable {
    /// The line, from 1, that can't be read.
    pub(in crate::pages) line: usize,
    pub(in crate::pages) reason: String,
}

/// What is found in a text before its lines are looked at.
#[derive(Default)]
pub(super) struct Found {
    pub(super) calls: Vec<Call>,
    pub(super) samples: Vec<Sample>,
    pub(super) unreadable: Vec<Unreadable>,
    /// The text with blanks in place of all these, so that lines keep their numbers.
    pub(super) rest: String,
}

/// Finds calls and samples.
pub(super) fn find(text: &str) -> Found {
    let mut search = Search {
        text,
        at: 0,
        line: 1,
        found: Found::default(),
        last_call: None,
    };
    while let Some(start) = search.next_start() {
        search.advance_to(start);
        let end = search.take(start).unwrap_or(start + 1);
        search.advance_to(end);
    }
    search.advance_to(text.len());
    search.found
}

struct Search<'t> {
    text: &'t str,
    /// What is before it is done.
    at: usize,
    /// The line of `at`.
    line: usize,
    found: Found,
    /// The operation of the last call and where it ends, or the last sample after it.
    last_call: Option<(Line, usize)>,
}

impl Search<'_> {
    /// Where something could start.
    fn next_start(&self) -> Option<usize> {
        let rest = self.text.get(self.at..)?;
        let json = rest.find(['{', '[']);
        let curl = rest.find("curl ");
        let nearest = [json, curl].into_iter().flatten().min()?;
        Some(self.at + nearest)
    }

    /// Keeps what is passed over.
    fn advance_to(&mut self, end: usize) {
        let passed = self.text.get(self.at..end).unwrap_or_default();
        self.line += passed.matches('\n').count();
        self.found.rest += passed;
        self.at = end;
    }

    /// Leaves blanks in place of what was found.
    fn blank(&mut self, bytes: Range<usize>) {
        let taken = self.text.get(bytes.clone()).unwrap_or_default();
        self.line += taken.matches('\n').count();
        self.found.rest.extend(
            taken
                .chars()
                .map(|character| if character == '\n' { '\n' } else { ' ' }),
        );
        self.at = bytes.end;
    }

    /// Takes what starts at a byte, and says where to go on; `None` if nothing does.
    fn take(&mut self, start: usize) -> Option<usize> {
        match self.text.as_bytes().get(start) {
            Some(b'c') => self.call(start),
            _ => self.json(start, None),
        }
    }

    fn call(&mut self, start: usize) -> Option<usize> {
        let call::Found { call, bytes, data } = call::at(self.text, start, self.line)?;
        let operation = call.operation.clone();
        self.found.calls.push(call);
        if let Some(data) = data {
            let text = self.text.get(data.clone()).unwrap_or_default();
            let json = data.start + (text.len() - text.trim_start().len());
            self.blank(start..json);
            self.json(json, Some((Origin::Sent(operation.clone()), data)));
        }
        let end = self.at.max(bytes.end);
        self.blank(self.at..end);
        self.last_call = Some((operation, end));
        Some(end)
    }

    /// Takes JSON. `known` is where it stands, if that is known already, and the bytes that it may have.
    fn json(&mut self, start: usize, known: Option<(Origin, Range<usize>)>) -> Option<usize> {
        let end = known
            .as_ref()
            .map_or(self.text.len(), |(_, bytes)| bytes.end);
        let text = self.text.get(start..end)?;
        let mut stream = Deserializer::from_str(text).into_iter::<Value>();
        match stream.next()? {
            Ok(value) if is_sample(&value) => {
                let bytes = start..start + stream.byte_offset();
                let origin = known.map_or_else(|| self.origin(start), |(origin, _)| origin);
                self.sample(value, bytes.clone(), origin);
                Some(bytes.end)
            }
            Err(error) if looks_like_json(text) => {
                let reason = error.to_string();
                let reason = reason
                    .split(" at line")
                    .next()
                    .unwrap_or_default()
                    .to_owned();
                self.found.unreadable.push(Unreadable {
                    line: self.line + error.line().saturating_sub(1),
                    reason,
                });
                let end = start + length_of_block(text);
                self.blank(start..end);
                Some(end)
            }
            _ => None,
        }
    }

    fn sample(&mut self, value: Value, bytes: Range<usize>, origin: Origin) {
        let text = self.text.get(bytes.clone()).unwrap_or_default();
        let source = Source::new("sample.json", text);
        self.found.samples.push(Sample {
            line: self.line,
            value,
            source,
            origin,
        });
        self.blank(bytes);
    }

    fn origin(&self, start: usize) -> Origin {
        let between = |end: usize| self.text.get(end..start).unwrap_or_default();
        match &self.last_call {
            Some((operation, end)) if between(*end).trim().is_empty() => {
                Origin::After(operation.clone())
            }
            _ => Origin::Part(Context::default()),
        }
    }
}

/// Whether JSON shows how something is built: an object with properties, or a list of such.
fn is_sample(value: &Value) -> bool {
    match value {
        Value::Object(members) => !members.is_empty(),
        Value::Array(items) => items
            .first()
            .is_some_and(|item| item.is_object() && is_sample(item)),
        _ => false,
    }
}

/// Whether a text begins like an object with properties, or a list of such.
fn looks_like_json(text: &str) -> bool {
    let inside = text.trim_start_matches('[').trim_start();
    inside
        .strip_prefix('{')
        .is_some_and(|inside| inside.trim_start().starts_with('"'))
}

/// How much of a text belongs to the block that its first bracket opens: all up to the bracket that closes it, or the
/// first line, if none does.
fn length_of_block(text: &str) -> usize {
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for (at, character) in text.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = quoted,
            '"' => quoted = !quoted,
            '{' | '[' if !quoted => depth += 1,
            '}' | ']' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return at + character.len_utf8();
        }
    }
    text.find('\n').unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Origin, find};

    #[test]
    fn samples_are_found_in_and_after_calls_and_elsewhere() {
        let text = "curl -X POST https://api.example.com/orders \\\n-d '\n{\"a\": 1}\n'{\"id\": 2}Then {id} and\n[{\"b\": 3}] or [1].";
        let found = find(text);
        let samples: Vec<_> = found
            .samples
            .iter()
            .map(|sample| (sample.line, sample.value.clone()))
            .collect();
        assert_eq!(
            samples,
            [
                (3, json!({"a": 1})),
                (4, json!({"id": 2})),
                (5, json!([{"b": 3}]))
            ]
        );
        assert!(matches!(found.samples[0].origin, Origin::Sent(_)));
        assert!(matches!(found.samples[1].origin, Origin::After(_)));
        assert!(matches!(found.samples[2].origin, Origin::Part(_)));
        assert_eq!(
            found.rest.lines().nth(3).map(str::trim),
            Some("Then {id} and")
        );
        assert_eq!(found.rest.lines().nth(4).map(str::trim), Some("or [1]."));
    }

    #[test]
    fn what_looks_like_json_is_not_passed_over() {
        let found = find("{\n  \"a\": 1,\n  \"b\": {\"c\": 2},\n}\nmore {\"d\": 1}");
        let unreadable: Vec<_> = found
            .unreadable
            .iter()
            .map(|unreadable| unreadable.line)
            .collect();
        assert_eq!((unreadable, found.samples.len()), (vec![4], 1));
    }
}
