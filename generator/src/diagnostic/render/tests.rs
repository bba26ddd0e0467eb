//! The forms in which diagnostics are written.

use super::{Form, Style, render};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::Pointer;
use crate::source::Source;

const TEXT: &str = "a:\n  語:\t'#/Pett'\nb: 1\n";

fn diagnostics() -> Diagnostics {
    let mut diagnostics = Diagnostics::default();
    let pointer = |fragment| Pointer::from_fragment(fragment).unwrap();
    diagnostics.push(Diagnostic::new(Code::UnknownKey, pointer("#/b"), "no `b`").at_key());
    diagnostics.push(
        Diagnostic::new(
            Code::DanglingReference,
            pointer("#/a/語"),
            "points\nnowhere",
        )
        .label("no `Pett`")
        .note("it is left out")
        .help("did you mean `Pet`?")
        .related(pointer("#/b"), "this is `b`"),
    );
    diagnostics
}

fn rendered(style: Style) -> String {
    render(&Source::new("specs\\a.yaml", TEXT), &diagnostics(), style)
}

#[test]
fn people_see_the_line() {
    let expected = "\
warning[E0203]: points
                nowhere
 --> specs/a.yaml:2:6
  |
2 |   語:    '#/Pett'
  |          ^^^^^^^^ no `Pett`
  |
 ::: specs/a.yaml:3:1
  |
3 | b: 1
  | - this is `b`
  |
  = at: #/a/語
  = note: it is left out
  = help: did you mean `Pet`?

… and 1 more in specs/a.yaml
";
    assert_eq!(
        rendered(Style {
            limit: 1,
            ..Style::default()
        }),
        expected
    );
}

#[test]
fn editors_see_one_line_each() {
    let expected =
        "specs/a.yaml:2:6: error[E0203]: points nowhere\nspecs/a.yaml:3:1: error[E0103]: no `b`\n";
    assert_eq!(
        rendered(Style {
            form: Form::Short,
            strict: true,
            ..Style::default()
        }),
        expected
    );
}

#[test]
fn programs_see_objects() {
    let text = rendered(Style {
        form: Form::Json,
        ..Style::default()
    });
    let objects: Vec<serde_json::Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let values = |key: &str| {
        objects
            .iter()
            .map(|object| object[key].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(values("code"), ["E0203", "E0103"]);
    assert_eq!(values("severity"), ["warning", "warning"]);
    assert_eq!(values("line"), [2, 3]);
    assert_eq!(values("end_column"), [14, 2]);
    assert_eq!(values("pointer"), ["#/a/語", "#/b"]);
}

/// A document on one line, as JSON often is, must not make each of its diagnostics as long.
#[test]
fn long_lines_are_cut_around_the_caret() {
    let text = format!(
        "{{\"é\": \"{}\", \"b\": 1, \"c\": \"{}\"}}",
        "ü".repeat(100_000),
        "x".repeat(100_000)
    );
    let text = render(
        &Source::new("a.json", text),
        &diagnostics(),
        Style {
            limit: 9,
            ..Style::default()
        },
    );
    assert!(text.contains("--> a.json:1:100011"), "{text}");
    assert!(text.contains("\"b\": 1"), "{text}");
    assert!(
        text.lines().all(|line| line.chars().count() < 200),
        "{text}"
    );
}
