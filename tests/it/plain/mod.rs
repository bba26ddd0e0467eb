//! A document as plain JSON, read without anything of the generator.

mod value;

use bindery::source::Source;
use serde_json::Value;

pub(crate) use value::{child, read_any};

/// The keys of a path item that are operations (OpenAPI 3.0.3 §4.8.9).
pub(crate) const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// Reads a document of YAML or JSON.
pub(crate) fn read(source: &Source) -> Value {
    read_any(source.text()).unwrap_or_else(|error| panic!("{}: {error}", source.path()))
}
