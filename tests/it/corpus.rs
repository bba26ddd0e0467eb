//! `cargo xtask corpus`: what it reports, how it ends, and what it doesn't do twice.

use std::fs;

use serde_json::Value;

use crate::command::{Copy, copy_case};

/// The keys that are agreed on.
const KEYS: &str = "name version operations operations_emitted schemas losses generated seconds lines checked \
                    check_seconds rustc_errors rustc_warnings";

/// A copy of the workspace with a folder of documents: `pets` and `ping`.
fn documents() -> Copy {
    let copy = Copy::new();
    fs::create_dir(copy.path("documents")).expect("a folder");
    let pets = "accept/109_duplicate_operation_id.yaml";
    copy_case(&copy, pets, "documents/pets.yaml");
    copy_case(&copy, "accept/110_no_tags.yaml", "documents/ping.yml");
    copy
}

/// The report of a run.
fn report(copy: &Copy) -> Vec<Value> {
    let report = fs::read(copy.path("report.json")).expect("a report");
    serde_json::from_slice(&report).expect("an array")
}

#[test]
fn each_document_has_its_row() {
    let copy = documents();
    let broken = "reject/002_json_syntax.json";
    copy_case(&copy, broken, "documents/broken.json");
    let arguments = ["corpus", "documents", "--json", "report.json"];
    let answer = copy.run(arguments.into_iter().chain(["--jobs", "2"]));
    answer.assert_code(1);
    let rows = report(&copy);
    let summary = rows.iter().map(|row| {
        let operations = row["operations"].as_u64();
        (row["name"].as_str(), operations, row["generated"].as_bool())
    });
    let expected = [
        (Some("broken"), Some(0), Some(false)),
        (Some("pets"), Some(2), Some(true)),
        (Some("ping"), Some(1), Some(true)),
    ];
    assert!(summary.eq(expected), "{rows:#?}");
    for row in &rows {
        let row = row.as_object().expect("an object");
        let keys: Vec<_> = row.keys().map(String::as_str).collect();
        assert_eq!(keys.join(" "), KEYS);
    }
    let headings = answer.stdout.lines().next().unwrap_or_default();
    let words: Vec<_> = headings.split_whitespace().collect();
    let expected = "document openapi operations emitted schemas types features lines seconds check s errors warnings \
                    losses";
    assert_eq!(words.join(" "), expected);
    assert!(answer.stderr.contains("/3] broken"), "{}", answer.stderr);
}

#[test]
fn a_filter_picks_documents_by_name() {
    let copy = documents();
    let arguments = ["corpus", "documents", "--json", "report.json", "--filter"];
    copy.run(arguments.into_iter().chain(["pin"]))
        .assert_code(0);
    let rows = report(&copy);
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0]["name"], "ping");
    copy.run(arguments.into_iter().chain(["pong"]))
        .assert_code(2);
}

/// Checks with a stand-in for cargo, which warns of every crate and refuses those that are called `refused`.
#[cfg(unix)]
mod checks {
    use std::fs::{self, Permissions};
    use std::os::unix::fs::PermissionsExt;
    use std::process::Command;

    use super::{documents, report};
    use crate::command::{Answer, Copy, copy_case, xtask};

    const CARGO: &str = r#"#!/bin/sh
echo "$*" >> calls
while [ $# -gt 0 ]; do
    if [ "$1" = --manifest-path ]; then manifest=$2; fi
    shift
done
say() {
    echo "{\"reason\":\"compiler-message\",\"manifest_path\":\"$manifest\",\"message\":{\"level\":\"$1\",\"message\":\"\"}}"
}
say warning
case $manifest in */refused/*) say error; exit 101 ;; esac
"#;

    fn check(copy: &Copy, more: &[&str]) -> Answer {
        let cargo = copy.path("cargo");
        fs::write(&cargo, CARGO).expect("writing");
        fs::set_permissions(&cargo, Permissions::from_mode(0o755)).expect("permissions");
        fs::write(copy.path("Cargo.lock"), "").expect("writing");
        let output = Command::new(xtask())
            .args(["corpus", "documents", "--check", "--json", "report.json"])
            .args(more)
            .current_dir(copy.path(""))
            .env_remove("CARGO_MANIFEST_DIR")
            .env("CARGO", cargo)
            .output();
        Answer::from(output.expect("the command runs"))
    }

    fn calls(copy: &Copy) -> usize {
        let calls = fs::read_to_string(copy.path("calls")).expect("calls");
        calls.lines().count()
    }

    #[test]
    fn what_has_been_compiled_is_not_compiled_again() {
        let copy = documents();
        check(&copy, &[]).assert_code(0);
        assert_eq!(calls(&copy), 2);
        for row in report(&copy) {
            assert_eq!(row["checked"], true);
            assert_eq!(row["rustc_warnings"], 1);
        }
        check(&copy, &[]).assert_code(0);
        assert_eq!(calls(&copy), 2, "nothing has changed");
        copy_case(&copy, "accept/111_several_tags.yaml", "documents/ping.yml");
        check(&copy, &[]).assert_code(0);
        assert_eq!(calls(&copy), 3, "one document has changed");
    }

    #[test]
    fn each_feature_is_compiled_alone() {
        let copy = documents();
        let case = "accept/173_features_of_tags.yaml";
        copy_case(&copy, case, "documents/shop.yaml");
        check(&copy, &["--each-feature", "--filter", "shop"]).assert_code(0);
        let calls = fs::read_to_string(copy.path("calls")).expect("calls");
        for feature in ["orders", "customers", "rates"] {
            let alone = format!("--no-default-features --features {feature} ");
            assert!(calls.contains(&alone), "{calls}");
        }
        assert_eq!(report(&copy)[0]["rustc_warnings"], 4);
    }

    #[test]
    fn a_crate_that_does_not_compile_fails_the_run() {
        let copy = documents();
        let case = "accept/110_no_tags.yaml";
        copy_case(&copy, case, "documents/refused.yaml");
        let answer = check(&copy, &[]);
        answer.assert_code(1);
        let rows = report(&copy);
        let refused = &rows[2];
        assert_eq!(refused["name"], "refused");
        assert_eq!(refused["checked"], false);
        assert_eq!(refused["rustc_errors"], 1);
        let summary = answer.stdout.lines().next_back().unwrap_or_default();
        assert!(summary.contains("2 of 3 compiled, 1 errors"), "{summary}");
    }
}
