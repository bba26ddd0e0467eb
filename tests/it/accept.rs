//! What is emitted for each quirk that a document may have.

use bindery::Strictness;
use bindery::diagnostic::{Form, Style};
use bindery::render::Tree;

use crate::cases::{Case, assert_no_stale_snapshots, assert_snapshot, each};

#[test]
fn emitted_files_are_as_reviewed() {
    each("accept", |case| {
        let generated = case.generate(Strictness::Lenient);
        let short = Style {
            form: Form::Short,
            ..Style::default()
        };
        let messages: String = generated
            .reports
            .iter()
            .map(|report| report.render(short))
            .collect();
        let tree = generated.tree.unwrap_or_else(|| panic!("{messages}"));
        assert_snapshot(
            "accept",
            &case.name,
            &(messages + "\n" + &excerpt(case, &tree)),
        );
    });
}

#[test]
fn every_snapshot_has_a_case() {
    assert_no_stale_snapshots("accept");
}

/// The files that a case is about: types; of cases about operations these, too; the client where the document says
/// something of it.
fn excerpt(case: &Case, tree: &Tree) -> String {
    let text = case.source.text();
    let shows_operations = case.name.starts_with('1');
    let shows_client = text.contains("securitySchemes:") || text.contains("servers:");
    let is_shown = |path: &str| match path.split('/').nth(1) {
        Some("types" | "callbacks.rs" | "webhooks.rs") => true,
        Some("operations" | "resources") => shows_operations,
        Some("client.rs" | "environment.rs") => shows_client,
        _ => false,
    };
    let files = tree
        .iter()
        .filter(|(path, _)| is_shown(path) && !path.ends_with("/mod.rs"));
    files
        .map(|(path, text)| format!("==> {path} <==\n{}\n", without_header(text)))
        .collect()
}

fn without_header(text: &str) -> &str {
    text.split_once("\n\n").map_or(text, |(_, rest)| rest)
}
