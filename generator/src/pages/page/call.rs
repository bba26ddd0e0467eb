//! Calls of curl.

use std::ops::Range;

use super::operation::Line;

/// A call of curl.
#[derive(Debug)]
pub(in crate::pages) struct Call {
    /// Its line, from 1.
    pub(in crate::pages) line: usize,
    /// What it calls.
    pub(in crate::pages) operation: Line,
    /// Names in its query.
    pub(in crate::pages) query: Vec<String>,
    /// Names of its headers.
    pub(in crate::pages) headers: Vec<String>,
}

/// A call and its place in the text.
pub(super) struct Found {
    pub(super) call: Call,
    pub(super) bytes: Range<usize>,
    /// The bytes of what it sends.
    pub(super) data: Option<Range<usize>>,
}

/// The call that starts at a byte.
pub(super) fn at(text: &str, start: usize, line: usize) -> Option<Found> {
    let mut words = Words {
        text,
        at: start,
        ended: false,
    };
    words
        .next()
        .filter(|word| text.get(word.clone()) == Some("curl"))?;
    let (mut method, mut url, mut data) = (None, None, None);
    let mut headers = Vec::new();
    while let Some(word) = words.next() {
        let option = text.get(word.clone())?;
        match option {
            "-X" | "--request" => method = words.next().and_then(|word| text.get(word)),
            "--url" => url = words.next().and_then(|word| text.get(word)),
            "-H" | "--header" => headers.extend(words.next().and_then(|word| text.get(word))),
            "-d" | "--data" | "--data-raw" | "--data-binary" | "--json" => data = words.next(),
            _ if option.contains("://") => url = Some(option),
            _ => {}
        }
    }
    let url = url?;
    let method = method.unwrap_or(if data.is_some() { "POST" } else { "GET" });
    let query = url.split_once('?').map_or("", |(_, query)| query);
    let name = |pair: &str| {
        pair.split(['=', '[', '%'])
            .next()
            .unwrap_or_default()
            .to_owned()
    };
    let header = |line: &str| line.split(':').next().unwrap_or_default().trim().to_owned();
    let call = Call {
        line,
        operation: Line::new(method, url),
        query: query
            .split('&')
            .map(name)
            .filter(|name| !name.is_empty())
            .collect(),
        headers: headers.into_iter().map(header).collect(),
    };
    Some(Found {
        call,
        bytes: start..words.at,
        data,
    })
}

/// The words of a command, as a shell takes them apart, up to the end of the line that no backslash continues. What follows a
/// word in quotes without a space is the next text of the page.
struct Words<'t> {
    text: &'t str,
    at: usize,
    ended: bool,
}

impl Iterator for Words<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let rest = self.text.get(self.at..).filter(|_| !self.ended)?;
        let gap = gap(rest);
        let start = self.at + gap;
        let rest = rest.get(gap..)?;
        let first = rest.chars().next().filter(|first| *first != '\n')?;
        if matches!(first, '\'' | '"') {
            let length = rest.get(1..)?.find(first)?;
            self.at = start + length + 2;
            self.ended = self
                .text
                .get(self.at..)
                .is_some_and(|rest| !rest.starts_with(char::is_whitespace));
            return Some(start + 1..start + 1 + length);
        }
        let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
        self.at = start + length;
        Some(start..start + length)
    }
}

/// Spaces, and line breaks after a backslash.
fn gap(text: &str) -> usize {
    let mut length = 0;
    loop {
        let rest = text.get(length..).unwrap_or_default();
        length += match rest.as_bytes() {
            [b' ' | b'\t', ..] => 1,
            [b'\\', b'\n', ..] => 2,
            [b'\\', b'\r', b'\n', ..] => 3,
            _ => return length,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::at;

    #[test]
    fn a_call_ends_with_its_line_or_its_data() {
        let text = "curl --request POST \\\n--url https://api.example.com/v1/orders?expand=lines \\\n--header 'X-Key: <key>' \\\n--data '\n{}\n'{\"id\": 1}";
        let found = at(text, 0, 1).expect("a call");
        assert_eq!(
            (
                found.call.operation.method.as_str(),
                found.call.operation.path.as_str()
            ),
            ("POST", "/v1/orders")
        );
        assert_eq!(
            (found.call.query, found.call.headers),
            (vec!["expand".to_owned()], vec!["X-Key".to_owned()])
        );
        assert_eq!(found.data.map(|data| &text[data]), Some("\n{}\n"));
        assert_eq!(
            at("curl is a program\n", 0, 1).map(|found| found.bytes),
            None
        );
    }
}
