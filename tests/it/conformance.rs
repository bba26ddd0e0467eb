//! The program that calls every operation of a client: what it holds, and that it compiles.

use std::fs;
use std::path::Path;

use bindery::output::Folder;
use bindery::render::Tree;
use bindery::{Strictness, generate_conformance_program, generate_standalone};

use crate::cargo;
use crate::cases::{assert_snapshot, cases, workspace};

/// The case whose operations take values of every kind.
const CASE: &str = "190_values_to_call_with";

#[test]
fn every_operation_is_called_with_values_that_fit_the_document() {
    let program = program().remove("src/main.rs").expect("a program");
    let calls = program.split_once("async fn run").expect("the calls").1;
    assert_snapshot("conformance", CASE, calls);
}

#[test]
fn the_program_compiles() {
    let root = workspace().join("target/tests/conformance");
    let client = generate_standalone(&source(), "client", Strictness::Lenient).tree;
    write(&root.join("client"), &client.expect("a client"));
    write(&root.join("program"), &program());
    let folder = root.join("program");
    fs::copy(workspace().join("Cargo.lock"), folder.join("Cargo.lock")).expect("copying");
    cargo::succeed(&folder, &["check", "--quiet", "--offline"]);
}

fn source() -> bindery::source::Source {
    let case = cases("accept").into_iter().find(|case| case.name == CASE);
    case.expect("the case").source
}

fn program() -> Tree {
    let generated = generate_conformance_program(&source(), "client", "../client");
    generated.tree.expect("a program")
}

fn write(folder: &Path, tree: &Tree) {
    let folder = Folder::owned(folder);
    let plan = folder.plan(tree).expect("a plan");
    folder.write(&plan).expect("writing");
}
