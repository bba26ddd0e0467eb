//! The page of each code: its wrong example is reported under that code and no other, its corrected one not at all.

use bindery::Strictness;
use bindery::diagnostic::{Code, Style};
use bindery::source::Source;

use crate::cases::{Case, assert_only_snapshots, assert_snapshot, selection};

#[test]
fn examples_are_what_they_say() {
    let surprises: Vec<_> = Code::ALL.iter().copied().filter_map(surprise).collect();
    assert!(surprises.is_empty(), "{}", surprises.join("\n"));
}

/// What is reported of the examples of a page although it should not be, and the reverse.
fn surprise(code: Code) -> Option<String> {
    let reports = examples(code).map(|example| example.generate(Strictness::Lenient).reports);
    let [wrong, corrected] = [&reports[0][0], &reports[1][0]];
    let is_exact = wrong.diagnostics.counts().keys().eq([&code]);
    if is_exact && corrected.diagnostics.is_empty() {
        return None;
    }
    let [wrong, corrected] = [wrong, corrected].map(|report| report.render(Style::default()));
    let number = code.number();
    Some(format!(
        "{number}, wrong example:\n{wrong}{number}, corrected example:\n{corrected}"
    ))
}

#[test]
fn wrong_examples_are_reported_as_reviewed() {
    for code in Code::ALL {
        let [wrong, _] = examples(*code);
        let report = &wrong.generate(Strictness::Lenient).reports[0];
        assert_snapshot("explain", code.number(), &report.render(Style::default()));
    }
}

#[test]
fn every_snapshot_has_a_code() {
    let numbers = Code::ALL.iter().map(|code| code.number().to_owned());
    assert_only_snapshots("explain", numbers);
}

#[test]
fn pages_say_what_is_wrong_in_a_sentence_and_then_why_that_matters() {
    for code in Code::ALL {
        let (summary, description) = (code.summary(), code.description());
        let sentences = [&summary, &description];
        assert!(
            sentences.iter().all(|text| text.ends_with('.')),
            "{sentences:?}"
        );
        assert!(summary.len() < description.len(), "{sentences:?}");
    }
}

/// The examples of a page, as documents.
fn examples(code: Code) -> [Case; 2] {
    let page = code.explanation();
    let mut fences = page.split("```");
    let mut example = || {
        fences.next();
        let fence = fences
            .next()
            .unwrap_or_else(|| panic!("{} lacks an example", code.number()));
        let (language, text) = fence.split_once('\n').expect("a line");
        document(code, text, language)
    };
    let examples = [example(), example()];
    assert_eq!(fences.count(), 1, "{} has more examples", code.number());
    examples
}

/// What stands before the names in an example with names beside its document.
const NAMES: &str = "# example.names.yaml\n";

/// An example with what it leaves out, unless it is nothing but a comment.
fn document(code: Code, example: &str, language: &str) -> Case {
    let (example, names) = match example.split_once(NAMES) {
        Some((example, names)) => (example, Some(Source::new("example.names.yaml", names))),
        None => (example, None),
    };
    let mut text = example.to_owned();
    let rest = [
        "openapi: 3.0.3\n",
        "info: {title: Example, version: '1'}\n",
        "paths: {}\n",
    ];
    for line in rest {
        let (key, _) = line.split_once(' ').expect("a key");
        let states = |key: &str| example.lines().any(|line| line.starts_with(key));
        if example.lines().any(|line| !line.starts_with('#')) && !states(key) {
            text += line;
        }
    }
    let bytes = match language {
        "yaml" => text.into_bytes(),
        "yaml latin-1" => text
            .chars()
            .map(|letter| u8::try_from(letter).expect("a letter of Latin-1"))
            .collect(),
        other => panic!("{other}"),
    };
    Case {
        name: code.number().to_owned(),
        selection: selection(example),
        source: Source::from_bytes("example.yaml", bytes).with_names(names),
    }
}
