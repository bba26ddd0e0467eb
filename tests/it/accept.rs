//! What is emitted for each quirk that a document may have.

use bindery::render::Tree;
use bindery::{Generated, Strictness};

use crate::cases::{Case, assert_no_stale_snapshots, assert_snapshot, each};

#[test]
fn emitted_files_are_as_reviewed() {
    each("accept", |case| {
        let generated = generate(case);
        let tree = generated.tree.as_ref().expect("the document is accepted");
        let messages = generated.messages();
        assert_snapshot("accept", &case.name, &(messages + &excerpt(case, tree)));
    });
}

#[test]
fn every_snapshot_has_a_case() {
    assert_no_stale_snapshots("accept");
}

/// The files in which cases differ: types and operations, and the client only where the document says something of it.
fn excerpt(case: &Case, tree: &Tree) -> String {
    let text = case.source.text();
    let shows_client = text.contains("securitySchemes:") || text.contains("servers:");
    let folders = ["src/types/", "src/operations/", "src/resources/"];
    let files = tree.iter().filter(|(path, _)| {
        let is_client = matches!(path.as_str(), "src/client.rs" | "src/environment.rs");
        (folders.iter().any(|folder| path.starts_with(folder)) && !path.ends_with("/mod.rs"))
            || (is_client && shows_client)
    });
    files
        .map(|(path, text)| format!("==> {path} <==\n{}\n", without_header(text)))
        .collect()
}

fn without_header(text: &str) -> &str {
    text.split_once("\n\n").map_or(text, |(_, rest)| rest)
}
