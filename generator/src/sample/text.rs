//! Texts: of a format, of a pattern, of a length.

use std::ops::RangeInclusive;

use super::facets::Facets;
use super::pattern;

/// How long a text gets for a schema that demands a very long one.
const LONGEST: usize = 10_000;

impl Facets {
    /// A text that fits; `None` if none is known that does.
    pub(super) fn text(&self) -> Option<String> {
        let length = self.length();
        let format = self.first(|schema| schema.keywords.format.clone());
        let formatted = format.and_then(|format| of_format(&format));
        let formatted = formatted.filter(|text| length.contains(&text.len()));
        self.plain_text(&length, formatted)
    }

    /// A text that fits and is longer than another.
    pub(super) fn longer_text(&self, than: &str) -> Option<String> {
        let least = than.chars().count() + 1;
        self.plain_text(&(least..=*self.length().end()), None)
    }

    fn plain_text(
        &self,
        length: &RangeInclusive<usize>,
        formatted: Option<&str>,
    ) -> Option<String> {
        if length.is_empty() {
            return None;
        }
        let pattern = self.first(|schema| schema.keywords.pattern.clone());
        pattern
            .and_then(|pattern| pattern::matching(&pattern, length))
            .or_else(|| formatted.map(str::to_owned))
            .or_else(|| of_length(length))
    }

    pub(super) fn admits_text(&self, text: &str) -> bool {
        self.length().contains(&text.chars().count())
    }

    fn length(&self) -> RangeInclusive<usize> {
        let least = self.at_least(|schema| schema.keywords.min_length);
        let most = self.at_most(|schema| schema.keywords.max_length);
        least..=most
    }
}

/// A text of a format: those of OpenAPI 3.0.3 §4.4 and of JSON Schema 2020-12 §7.3, and some that are widely used.
fn of_format(format: &str) -> Option<&'static str> {
    Some(match format {
        "date-time" => "2026-01-31T12:00:00Z",
        "date" => "2026-01-31",
        "time" => "12:00:00Z",
        "duration" => "P1D",
        "email" | "idn-email" => "jane@example.com",
        "hostname" | "idn-hostname" => "example.com",
        "ipv4" => "192.0.2.1",
        "ipv6" => "2001:db8::1",
        "uri" | "iri" | "url" => "https://example.com/page",
        "uri-reference" | "iri-reference" => "/page",
        "uri-template" => "/pages/{page}",
        "uuid" | "uuid4" => "67e55044-10b1-426f-9247-bb680e5fe0c8",
        "byte" => "dGV4dA==",
        "decimal" => "19.99",
        "json-pointer" => "/page",
        "relative-json-pointer" => "1/page",
        "regex" => "^page$",
        _ => return None,
    })
}

fn of_length(length: &RangeInclusive<usize>) -> Option<String> {
    let word = "text";
    let count = word
        .len()
        .clamp((*length.start()).min(*length.end()), *length.end());
    (count <= LONGEST).then(|| word.chars().cycle().take(count).collect())
}
