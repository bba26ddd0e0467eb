//! What is in a document, and what comes of it, in numbers.

use std::time::Duration;

use serde_json::Value;

use crate::document::{Document, Pointer};
use crate::ir::api::{Api, TypeKind};
use crate::render::Tree;

/// The methods that a path item can have (OpenAPI 3.0.3 §4.8.9).
const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// What is in a document, and what comes of it.
///
/// What is in it is counted in the document itself, so that the two can be held against each other.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statistics {
    /// The version of OpenAPI that the document states; empty if none was read.
    pub openapi: String,
    /// Operations in the document.
    pub operations: usize,
    /// Operations in the Rust code.
    pub operations_emitted: usize,
    /// Schemas among its components.
    pub schemas: usize,
    /// Types in the Rust code.
    pub types: usize,
    /// The cargo features of its tags; empty if they have none.
    pub features: Vec<String>,
    /// Lines of Rust that are its own: neither the runtime's nor those of a crate that it shares with others.
    pub lines: usize,
    /// What reading it and writing its files took. Files of several documents are written together: each has its share.
    pub elapsed: Duration,
}

impl Statistics {
    /// Counts what the document has.
    pub(super) fn of_document(document: &Document) -> Self {
        let root = document.root();
        let paths = root.get("paths").and_then(Value::as_object);
        Self {
            openapi: root
                .get("openapi")
                .and_then(Value::as_str)
                .unwrap_or_default()
                .to_owned(),
            operations: paths
                .into_iter()
                .flatten()
                .map(|(_, item)| operations(document, item))
                .sum(),
            schemas: root
                .pointer("/components/schemas")
                .and_then(Value::as_object)
                .map_or(0, |schemas| schemas.len()),
            ..Self::default()
        }
    }

    /// Counts what has come of it.
    pub(super) fn add_output(&mut self, api: &Api, tree: &Tree, is_own: impl Fn(&str) -> bool) {
        let has_item = |kind: &TypeKind| !matches!(kind, TypeKind::Absent);
        self.operations_emitted = api
            .resources
            .iter()
            .map(|resource| resource.operations.len())
            .sum();
        self.types = api.types.iter().filter(|item| has_item(&item.kind)).count();
        let tags = api.resources.iter().filter(|_| api.has_features);
        self.features = tags.map(|tag| tag.feature.to_string()).collect();
        self.lines = tree
            .iter()
            .filter(|(path, _)| is_own(path))
            .map(|(_, text)| text.lines().count())
            .sum();
    }
}

/// How many operations a path item has, its own and those of the one that it refers to.
fn operations(document: &Document, item: &Value) -> usize {
    let reference = item.get("$ref").and_then(Value::as_str);
    let referred = reference
        .and_then(|reference| document.resolve(reference).ok())
        .and_then(|place: Pointer| document.node(&place));
    let has = |method: &&str| item.get(method).or_else(|| referred?.get(method)).is_some();
    METHODS.iter().copied().filter(has).count()
}
