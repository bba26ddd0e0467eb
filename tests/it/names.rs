//! Names beside documents, as the command line reads and writes them.

use std::fs;

use serde_json::Value;

use crate::cases::assert_snapshot;
use crate::command::{Answer, Copy, copy_case};

const CASE: &str = "accept/034_names_that_collide.yaml";
const NAMES: &str = "things.names.yaml";

/// A copy of the workspace with a document in which names depend on each other.
fn copy() -> Copy {
    let copy = Copy::new();
    copy_case(&copy, CASE, "things.yaml");
    copy
}

fn generate(copy: &Copy, more: &[&str]) -> Answer {
    let arguments = ["codegen", "--spec", "things.yaml", "--out", "out"];
    copy.run([&arguments[..], more].concat())
}

fn replace(copy: &Copy, file: &str, old: &str, new: &str) {
    let text = fs::read_to_string(copy.path(file)).expect("a readable file");
    assert_eq!(text.matches(old).count(), 1, "{old} in {file}");
    fs::write(copy.path(file), text.replace(old, new)).expect("writing");
}

/// Takes `user-id` out of the document, which others compete with for their names.
fn take_out_a_property(copy: &Copy) {
    let property = "        user-id: {type: string}\n";
    replace(copy, "things.yaml", property, "");
    replace(copy, "things.yaml", "user_id, user-id,", "user_id,");
}

#[test]
fn names_are_recorded_as_they_are_emitted() {
    let copy = copy();
    let written = generate(&copy, &[]);
    written.assert_code(0);
    assert!(written.stderr.contains("E0702"), "{}", written.stderr);
    let recorded = generate(&copy, &["--record-names"]);
    recorded.assert_code(0);
    assert_eq!(recorded.stderr, "");
    assert!(
        recorded.stdout.ends_with("files right already\n"),
        "{}",
        recorded.stdout
    );
    let names = fs::read_to_string(copy.path(NAMES)).expect("a names file");
    assert_snapshot("command", "recorded_names", &names);
}

#[test]
fn recording_keeps_what_is_in_force_and_tells_what_is_gone() {
    let copy = copy();
    generate(&copy, &["--record-names"]).assert_code(0);
    replace(&copy, NAMES, "userId: user_id_camel", "userId: owner");
    take_out_a_property(&copy);
    let refused = generate(&copy, &["--message-format", "short"]);
    refused.assert_code(1);
    let start = "things.names.yaml:7:5: error[E0705]: ";
    assert!(refused.stderr.starts_with(start), "{}", refused.stderr);
    let recorded = generate(&copy, &["--record-names"]);
    recorded.assert_code(0);
    let told = "things.names.yaml: 0 names recorded, 1 dropped\n";
    assert!(recorded.stdout.contains(told), "{}", recorded.stdout);
    let names = fs::read_to_string(copy.path(NAMES)).expect("a names file");
    assert!(
        names.contains("userId: owner") && !names.contains("user-id"),
        "{names}"
    );
    let again = generate(&copy, &["--record-names", "--message-format", "json"]);
    let first = again.stdout.lines().next().expect("a line");
    let first: Value = serde_json::from_str(first).expect("JSON");
    assert_eq!(first["reason"], "recorded");
    assert_eq!(first["written"], false);
    assert_eq!(
        fs::read_to_string(copy.path(NAMES)).expect("a names file"),
        names
    );
}

#[test]
fn comments_stay_with_what_they_stand_at() {
    let copy = copy();
    generate(&copy, &["--record-names"]).assert_code(0);
    let names = fs::read_to_string(copy.path(NAMES)).expect("a names file");
    let (head, entries) = names.split_at(names.find("'#/").expect("an entry"));
    let commented = entries
        .replacen("'#/", "# of the whole schema\n# in two lines\n'#/", 1)
        .replace("    userId: ", "    # of one field\n    userId: ")
        .replace("    user-id: ", "    # of what goes\n    user-id: ")
        .replace(
            "user_id_camel",
            "'owner' # behind a name, with a # and a \"quote",
        )
        + "# at the end\n";
    fs::write(copy.path(NAMES), format!("{head}{commented}")).expect("writing");
    take_out_a_property(&copy);
    generate(&copy, &["--record-names"]).assert_code(0);
    let kept = fs::read_to_string(copy.path(NAMES)).expect("a names file");
    let expected: Vec<&str> = commented
        .lines()
        .filter(|line| !line.contains("user-id:") && !line.contains("# of what goes"))
        .collect();
    let expected = expected.join("\n").replace("'owner'", "owner") + "\n";
    assert_eq!(kept, format!("{head}{expected}"));
    let again = generate(&copy, &["--record-names"]);
    again.assert_code(0);
    assert_eq!(
        fs::read_to_string(copy.path(NAMES)).expect("a names file"),
        kept
    );
}

#[test]
fn nothing_is_recorded_of_what_is_refused_or_not_contested() {
    let copy = copy();
    fs::write(copy.path(NAMES), "- nothing\n").expect("writing");
    generate(&copy, &["--record-names"]).assert_code(1);
    let names = fs::read_to_string(copy.path(NAMES)).expect("a names file");
    assert_eq!(names, "- nothing\n");
    copy.run(["codegen", "--record-names"]).assert_code(0);
    let specs = fs::read_dir(copy.path("specs")).expect("a folder");
    assert_eq!(specs.count(), 3, "no names are recorded for `specs/`");
    copy.run(["codegen", "--record-names", "--check"])
        .assert_code(2);
}

#[test]
fn names_in_specs_belong_to_their_document() {
    let copy = Copy::new();
    let names = "'#/components/schemas/CreateCheckoutRequest': {fields: {units: pieces}}\n";
    fs::write(copy.path("specs/creem.names.yaml"), names).expect("writing");
    let answer = copy.run(["codegen"]);
    answer.assert_code(0);
    let written = copy.path("generated/src/creem/types/create_checkout_request.rs");
    let written = fs::read_to_string(written).expect("a readable file");
    assert!(written.contains("pub pieces: "), "{written}");
    fs::write(copy.path("specs/gone.names.yaml"), names).expect("writing");
    let answer = copy.run(["codegen"]);
    answer.assert_code(2);
    let reason = "has names for a document that isn't there";
    assert!(answer.stderr.contains(reason), "{}", answer.stderr);
}
