//! What the crates are made of: no unsafe code of ours, and as few crates of others as the README says.

use std::collections::BTreeSet;
use std::fs;

use bindery::Strictness;

use crate::cargo;
use crate::cases::{cases, workspace};

/// Every file that is the root of a crate, but for those that are emitted.
const ROOTS: [&str; 7] = [
    "generator/src/lib.rs",
    "generator/runtime/src/lib.rs",
    "tests/benches/main.rs",
    "tests/fuzz/src/lib.rs",
    "tests/it/main.rs",
    "tests/readme.rs",
    "xtask/src/main.rs",
];

/// What makes the compiler refuse unsafe code, whatever stands below.
const FORBIDDEN: &str = "#![forbid(unsafe_code)]";

#[test]
fn no_crate_may_have_unsafe_code() {
    for root in ROOTS {
        let text = fs::read_to_string(workspace().join(root)).expect("the root of a crate");
        assert!(text.contains(FORBIDDEN), "{root}");
    }
    for case in cases("accept") {
        let tree = case.generate(Strictness::Lenient).tree;
        let tree = tree.expect("the case is accepted");
        assert!(tree["src/lib.rs"].contains(FORBIDDEN), "{}", case.name);
    }
}

#[test]
fn the_readme_says_how_many_crates_a_client_brings() {
    let all = crates(&[]);
    let without = crates(&[
        "--no-default-features",
        "--features",
        "creem,meteroid,polar",
    ]);
    let readme = fs::read_to_string(workspace().join("README.md")).expect("a README");
    let words: Vec<_> = readme.split_whitespace().collect();
    let expected = format!("brings {all} crates on Linux, {without} without the feature `reqwest`");
    assert!(words.join(" ").contains(&expected), "{expected}");
}

/// How many crates of others are compiled for our clients on Linux.
fn crates(features: &[&str]) -> usize {
    let tree = [
        "tree",
        "--offline",
        "--package",
        "checkout-apis",
        "--edges",
        "normal,build",
        "--target",
        "x86_64-unknown-linux-gnu",
        "--prefix",
        "none",
        "--format",
        "{p}",
    ];
    let text = cargo::succeed(&workspace(), &[&tree, features].concat());
    let names = text.lines().map(|line| line.trim_end_matches(" (*)"));
    let others = names.filter(|name| !name.contains('/') && !name.is_empty());
    others.collect::<BTreeSet<_>>().len()
}
