//! Scans JSON. YAML's parser would do for most of it, but not for the surrogate pairs of JSON's strings.

use std::ops::Range;

use super::tree::{Builder, Tree};

/// Scans a text that is JSON as far as it goes; whether it is valid has been seen to elsewhere.
pub(super) fn scan(text: &str) -> Tree {
    let mut builder = Builder::default();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        let end = match byte {
            b'"' => string_end(bytes, at),
            b'{' | b'}' | b'[' | b']' | b',' | b':' | b' ' | b'\t' | b'\n' | b'\r' => at + 1,
            _ => literal_end(bytes, at),
        };
        match byte {
            b'{' => {
                builder.object(at);
            }
            b'[' => {
                builder.list(at);
            }
            b'}' | b']' => builder.end(end),
            b'"' if builder.expects_key() => builder.key(unescape(text, at..end), at..end),
            b',' | b':' | b' ' | b'\t' | b'\n' | b'\r' => {}
            _ => {
                builder.scalar(at..end);
            }
        }
        at = end;
    }
    builder.finish()
}

fn string_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    loop {
        match bytes.get(at) {
            Some(b'\\') => at += 2,
            Some(b'"') => return at + 1,
            Some(_) => at += 1,
            None => return bytes.len(),
        }
    }
}

fn literal_end(bytes: &[u8], start: usize) -> usize {
    let rest = bytes.iter().skip(start);
    let length = rest
        .take_while(|byte| !b",:{}[]\" \t\n\r".contains(byte))
        .count();
    start + length.max(1)
}

fn unescape(text: &str, bytes: Range<usize>) -> String {
    let literal = text.get(bytes).unwrap_or_default();
    serde_json::from_str(literal).unwrap_or_else(|_| literal.trim_matches('"').to_owned())
}
