//! Credentials: those that the operations of an API can use.

use std::collections::BTreeSet;

use crate::ir::api::Api;

/// Leaves out the credentials that no operation can use.
///
/// A client is still made with what it was made with before. Where that isn't used any more, it is made with what its
/// first operation accepts first.
pub(super) fn keep_used(api: &mut Api) {
    let used: BTreeSet<String> = api
        .operations()
        .flat_map(|operation| operation.security.iter().flatten().cloned())
        .collect();
    let required: Vec<String> = api
        .required_credentials
        .iter()
        .filter_map(|index| api.credentials.get(*index))
        .map(|credential| credential.wire.clone())
        .collect();
    let required = if required.iter().all(|wire| used.contains(wire)) {
        required
    } else {
        first_accepted(api)
    };
    let credentials = &mut api.credentials;
    credentials.retain(|credential| used.contains(&credential.wire));
    let positions = required.iter().filter_map(|wire| {
        let mut credentials = credentials.iter();
        credentials.position(|credential| credential.wire == *wire)
    });
    api.required_credentials = positions.collect();
}

fn first_accepted(api: &Api) -> Vec<String> {
    let mut operations = api.operations();
    let first = operations.find_map(|operation| operation.security.first());
    first.cloned().unwrap_or_default()
}
