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

/// What a case is about: of one about features, what they are in; of any other, types, operations if it is about these,
/// and the client where the document says something of it.
fn excerpt(case: &Case, tree: &Tree) -> String {
    let text = case.source.text();
    let shows_features = case.name.contains("features");
    let shows_operations = case.name.starts_with('1');
    let shows_client = text.contains("securitySchemes:") || text.contains("servers:");
    let is_shown = |path: &str| {
        let is_index = path.ends_with("/mod.rs");
        match path.split('/').nth(1) {
            Some("types" | "operations" | "resources") if is_index => shows_features,
            Some("types" | "callbacks.rs" | "webhooks.rs") => !shows_features,
            Some("operations" | "resources") => shows_operations && !shows_features,
            Some("client.rs" | "environment.rs") => shows_client && !shows_features,
            None => shows_features && path == "Cargo.toml",
            _ => false,
        }
    };
    let files = tree.iter().filter(|(path, _)| is_shown(path));
    files
        .map(|(path, text)| format!("==> {path} <==\n{}\n", shown(path, text)))
        .collect()
}

/// A file without its header; of a manifest, the features.
fn shown<'t>(path: &str, text: &'t str) -> &'t str {
    let text = without_header(text);
    if path != "Cargo.toml" {
        return text;
    }
    let (_, features) = text.split_once("[features]\n").expect("features");
    let (features, _) = features.split_once("\n[").expect("more");
    features
}

fn without_header(text: &str) -> &str {
    text.split_once("\n\n").map_or(text, |(_, rest)| rest)
}
