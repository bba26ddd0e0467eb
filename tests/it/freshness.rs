//! `generated/` is what `specs/` generate.

use bindery::Strictness;
use bindery::diagnostic::Style;
use bindery::output::Folder;

use crate::cases::{specs, workspace};

/// The version that the workspace's manifest gives the crate.
fn version() -> String {
    let manifest = std::fs::read_to_string(workspace().join("Cargo.toml")).expect("a manifest");
    let (_, table) = manifest
        .split_once("[workspace.metadata.generated]\nversion = \"")
        .expect("a version");
    let (version, _) = table.split_once('"').expect("its end");
    version.to_owned()
}

#[test]
fn there_is_nothing_to_say_of_the_documents() {
    for report in
        bindery::generate_workspace_crate(&specs(), &version(), Strictness::Strict).reports
    {
        let messages = report.render(Style::default());
        assert!(report.diagnostics.is_empty(), "{messages}");
        assert_eq!(report.allowed().count(), 0, "{}", report.source.path());
    }
}

#[test]
fn the_generated_crate_is_what_the_documents_say() {
    let generated = bindery::generate_workspace_crate(&specs(), &version(), Strictness::Strict);
    let tree = generated.tree.expect("the documents are accepted");
    let folder = Folder::owned(workspace().join("generated"));
    let plan = folder.plan(&tree).expect("a readable folder");
    let differences = plan.differences();
    assert!(
        differences.is_empty(),
        "run `cargo xtask codegen`: {differences:#?}"
    );
}
