//! What is emitted compiles without a warning: all accepted cases together, as modules of one crate, and parts of
//! documents, as crates of their own. And it works: what no document of `specs/` has is tested on the wire in programs of
//! such a crate.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Output;

use bindery::Strictness;
use bindery::output::Folder;
use bindery::source::Source;

use crate::cargo;
use crate::cases::{cases, workspace};

#[test]
fn every_accepted_case_compiles_without_a_warning() {
    let cases = cases("accept").into_iter().map(|case| case.source);
    check("compile", one_crate(&cases.collect::<Vec<_>>()), &[]);
}

#[test]
fn every_part_compiles_without_a_warning() {
    for case in cases("accept") {
        if !case.selection.is_whole() {
            let tree = case.generate(Strictness::Lenient).tree;
            check("part", tree.expect("the case is accepted"), &[]);
        }
    }
}

#[test]
fn each_feature_alone_compiles_without_a_warning() {
    for case in cases("accept") {
        if case.name.contains("features") {
            let tree = case.generate(Strictness::Lenient).tree;
            let tree = tree.expect("the case is accepted");
            for feature in features(&tree) {
                let alone = ["--no-default-features", "--features", &feature];
                check("feature", tree.clone(), &alone);
            }
            if !tree["Cargo.toml"].contains("also without the default features") {
                check("feature", tree, &["--no-default-features"]);
            }
        }
    }
}

#[test]
fn the_programs_succeed() {
    let named: Vec<_> = cases("accept")
        .into_iter()
        .filter(|case| PROGRAMS.iter().any(|(.., name)| *name == case.name))
        .map(|case| case.source)
        .collect();
    assert_eq!(named.len(), PROGRAMS.len(), "each program has its case");
    let mut tree = one_crate(&named);
    let manifest = tree.get_mut("Cargo.toml").expect("a manifest");
    manifest.push_str(PROGRAMS_NEED);
    for (name, text, _) in PROGRAMS {
        tree.insert(format!("tests/{name}.rs"), text.to_owned());
    }
    without_warning(&["test", "--tests"], "programs", tree);
}

/// Tests of emitted clients, each with the case whose client it is about.
const PROGRAMS: [(&str, &str, &str); 2] = [
    (
        "lists",
        include_str!("../programs/lists.rs"),
        "156_declared_pages",
    ),
    (
        "retries",
        include_str!("../programs/retries.rs"),
        "157_retry_rules",
    ),
];

/// The features are those of the workspace, so that what is built for it is not built again.
const PROGRAMS_NEED: &str = r#"
[dev-dependencies]
serde = { version = "1", features = ["derive"] }
serde_json = { version = "1", features = ["preserve_order"] }
tokio = { version = "1", default-features = false, features = ["io-util", "macros", "net", "rt"] }
wiremock = { version = "0.6", default-features = false }
"#;

/// The features of the document's tags.
fn features(tree: &BTreeMap<String, String>) -> Vec<String> {
    let manifest = tree.get("Cargo.toml").expect("a manifest");
    let (_, features) = manifest
        .split_once("# The tags of the document.\n")
        .expect("features of tags");
    let lines = features.lines().take_while(|line| !line.is_empty());
    let names = lines.map(|line| line.split(" = ").next().unwrap_or_default());
    names
        .map(|name| name.trim_matches('"').to_owned())
        .collect()
}

/// Compiles a crate.
pub(crate) fn check(folder: &str, tree: BTreeMap<String, String>, arguments: &[&str]) {
    without_warning(&[&["check"], arguments].concat(), folder, tree);
}

/// Has cargo do something with a crate without a warning.
fn without_warning(arguments: &[&str], folder: &str, mut tree: BTreeMap<String, String>) {
    tree.entry("Cargo.toml".to_owned())
        .or_default()
        .push_str(STRICT);
    cargo::succeed(&write(folder, tree), &quietly(arguments));
}

/// Has cargo do something with a crate in a folder of its own.
pub(crate) fn run(arguments: &[&str], folder: &str, tree: BTreeMap<String, String>) -> Output {
    cargo::run(&write(folder, tree), &quietly(arguments))
}

fn quietly<'a>(arguments: &[&'a str]) -> Vec<&'a str> {
    [arguments, &["--quiet", "--offline"]].concat()
}

/// Writes a crate into a folder of its own, and says where that is.
fn write(folder: &str, mut tree: BTreeMap<String, String>) -> PathBuf {
    tree.entry("Cargo.toml".to_owned())
        .or_default()
        .push_str(PROFILE);
    let root = workspace().join("target/tests").join(folder);
    let folder = Folder::owned(&root);
    folder
        .write(&folder.plan(&tree).expect("a plan"))
        .expect("writing");
    fs::copy(workspace().join("Cargo.lock"), root.join("Cargo.lock")).expect("copying");
    root
}

/// The crate that the workspace would have if these were its documents, with a manifest that stands alone.
pub(crate) fn one_crate(sources: &[Source]) -> BTreeMap<String, String> {
    let generated = bindery::generate_workspace_crate(sources, "0.1.0", Strictness::Lenient);
    let mut tree = generated.tree.expect("the documents are accepted");
    let manifest = tree.get_mut("Cargo.toml").expect("a manifest");
    let runtime = workspace().join("generator/runtime");
    let path = format!("{:?}", runtime.to_string_lossy());
    assert!(
        manifest.contains(RUNTIME),
        "the runtime is a dependency by path: {manifest}"
    );
    *manifest = manifest.replace(RUNTIME, &path) + "\n[workspace]\n";
    tree
}

/// Where the workspace's crate finds the runtime.
const RUNTIME: &str = "\"../generator/runtime\"";

/// No warning is let pass.
const STRICT: &str = "
[lints.rust]
warnings = \"deny\"
";

/// The profile is that of the workspace, so that dependencies which are built already are not built again.
const PROFILE: &str = "
[profile.dev]
debug = \"line-tables-only\"
";
