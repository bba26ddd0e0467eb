//! The cargo features of tags, as people read of them.

use super::super::prose;
use crate::ir::api::{Api, Resource};

/// What a crate with features says of them, and a table.
pub(super) fn table(api: &Api) -> Vec<String> {
    let head = [
        "Each tag of the document has a cargo feature. All are on by default; with `default-features = false` a program \
         compiles only those that it names.",
        "",
        "| Feature | Accessor | Operations |",
        "| --- | --- | --- |",
    ];
    let rows = api.resources.iter().map(row);
    head.into_iter().map(str::to_owned).chain(rows).collect()
}

fn row(resource: &Resource) -> String {
    format!(
        "| {} | `client.{}()` | {} |",
        prose::span(resource.feature.as_str()),
        resource.accessor,
        resource.operations.len()
    )
}
