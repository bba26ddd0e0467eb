//! The command line as a process, in a copy of the workspace: what it writes, what it says, how it ends.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::OnceLock;

use serde_json::Value;
use tempfile::TempDir;

use crate::cargo;
use crate::cases::{assert_snapshot, workspace};

/// Builds the command once, and says where it is.
pub(crate) fn xtask() -> &'static Path {
    static XTASK: OnceLock<PathBuf> = OnceLock::new();
    XTASK.get_or_init(|| {
        let build = ["build", "--package", "xtask", "--message-format", "json"];
        let messages = cargo::succeed(&workspace(), &build);
        let mut executables = messages.lines().filter_map(|line| {
            let message: Value = serde_json::from_str(line).ok()?;
            Some(PathBuf::from(message["executable"].as_str()?))
        });
        executables.next_back().expect("an executable")
    })
}

/// A copy of what the command reads and writes of the workspace.
pub(crate) struct Copy(TempDir);

impl Copy {
    pub(crate) fn new() -> Self {
        let place = TempDir::new().expect("a temporary folder");
        fs::copy(
            workspace().join("Cargo.toml"),
            place.path().join("Cargo.toml"),
        )
        .expect("copying");
        for folder in ["specs", "generated"] {
            copy(&workspace().join(folder), &place.path().join(folder));
        }
        Self(place)
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    pub(crate) fn run<A: AsRef<OsStr>>(&self, arguments: impl IntoIterator<Item = A>) -> Answer {
        self.run_in("", arguments)
    }

    fn run_in<A: AsRef<OsStr>>(
        &self,
        folder: &str,
        arguments: impl IntoIterator<Item = A>,
    ) -> Answer {
        let output = Command::new(xtask())
            .args(arguments)
            .current_dir(self.path(folder))
            .env_remove("CARGO_MANIFEST_DIR")
            .output()
            .expect("the command runs");
        Answer::from(output)
    }
}

/// What a run said, and how it ended.
pub(crate) struct Answer {
    code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl From<Output> for Answer {
    fn from(output: Output) -> Self {
        Self {
            code: output.status.code(),
            stdout: String::from_utf8(output.stdout).expect("UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }
}

impl Answer {
    #[track_caller]
    pub(crate) fn assert_code(&self, code: i32) -> &Self {
        assert_eq!(
            self.code,
            Some(code),
            "stdout:\n{}\nstderr:\n{}",
            self.stdout,
            self.stderr
        );
        self
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a readable folder") {
        let entry = entry.expect("a readable entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("copying");
        }
    }
}

/// Every file below a folder: its bytes and when it was written.
fn read(folder: &Path) -> BTreeMap<PathBuf, (Vec<u8>, std::time::SystemTime)> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("a readable folder") {
        let path = entry.expect("a readable entry").path();
        if path.is_dir() {
            files.extend(read(&path));
        } else {
            let written = fs::metadata(&path)
                .and_then(|found| found.modified())
                .expect("a time");
            files.insert(
                path.clone(),
                (fs::read(&path).expect("a readable file"), written),
            );
        }
    }
    files
}

fn texts(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let relative = |path: PathBuf| {
        path.strip_prefix(folder)
            .expect("a file below it")
            .to_owned()
    };
    read(folder)
        .into_iter()
        .map(|(path, (bytes, _))| (relative(path), bytes))
        .collect()
}

#[test]
fn what_is_right_is_not_touched() {
    let copy = Copy::new();
    let before = read(&copy.path("generated"));
    copy.run(["codegen"]).assert_code(0);
    copy.run(["codegen", "--check"]).assert_code(0);
    assert_eq!(read(&copy.path("generated")), before);
}

#[test]
fn deleted_sources_are_restored_byte_for_byte() {
    let copy = Copy::new();
    fs::remove_dir_all(copy.path("generated/src")).expect("removing");
    copy.run(["codegen"]).assert_code(0);
    assert_eq!(
        texts(&copy.path("generated")),
        texts(&workspace().join("generated"))
    );
}

#[test]
fn it_runs_from_any_folder_of_the_workspace() {
    let copy = Copy::new();
    copy.run_in("generated/src", ["codegen", "--check"])
        .assert_code(0);
    let elsewhere = TempDir::new().expect("a temporary folder");
    let output = Command::new(xtask())
        .arg("codegen")
        .current_dir(elsewhere.path())
        .env_remove("CARGO_MANIFEST_DIR")
        .output();
    Answer::from(output.expect("the command runs")).assert_code(2);
}

#[test]
fn a_check_tells_what_is_changed_missing_and_stray() {
    let copy = Copy::new();
    let lib = copy.path("generated/src/lib.rs");
    let text = fs::read_to_string(&lib).expect("a readable file");
    fs::write(&lib, text.replacen("pub mod creem;", "pub mod crème;", 1)).expect("writing");
    fs::remove_file(copy.path("generated/README.md")).expect("removing");
    fs::write(
        copy.path("generated/src/old.rs"),
        "// @generated by bindery from specs/old.yaml\n",
    )
    .expect("writing");
    fs::write(copy.path("generated/notes.txt"), "by hand").expect("writing");
    let before = read(&copy.path("generated"));
    let answer = copy.run(["codegen", "--check"]);
    answer.assert_code(1);
    assert_eq!(
        read(&copy.path("generated")),
        before,
        "a check wrote something"
    );
    // Of the documents only this is of interest here: what they are about is told elsewhere.
    let differences = answer
        .stdout
        .lines()
        .filter(|line| !line.starts_with("specs/"));
    let advice = answer
        .stderr
        .lines()
        .filter(|line| line.starts_with("error: "));
    let told: Vec<_> = differences.chain(advice).collect();
    assert_snapshot("command", "check", &told.join("\n"));

    copy.run(["codegen"]).assert_code(0);
    assert!(!copy.path("generated/src/old.rs").exists());
    assert!(
        copy.path("generated/notes.txt").exists(),
        "it removed what it did not write"
    );
    copy.run(["codegen", "--check"]).assert_code(1);
}

#[test]
fn a_warning_stops_a_document_of_ours_and_nothing_is_written() {
    let copy = Copy::new();
    let spec = copy.path("specs/creem.yaml");
    let text = fs::read_to_string(&spec).expect("a readable file");
    fs::write(&spec, text.replacen("required:", "requird:", 1)).expect("writing");
    let before = read(&copy.path("generated"));
    let answer = copy.run(["codegen"]);
    answer.assert_code(1);
    assert!(
        answer.stderr.contains("specs/creem.yaml:"),
        "{}",
        answer.stderr
    );
    assert!(
        answer.stderr.contains("nothing is written"),
        "{}",
        answer.stderr
    );
    assert_eq!(read(&copy.path("generated")), before);
}

/// A small document that every version of the generator accepts.
fn petstore(copy: &Copy) -> PathBuf {
    let spec = copy.path("petstore.yaml");
    let case = workspace().join("tests/cases/accept/003_presence_when_sent.yaml");
    fs::copy(case, &spec).expect("copying");
    spec
}

#[test]
fn a_crate_of_its_own_is_written_once() {
    let copy = Copy::new();
    petstore(&copy);
    let arguments = [
        "codegen",
        "--spec",
        "petstore.yaml",
        "--out",
        "made/petstore",
    ];
    copy.run(arguments).assert_code(0);
    let before = read(&copy.path("made/petstore"));
    let manifest = fs::read_to_string(copy.path("made/petstore/Cargo.toml")).expect("a manifest");
    assert!(manifest.contains("name = \"petstore\""), "{manifest}");
    copy.run(arguments).assert_code(0);
    copy.run(arguments.into_iter().chain(["--check"]))
        .assert_code(0);
    assert_eq!(read(&copy.path("made/petstore")), before);
}

#[test]
fn a_part_says_how_it_was_made() {
    let copy = Copy::new();
    copy_case(&copy, "accept/111_several_tags.yaml", "users.yaml");
    let arguments = ["codegen", "--spec", "users.yaml", "--out", "made"];
    let whole = copy.run(arguments);
    whole.assert_code(0);
    let part = ["--tag", "admin", "--path", "/users"];
    copy.run(arguments.into_iter().chain(part)).assert_code(0);
    for file in ["Cargo.toml", "README.md"] {
        let text = fs::read_to_string(copy.path("made").join(file)).expect("a readable file");
        assert!(text.contains("--tag admin --path /users"), "{text}");
    }
    let check = part.into_iter().chain(["--check"]);
    copy.run(arguments.into_iter().chain(check)).assert_code(0);
    let before = read(&copy.path("made"));
    let answer = copy.run(arguments.into_iter().chain(["--tag", "amdin"]));
    answer.assert_code(1);
    assert!(
        answer.stderr.contains("did you mean `admin`?"),
        "{}",
        answer.stderr
    );
    assert_eq!(read(&copy.path("made")), before, "it wrote something");
}

#[test]
fn a_folder_of_somebody_else_is_refused() {
    let copy = Copy::new();
    petstore(&copy);
    let before = read(&copy.path("specs"));
    let answer = copy.run(["codegen", "--spec", "petstore.yaml", "--out", "specs"]);
    answer.assert_code(2);
    assert!(
        answer.stderr.contains("`specs` is not empty"),
        "{}",
        answer.stderr
    );
    assert_eq!(read(&copy.path("specs")), before);
}

#[test]
fn a_refused_document_leaves_no_folder() {
    let copy = Copy::new();
    fs::write(copy.path("broken.yaml"), "openapi: [").expect("writing");
    copy.run(["codegen", "--spec", "broken.yaml", "--out", "made"])
        .assert_code(1);
    assert!(!copy.path("made").exists());
}

#[test]
fn misuse_ends_with_two() {
    let copy = Copy::new();
    petstore(&copy);
    let misuses: [&[&str]; 12] = [
        &[],
        &["codgen"],
        &["codegen", "--spec", "petstore.yaml"],
        &["codegen", "--out", "made"],
        &["codegen", "--spec", "absent.yaml", "--out", "made"],
        &[
            "codegen",
            "--spec",
            "petstore.yaml",
            "--out",
            "made",
            "--name",
            "1 bad name",
        ],
        &["codegen", "--tag", "pets"],
        &["codegen", "--allow", "E0310"],
        &[
            "codegen",
            "--spec",
            "petstore.yaml",
            "--out",
            "made",
            "--allow",
            "E9999",
        ],
        &[
            "codegen",
            "--spec",
            "petstore.yaml",
            "--out",
            "made",
            "--allow",
            "E0005",
        ],
        &["codegen", "--explain", "E9999"],
        &["corpus", "absent"],
    ];
    for misuse in misuses {
        copy.run(misuse).assert_code(2);
    }
    assert!(!copy.path("made").exists());
}

#[test]
fn help_is_complete() {
    let copy = Copy::new();
    for (name, arguments) in [
        ("help", ["--help", "--help"]),
        ("help_codegen", ["codegen", "--help"]),
        ("help_conformance", ["conformance", "--help"]),
        ("help_corpus", ["corpus", "--help"]),
        ("help_diff", ["diff", "--help"]),
    ] {
        let answer = copy.run(arguments);
        answer.assert_code(0);
        assert_snapshot("command", name, &answer.stdout);
    }
}

pub(crate) fn copy_case(copy: &Copy, case: &str, name: &str) {
    fs::copy(workspace().join("tests/cases").join(case), copy.path(name)).expect("copying");
}

#[test]
fn without_node_nothing_is_judged_and_nothing_fails() {
    let copy = Copy::new();
    let output = Command::new(xtask())
        .arg("conformance")
        .current_dir(copy.path(""))
        .env_remove("CARGO_MANIFEST_DIR")
        .env("PATH", copy.path(""))
        .output()
        .expect("the command runs");
    let answer = Answer::from(output);
    answer.assert_code(0);
    let start = "skipped: this needs Node.js, but `node` can't be run";
    assert!(answer.stdout.starts_with(start), "{}", answer.stdout);
}

#[test]
fn a_document_to_judge_that_is_not_there_is_a_mistake_of_the_caller() {
    let copy = Copy::new();
    let answer = copy.run(["conformance", "nowhere.yaml"]);
    answer.assert_code(2);
    assert_eq!(
        answer.stderr,
        "error: there is no document at `nowhere.yaml`\n"
    );
}
