//! Documents to change.

use bindery::source::Source;
use serde_json::Value;

use crate::cases::{cases, further_documents, specs};
use crate::plain;

/// Those of `specs/`, those of all cases that can be read, and those that are listed further, by their paths.
pub(super) fn documents() -> Vec<(String, Value)> {
    let cases = ["accept", "reject"].into_iter().flat_map(cases);
    let cases = cases.map(|case| case.source);
    let sources = specs().into_iter().chain(cases).chain(further_documents());
    let documents = sources.filter_map(|source: Source| {
        let document = plain::read_any(source.text()).ok()?;
        document
            .is_object()
            .then(|| (source.path().to_owned(), document))
    });
    documents.collect()
}
