//! Which part of an API is emitted, and which cargo features it is behind.
//!
//! It comes after resolving, so that a part is what its operations and types are in the whole: the same names, the same
//! boxes, the same directions. Selecting only leaves out.

mod credentials;
mod features;
mod files;
mod selectors;
mod types;

pub use features::add_features;

use std::collections::BTreeSet;

use crate::diagnostic::Diagnostics;
use crate::ir::Selection;
use crate::ir::api::Api;
use crate::names::Identifier;

/// Leaves out of an API what is not selected, and what nothing that is selected needs.
///
/// Each selector has to select something: one that does not is reported as an error.
pub fn select(api: &mut Api, selection: &Selection, diagnostics: &mut Diagnostics) {
    api.selection = selection.clone();
    if !selection.selectors.is_empty() {
        selectors::report_idle(api, diagnostics);
        keep_operations(api);
        keep_callbacks(api);
        types::keep_reached(api);
        credentials::keep_used(api);
    }
    if selection.only_types {
        api.resources.clear();
        api.credentials.clear();
        api.required_credentials.clear();
        api.environments.clear();
    }
}

/// Leaves out operations, and then tags without any.
fn keep_operations(api: &mut Api) {
    let selectors = &api.selection.selectors;
    for resource in &mut api.resources {
        let operations = &mut resource.operations;
        operations.retain(|operation| {
            let mut selectors = selectors.iter();
            selectors.any(|selector| selectors::selects(selector, operation))
        });
    }
    let resources = &mut api.resources;
    resources.retain(|resource| !resource.operations.is_empty());
}

/// Leaves out webhooks, which nothing selects, and the callbacks of operations that are left out.
fn keep_callbacks(api: &mut Api) {
    api.webhooks.clear();
    let calls: BTreeSet<Identifier> = api.operations().map(|call| call.name.clone()).collect();
    api.callbacks.retain(|callback| {
        let asked_for = callback.asked_for.as_ref();
        asked_for.is_some_and(|(call, _)| calls.contains(call))
    });
}
