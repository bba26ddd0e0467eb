//! Credentials: the security schemes that operations use.

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::naming::{NamedScope, Thing};
use crate::ir::api::Credential;
use crate::ir::draft::{Draft, Scheme};
use crate::names::{Scope, Wish, Words};
use crate::recorded::{Kind, Ledger, Subject};

/// The credentials that a client can be given, in the order of the document's schemes.
///
/// `module` is the API's name: it keeps the variables of two APIs apart.
pub(super) fn credentials(draft: &Draft, module: &Words, ledger: &mut Ledger) -> Vec<Credential> {
    let used = used(draft);
    let things = used.iter().map(|(wire, scheme)| {
        let place = &scheme.origin.0;
        Thing::new(
            Subject::itself(place, Kind::Credential),
            place,
            wire,
            Wish::new(wire),
        )
    });
    let names = NamedScope::new(Scope::credentials()).mint(things.collect(), ledger);
    let credentials = used
        .into_iter()
        .zip(names)
        .map(|((wire, scheme), name)| Credential {
            variable: module.overlapping(&Words::of(name.as_str())).screaming(),
            name,
            wire: wire.clone(),
            placement: scheme.placement.clone(),
            docs: scheme.docs.clone(),
        });
    credentials.collect()
}

/// What most operations need, of all that they accept the first: it is what a client is made with.
///
/// The document's own requirement decides where there is one.
pub(super) fn required_credentials(draft: &Draft) -> Vec<usize> {
    let first = draft.security.first().or_else(|| most_used(draft));
    let positions: Vec<_> = used(draft).into_iter().map(|(wire, _)| wire).collect();
    let needed = first.into_iter().flatten();
    needed
        .filter_map(|name| positions.iter().position(|wire| *wire == name))
        .collect()
}

/// The first alternative that more operations have than any other; the one that comes first, if several do.
fn most_used(draft: &Draft) -> Option<&Vec<String>> {
    let mut counts: IndexMap<&Vec<String>, usize> = IndexMap::new();
    for alternative in draft
        .operations
        .iter()
        .filter_map(|operation| operation.security.first())
    {
        *counts.entry(alternative).or_default() += 1;
    }
    let most = counts.values().copied().max()?;
    counts
        .into_iter()
        .find_map(|(alternative, count)| (count == most).then_some(alternative))
}

/// The schemes that some operation can use.
fn used(draft: &Draft) -> Vec<(&String, &Scheme)> {
    let operations = draft
        .operations
        .iter()
        .flat_map(|operation| &operation.security);
    let names: BTreeSet<&String> = operations.chain(&draft.security).flatten().collect();
    draft
        .schemes
        .iter()
        .filter(|(wire, _)| names.contains(wire))
        .collect()
}
