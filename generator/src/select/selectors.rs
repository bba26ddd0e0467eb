//! What a selector selects, and what is said of one that selects nothing.

use std::collections::BTreeSet;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::nearest;
use crate::ir::Selector;
use crate::ir::api::{Api, Operation};

/// How many names are listed as what there is to select.
const LISTED: usize = 12;

/// Whether a selector selects an operation.
pub(super) fn selects(selector: &Selector, operation: &Operation) -> bool {
    match selector {
        Selector::Tag(tag) => operation.tags.contains(tag),
        Selector::Path(path) => {
            let rest = operation.path.strip_prefix(path.trim_end_matches('/'));
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        }
        Selector::Operation(id) => operation.id == *id || line(operation) == *id,
    }
}

/// Reports every selector that selects no operation.
pub(super) fn report_idle(api: &Api, diagnostics: &mut Diagnostics) {
    for selector in &api.selection.selectors {
        if !api
            .operations()
            .any(|operation| selects(selector, operation))
        {
            diagnostics.push(idle(selector, api));
        }
    }
}

fn idle(selector: &Selector, api: &Api) -> Diagnostic {
    let (message, wanted, there) = match selector {
        Selector::Tag(tag) => (format!("no operation has the tag `{tag}`"), tag, tags(api)),
        Selector::Path(path) => (format!("no path begins with `{path}`"), path, paths(api)),
        Selector::Operation(id) => (format!("no operation is called `{id}`"), id, ids(api)),
    };
    let diagnostic = Diagnostic::of_argument(Code::IdleSelector, selector.to_string(), message);
    let diagnostic = diagnostic.note("nothing is generated");
    match advice(wanted, &there) {
        Some(advice) => diagnostic.help(advice),
        None => diagnostic,
    }
}

/// What may have been meant, and what there is, unless that is much.
fn advice(wanted: &str, there: &BTreeSet<&str>) -> Option<String> {
    let meant = nearest(wanted, there.iter().copied());
    let meant = meant.map(|name| format!("did you mean `{name}`?"));
    let names: Vec<_> = there.iter().map(|name| format!("`{name}`")).collect();
    let is_short = (1..=LISTED).contains(&names.len());
    let says_more = meant.is_none() || names.len() > 1;
    let list = (is_short && says_more).then(|| format!("there is {}", names.join(", ")));
    let advice: Vec<_> = meant.into_iter().chain(list).collect();
    (!advice.is_empty()).then(|| advice.join(" "))
}

fn tags(api: &Api) -> BTreeSet<&str> {
    let tags = api.operations().flat_map(|operation| &operation.tags);
    tags.map(String::as_str).collect()
}

fn ids(api: &Api) -> BTreeSet<&str> {
    let operations = api.operations();
    operations.map(|operation| operation.id.as_str()).collect()
}

/// Paths up to the end of each of their segments.
fn paths(api: &Api) -> BTreeSet<&str> {
    let paths = api.operations().map(|operation| operation.path.as_str());
    paths
        .flat_map(|path| {
            let ends = path.match_indices('/').map(|(end, _)| end).skip(1);
            let ends = ends.chain([path.len()]);
            ends.filter_map(|end| path.get(..end))
        })
        .collect()
}

/// How an operation can be told without an `operationId`.
fn line(operation: &Operation) -> String {
    format!("{} {}", operation.method, operation.path)
}
