//! `cargo xtask diff` and the verdicts of `codegen`, in a copy of the workspace with a repository of its own.

use std::ffi::OsStr;
use std::fs;
use std::process::Command;

use serde_json::Value;

use crate::command::{Answer, Copy};

/// A copy of the workspace with everything in one commit, and documents that can be changed.
struct Repository(Copy);

impl Repository {
    fn new() -> Self {
        let repository = Self(Copy::new());
        repository.git(&["init", "--quiet"]);
        repository.commit();
        repository
    }

    fn commit(&self) {
        self.git(&["add", "."]);
        let author = [
            "-c",
            "user.name=nobody",
            "-c",
            "user.email=nobody@example.com",
        ];
        self.git(&[&author[..], &["commit", "--quiet", "--message", "a state"]].concat());
    }

    fn git(&self, arguments: &[&str]) {
        let output = Command::new("git")
            .args(arguments)
            .current_dir(self.0.path(""))
            .env("GIT_CONFIG_GLOBAL", self.0.path("no-such-file"))
            .output()
            .expect("git runs");
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
    }

    /// Replaces a text of a file that has it once.
    fn replace(&self, file: &str, old: &str, new: &str) {
        let text = fs::read_to_string(self.0.path(file)).expect("a readable file");
        assert_eq!(text.matches(old).count(), 1, "{old} in {file}");
        fs::write(self.0.path(file), text.replace(old, new)).expect("writing");
    }

    /// A change that breaks: an optional property becomes a required one.
    fn break_creem(&self) {
        self.replace(
            "specs/creem.yaml",
            "required: [product_id]",
            "required: [product_id, units]",
        );
    }

    fn run<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Answer {
        self.0.run(arguments)
    }
}

#[test]
fn nothing_has_changed_since_the_last_commit() {
    let repository = Repository::new();
    let answer = repository.run(["diff"]);
    answer.assert_code(0);
    assert!(
        answer.stdout.ends_with("the version stays 0.1.0\n"),
        "{}",
        answer.stdout
    );
    assert_eq!(
        repository
            .run(["codegen"])
            .assert_code(0)
            .stdout
            .matches("since")
            .count(),
        0
    );
}

#[test]
fn a_change_is_told_by_diff_and_by_codegen() {
    let repository = Repository::new();
    repository.break_creem();
    let answer = repository.run(["diff"]);
    answer.assert_code(1);
    assert!(
        answer.stdout.contains("HEAD:specs/creem.yaml:301:9"),
        "{}",
        answer.stdout
    );
    assert!(
        answer.stdout.ends_with("the next version is 0.2.0\n"),
        "{}",
        answer.stdout
    );
    let codegen = repository.run(["codegen"]);
    let verdict =
        "specs/creem.yaml: breaking since the last commit (2 major), see `cargo xtask diff`\n";
    assert!(
        codegen.assert_code(0).stdout.ends_with(verdict),
        "{}",
        codegen.stdout
    );
    let json = repository.run(["diff", "--format", "json"]);
    let json: Value = serde_json::from_str(&json.stdout).expect("JSON");
    assert_eq!(json["next_version"], "0.2.0");
    assert_eq!(json["documents"][0]["changes"][0]["kind"], "field_changed");
}

#[test]
fn documents_come_and_go() {
    let repository = Repository::new();
    fs::rename(
        repository.0.path("specs/creem.yaml"),
        repository.0.path("specs/krem.yaml"),
    )
    .expect("renaming");
    let answer = repository.run(["diff"]);
    answer.assert_code(1);
    for line in ["major[api_removed]: creem", "minor[api_added]: krem"] {
        assert!(answer.stdout.contains(line), "{}", answer.stdout);
    }
}

#[test]
fn the_version_has_to_move_as_far_as_the_changes_since_the_last_release() {
    let repository = Repository::new();
    repository.git(&["tag", "v0.1.0"]);
    repository.run(["codegen", "--check"]).assert_code(0);
    repository.break_creem();
    repository.run(["codegen"]).assert_code(0);
    repository.commit();
    let answer = repository.run(["codegen", "--check"]);
    answer.assert_code(1);
    assert!(
        answer.stderr.contains("demands at least version 0.2.0"),
        "{}",
        answer.stderr
    );
    repository.replace(
        "Cargo.toml",
        "generated]\nversion = \"0.1.0\"",
        "generated]\nversion = \"0.2.0\"",
    );
    repository.run(["codegen"]).assert_code(0);
    repository.run(["codegen", "--check"]).assert_code(0);
    let manifest =
        fs::read_to_string(repository.0.path("generated/Cargo.toml")).expect("a manifest");
    assert!(manifest.contains("\nversion = \"0.2.0\"\n"), "{manifest}");
}

#[test]
fn what_makes_no_sense_is_said_with_a_reason() {
    let repository = Repository::new();
    let cases = [
        (
            &["diff", "--base", "nowhere"][..],
            "the repository has no commit `nowhere`",
        ),
        (
            &["diff", "specs/creem.yaml"],
            "required arguments were not provided",
        ),
        (
            &["diff", "specs/creem.yaml", "specs/none.yaml"],
            "cannot read `specs/none.yaml`",
        ),
        (
            &["diff", "Cargo.toml", "specs/creem.yaml"],
            "`Cargo.toml` is not accepted",
        ),
    ];
    for (arguments, reason) in cases {
        let answer = repository.run(arguments);
        answer.assert_code(2);
        assert!(answer.stderr.contains(reason), "{}", answer.stderr);
    }
}

#[test]
fn without_a_repository_codegen_is_silent_and_diff_says_what_else_to_do() {
    let copy = Copy::new();
    copy.run(["codegen", "--check"]).assert_code(0);
    let answer = copy.run(["diff"]);
    answer.assert_code(2);
    assert!(
        answer.stderr.contains("give two documents instead"),
        "{}",
        answer.stderr
    );
    copy.run(["diff", "specs/creem.yaml", "specs/creem.yaml"])
        .assert_code(0);
}

#[test]
fn a_recorded_name_that_changes_is_told() {
    let repository = Repository::new();
    let record = |name: &str| {
        let names = format!(
            "'#/components/schemas/CreateCheckoutRequest': {{fields: {{units: {name}}}}}\n"
        );
        fs::write(repository.0.path("specs/creem.names.yaml"), names).expect("writing");
    };
    record("pieces");
    repository.commit();
    repository.0.run(["diff"]).assert_code(0);
    record("amount");
    let answer = repository.0.run(["diff"]);
    answer.assert_code(1);
    let told = "creem::CreateCheckoutRequest::pieces";
    assert!(answer.stdout.contains(told), "{}", answer.stdout);
}

#[test]
fn what_had_a_name_in_the_last_commit_keeps_it() {
    let repository = Repository::new();
    let document = "openapi: 3.1.0\ninfo: {title: Pets, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n    Pet:\n      \
                    type: object\n      properties:\n        ownerId: {type: string}\n";
    let write = |text: &str| fs::write(repository.0.path("pets.yaml"), text).expect("writing");
    write(document);
    repository.commit();
    write(&format!("{document}        owner_id: {{type: string}}\n"));
    let record = [
        "codegen",
        "--spec",
        "pets.yaml",
        "--out",
        "pets",
        "--record-names",
    ];
    repository.0.run(record).assert_code(0);
    let names = fs::read_to_string(repository.0.path("pets.names.yaml")).expect("a names file");
    assert!(names.contains("    ownerId: owner_id\n"), "{names}");
}
