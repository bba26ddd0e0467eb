//! Pointers and where they lead to in a text.

use super::{Position, Positions};
use crate::diagnostic::Target::{self, Key, Value};
use crate::document::Pointer;
use crate::source::Source;

const YAML: &str = "\
# comment
a: &anchor
  üb: [1, {'x/y': 2}]
b: *anchor
c: {<<: *anchor, d: 3}
e:
  $ref: '#/a'
  description: D
  anyOf: [{f: 4}]
? [complex]
: 5
g: |
  text
";

const JSON: &str = "{\"a\": \"\\ud83d\\ude00\",\t\"é\":\r\n\t[{\"b\\\"c\": null}, -1.5e3]}";

#[test]
fn nodes_are_found_in_their_text() {
    let cases = [
        ("a.yaml", YAML, "#/a", Key, (2, 1), 2),
        ("a.yaml", YAML, "#/a/üb/1/x~1y", Value, (3, 19), 20),
        ("a.yaml", YAML, "#/a/üb/1/x~1y", Key, (3, 12), 17),
        ("a.yaml", YAML, "#/a/üb/0", Key, (3, 8), 9),
        ("a.yaml", YAML, "#/b/üb", Key, (3, 3), 5),
        ("a.yaml", YAML, "#/c/üb", Key, (3, 3), 5),
        ("a.yaml", YAML, "#/c/d", Value, (5, 21), 22),
        ("a.yaml", YAML, "#/e/allOf/0/$ref", Value, (7, 9), 14),
        ("a.yaml", YAML, "#/e/anyOf/1/$ref", Value, (7, 9), 14),
        ("a.yaml", YAML, "#/e/anyOf/0/f", Value, (9, 15), 16),
        ("a.yaml", YAML, "#/e/missing/deep", Value, (6, 1), 2),
        ("a.yaml", YAML, "#/g", Key, (12, 1), 2),
        ("a.yaml", YAML, "#", Value, (2, 1), 11),
        ("a.json", JSON, "#/a", Value, (1, 7), 21),
        ("a.json", JSON, "#/é", Key, (1, 23), 26),
        ("a.json", JSON, "#/é/0/b\"c", Value, (2, 12), 16),
        ("a.json", JSON, "#/é/1", Value, (2, 19), 25),
        ("a.yaml", "a: 1\nb: [1,\nc: 2", "#/b", Key, (2, 1), 2),
    ];
    for (path, text, fragment, target, (line, column), end) in cases {
        check(path, text, fragment, target, Position { line, column }, end);
    }
}

fn check(path: &str, text: &str, fragment: &str, target: Target, start: Position, end: usize) {
    let source = Source::new(path, text);
    let found = Positions::of(&source).locate(&Pointer::from_fragment(fragment).unwrap(), target);
    assert_eq!(
        (found.start, found.end.column),
        (start, end),
        "{path} {fragment}"
    );
}
