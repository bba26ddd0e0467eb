//! The names that a document's operations and schemas have in Rust.

use std::collections::BTreeMap;

use bindery::diagnostic::Diagnostics;
use bindery::document::Document;
use bindery::ir::api::{Api, TypeKind};
use bindery::lower::lower;
use bindery::resolve::{Options, resolve};
use bindery::source::Source;

/// Names by the place that they are made for.
pub(super) fn names(source: &Source) -> BTreeMap<String, String> {
    let mut diagnostics = Diagnostics::default();
    let document = Document::parse(source, &mut diagnostics);
    let document = document.unwrap_or_else(|| panic!("{} can't be read", source.path()));
    let draft = lower(&document, &mut diagnostics);
    let options = Options {
        module: "case".to_owned(),
        source: source.path().to_owned(),
    };
    let api = resolve(&draft, &options, &mut diagnostics);
    types(&api).chain(operations(&api)).collect()
}

fn types(api: &Api) -> impl Iterator<Item = (String, String)> {
    let items = api
        .types
        .iter()
        .filter(|item| !matches!(item.kind, TypeKind::Absent));
    items.map(|item| (item.origin.0.to_string(), item.name.as_str().to_owned()))
}

fn operations(api: &Api) -> impl Iterator<Item = (String, String)> {
    api.resources.iter().flat_map(|resource| {
        resource.operations.iter().map(move |operation| {
            let path = format!(
                "{}().{} -> {}",
                resource.accessor, operation.method_name, operation.name
            );
            (operation.origin.0.to_string(), path)
        })
    })
}
