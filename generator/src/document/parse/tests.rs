//! Texts and what they are read as.

use serde_json::{Value, json};

use super::parse;
use crate::diagnostic::{Code, Diagnostics, Position};
use crate::source::Source;

fn read(path: &str, text: &str) -> (Option<Value>, Diagnostics) {
    let mut diagnostics = Diagnostics::default();
    let value = parse(&Source::new(path, text), &mut diagnostics);
    (value, diagnostics)
}

#[test]
fn yaml_becomes_json() {
    let cases = [
        (
            "{200: a, true: b, 1.10: c, ~: d}",
            json!({ "200": "a", "true": "b", "1.10": "c", "~": "d" }),
        ),
        (
            "[18446744073709551616, -.inf, 1e3, 007, no]",
            json!([18_446_744_073_709_551_616.0, f64::MIN, 1000.0, "007", "no"]),
        ),
        (
            "{a: &a {b: 1, c: 2}, d: {<<: *a, b: 3}}",
            json!({ "a": { "b": 1, "c": 2 }, "d": { "b": 3, "c": 2 } }),
        ),
        (
            "{a: &a {b: 1}, d: {<<: [*a, {b: 2, c: 3}]}}",
            json!({ "a": { "b": 1 }, "d": { "b": 1, "c": 3 } }),
        ),
        (
            "\u{feff}--- # one\n!thing {a: !!str 1}\n...\n",
            json!({ "a": "1" }),
        ),
    ];
    for (text, expected) in cases {
        let (value, diagnostics) = read("a.yaml", text);
        assert_eq!(value, Some(expected), "{text}: {diagnostics:?}");
    }
}

#[test]
fn numbers_of_json_may_be_of_any_size() {
    let (value, _) = read(
        "a.json",
        r#"{"a": -9223372036854776000, "b": 18446744073709551615}"#,
    );
    assert_eq!(
        value,
        Some(json!({ "a": -9_223_372_036_854_776_000.0, "b": u64::MAX }))
    );
    assert!(read("a.json", r#"{"a": 1e999}"#).0.is_some());
}

#[test]
fn what_cannot_be_read_is_an_error_with_its_place() {
    let deep = "[".repeat(100_000);
    let laughs = (1..12).fold("a0: &a0 [x]".to_owned(), |text, level| {
        let aliases = vec![format!("*a{}", level - 1); 10].join(",");
        format!("{text}\na{level}: &a{level} [{aliases}]")
    });
    let cases = [
        ("a.yaml", "a: [1\nb: 2", Code::Syntax, Some((2, 2))),
        ("a.yaml", "a:\n\tb: 1", Code::Syntax, Some((2, 1))),
        ("a.json", "{\"é\": 1 2}", Code::Syntax, Some((1, 9))),
        ("a.yaml", "# nothing\n", Code::EmptyDocument, None),
        ("a.json", " ", Code::EmptyDocument, None),
        (
            "a.yaml",
            "a: 1\n---\nb: 2\n",
            Code::SeveralDocuments,
            Some((2, 1)),
        ),
        (
            "a.yaml",
            "a:\n  b: 1\n  c: 2\n  b: 3\n",
            Code::DuplicateKey,
            Some((4, 3)),
        ),
        (
            "a.json",
            "{\"a\": 1,\n \"a\": 2}",
            Code::DuplicateKey,
            Some((2, 2)),
        ),
        ("a.json", &deep, Code::Nesting, Some((1, 128))),
        ("a.yaml", &deep, Code::Nesting, Some((1, 256))),
        (
            "a.yaml",
            &"- ".repeat(100_000),
            Code::Nesting,
            Some((1, 257)),
        ),
        ("a.yaml", "&a [*a]", Code::Nesting, Some((1, 1))),
        ("a.yaml", &laughs, Code::AliasExpansion, None),
    ];
    for (path, text, code, place) in cases {
        let (value, diagnostics) = read(path, text);
        let start: String = text.chars().take(40).collect();
        assert_eq!(value, None, "{start}");
        let found: Vec<_> = diagnostics
            .iter()
            .map(|diagnostic| (diagnostic.code, diagnostic.position))
            .collect();
        let position = place.map(|(line, column)| Position { line, column });
        assert_eq!(found, [(code, position)], "{start}");
    }
}
