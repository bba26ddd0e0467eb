//! What is said of changes of documents.

mod cases;
mod consumers;
mod repository;
mod unseen;

use std::collections::BTreeSet;

use bindery::compare_crates;
use bindery::diff::{Diff, Form, Kind, render};
use semver::Version;

use crate::cases::assert_snapshot;
use cases::{Area, Case, areas, source};

#[test]
fn every_change_is_said_to_break_what_it_breaks() {
    let mut wrong = Vec::new();
    for area in areas() {
        for case in &area.cases {
            let said: Vec<_> = lines(&compare(&area, case));
            if said != case.expect {
                wrong.push(format!("{}, {}: {said:#?}", area.name, case.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_kind_of_change_has_a_case() {
    let cases = areas().into_iter().flat_map(|area| area.cases);
    let expected = cases.flat_map(|case| case.expect);
    let said: BTreeSet<_> = expected
        .filter_map(|line| line.split(' ').nth(1).map(str::to_owned))
        .collect();
    let known: BTreeSet<_> = Kind::all().map(Kind::key).collect();
    let without: Vec<_> = known.difference(&said).collect();
    assert!(without.is_empty(), "no case has {without:?}");
    let unknown: Vec<_> = said.difference(&known).collect();
    assert!(unknown.is_empty(), "`Kind::all` lacks {unknown:?}");
}

#[test]
fn changes_are_written_as_reviewed() {
    for area in areas() {
        let texts = area.cases.iter().map(|case| {
            let text = written(&compare(&area, case), Form::Text);
            format!("# {}\n\n{text}", case.name)
        });
        assert_snapshot("diff", &area.name, &texts.collect::<Vec<_>>().join("\n"));
    }
}

#[test]
fn every_form_is_as_reviewed() {
    let areas = areas();
    let area = areas
        .iter()
        .find(|area| area.name == "structs")
        .expect("the area");
    let case = area
        .cases
        .iter()
        .find(|case| case.name == "bounds and prose")
        .expect("the case");
    let case = Case {
        document: area.cases[1].document.clone(),
        ..case.clone()
    };
    let diff = compare(area, &case);
    for (form, name) in [
        (Form::Text, "text"),
        (Form::Markdown, "markdown"),
        (Form::Json, "json"),
    ] {
        assert_snapshot("diff", &format!("form_{name}"), &written(&diff, form));
    }
}

/// `major field_removed Order::note`, for each change.
fn lines(diff: &Diff) -> Vec<String> {
    let changes = diff.changes.iter().map(|change| {
        let path = change.path.trim_start_matches("api::");
        format!("{} {} {path}", change.severity.word(), change.kind.key())
    });
    changes.collect()
}

fn compare(area: &Area, case: &Case) -> Diff {
    let old = source(&area.document, "old.yaml");
    let compared = compare_crates(&old, &source(&case.document, "new.yaml"), "api");
    compared
        .diff
        .unwrap_or_else(|| panic!("{} is refused", case.name))
}

fn written(diff: &Diff, form: Form) -> String {
    render(std::slice::from_ref(diff), &Version::new(0, 1, 0), form)
}
