//! Recorded names stay, whatever happens to the document.

use std::collections::BTreeSet;

use bindery::source::Source;
use rayon::prelude::*;

use super::document::{Document, Mutation};
use super::names::Names;
use super::{documents, mutations};

#[test]
fn no_name_changes_once_all_are_recorded() {
    let changed = over_documents(|document| {
        let whole = document.recorded();
        let names = Names::of(&whole);
        let mutations = mutations(&whole).map(|Mutation { note, document }| {
            let others = Names::of(&document.recorded());
            (note, changes(&names, &others, |_| true))
        });
        mutations.collect()
    });
    assert_eq!(changed, BTreeSet::new());
}

#[test]
fn a_newcomer_takes_no_name_before_somebody_has_decided() {
    let changed = over_documents(|document| {
        // An entry for an item that is another by then names nothing, and is refused.
        let same = mutations(&document).filter(|mutation| !mutation.document.has_other_items());
        let mutations = same.map(
            |Mutation {
                 note,
                 document: smaller,
             }| {
                let smaller = smaller.recorded();
                let whole = Names::of(&document.with_names_of(&smaller));
                let is_free = |place: &str| !whole.is_contested(place);
                (note, changes(&Names::of(&smaller), &whole, is_free))
            },
        );
        mutations.collect()
    });
    assert_eq!(changed, BTreeSet::new());
}

#[test]
fn names_of_an_earlier_edition_are_kept() {
    let changed = over_documents(|whole| {
        let names = Names::of(&whole);
        let mutations = mutations(&whole).map(|Mutation { note, document }| {
            let others = Names::of(&document);
            let older = Names::of(&document.clone().recorded_since(Some(&whole)));
            let newer = Names::of(&whole.clone().recorded_since(Some(&document)));
            let changed = [
                changes(&names, &older, |_| true),
                changes(&others, &newer, |_| true),
            ];
            (note, changed.concat())
        });
        mutations.collect()
    });
    assert_eq!(changed, BTreeSet::new());
}

/// The changes of names, and what is wrong with recorded ones.
fn changes(names: &Names, others: &Names, counts: impl Fn(&str) -> bool) -> Vec<String> {
    let changes = names.changes(others, counts).into_iter();
    let changes = changes.map(|(_, change)| change);
    changes.chain(others.refusals.iter().cloned()).collect()
}

/// What is found of all documents in which names depend on each other.
fn over_documents(
    check: impl Fn(Document) -> Vec<(String, Vec<String>)> + Sync,
) -> BTreeSet<String> {
    let check = |source: &Source| {
        let document = Document::read(source);
        let found = match document.clone().recorded().has_names() {
            true => check(document),
            false => Vec::new(),
        };
        let found = found.into_iter().flat_map(|(note, found)| {
            found
                .into_iter()
                .map(move |found| format!("{} {note}: {found}", source.path()))
        });
        found.collect::<Vec<_>>()
    };
    documents().par_iter().flat_map(check).collect()
}
