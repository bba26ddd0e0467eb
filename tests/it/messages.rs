//! What the command line says of a document, in each form, and on which stream.

use std::fs;

use serde_json::Value;

use crate::cases::assert_snapshot;
use crate::command::{Copy, copy_case};

#[test]
fn a_code_is_explained() {
    let answer = Copy::new().run(["codegen", "--explain", "e0203"]);
    answer.assert_code(0);
    let starts = ["E0203: a warning", "\nWrong:\n", "\nCorrected:\n"];
    assert!(
        starts.iter().all(|start| answer.stdout.contains(start)),
        "{}",
        answer.stdout
    );
}

#[test]
fn what_is_allowed_is_counted_and_no_reason_to_refuse() {
    let copy = Copy::new();
    copy_case(
        &copy,
        "reject/017_duplicate_operation_id.yaml",
        "twice.yaml",
    );
    let arguments = "codegen --strict --spec twice.yaml --out made".split(' ');
    copy.run(arguments.clone()).assert_code(1);
    let answer = copy.run(arguments.chain(["--allow", "e0406"]));
    answer.assert_code(0);
    assert_eq!(answer.stderr, "");
    assert!(
        answer.stdout.contains("; allowed: E0406 1×"),
        "{}",
        answer.stdout
    );
}

#[test]
fn a_file_in_another_encoding_is_shown_where_it_stops_being_utf8() {
    let copy = Copy::new();
    fs::write(
        copy.path("menu.yaml"),
        b"openapi: 3.0.3\ninfo: {title: Caf\xe9}\n",
    )
    .expect("writing");
    let answer = copy.run(["codegen", "--spec", "menu.yaml", "--out", "made"]);
    answer.assert_code(1);
    assert!(
        answer
            .stderr
            .starts_with("error[E0002]: the file is not UTF-8\n --> menu.yaml:2:18\n"),
        "{}",
        answer.stderr
    );
}

#[test]
fn a_sarif_log_stands_alone_on_standard_output() {
    let copy = Copy::new();
    copy_case(
        &copy,
        "reject/017_duplicate_operation_id.yaml",
        "my thing.yaml",
    );
    let arguments = ["--spec", "my thing.yaml", "--out", "made", "--strict"];
    let sarif = ["codegen", "--message-format", "sarif"];
    let answer = copy.run(sarif.into_iter().chain(arguments));
    answer.assert_code(1);
    assert_snapshot("command", "sarif", &answer.stdout);
    let refused = "my thing.yaml  refused: 0 errors, 1 warning\nerror: nothing is written";
    assert!(answer.stderr.starts_with(refused), "{}", answer.stderr);
}

#[test]
fn colours_are_for_terminals_alone() {
    let copy = Copy::new();
    copy_case(
        &copy,
        "reject/017_duplicate_operation_id.yaml",
        "twice.yaml",
    );
    let answer = copy.run("codegen --spec twice.yaml --out made".split(' '));
    assert!(
        answer.stderr.contains("warning[E0406]"),
        "{}",
        answer.stderr
    );
    assert!(!answer.stderr.contains('\x1b'), "{:?}", answer.stderr);
}

#[test]
fn json_messages_are_one_object_a_line() {
    let copy = Copy::new();
    copy_case(&copy, "reject/029_several_mistakes.yaml", "mistakes.yaml");
    let arguments = [
        "codegen",
        "--message-format",
        "json",
        "--strict",
        "--spec",
        "mistakes.yaml",
        "--out",
        "made",
    ];
    let answer = copy.run(arguments);
    answer.assert_code(1);
    let reasons = answer.stdout.lines().map(|line| {
        let message: Value =
            serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
        message["reason"].as_str().expect("a reason").to_owned()
    });
    let reasons: Vec<_> = reasons.collect();
    assert!(
        reasons
            .iter()
            .filter(|reason| *reason == "diagnostic")
            .count()
            > 2,
        "{reasons:?}"
    );
    assert_eq!(
        reasons.last().map(String::as_str),
        Some("document"),
        "{reasons:?}"
    );
    assert_eq!(answer.stderr, "");
}
