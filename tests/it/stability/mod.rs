//! A name once emitted stays: nothing that is added to a document, moved in it or taken out of it renames anything else.

mod document;
mod names;
mod recorded;

use std::collections::BTreeMap;

use bindery::source::Source;
use rayon::prelude::*;

use crate::cases::{cases, further_documents, specs};
use document::{Document, Mutation};
use names::Names;

/// How many things are taken out of a document, spread over all of it; fewer out of one with more text than this.
const REMOVALS: usize = 24;
const LARGE: usize = 100_000;

#[test]
fn nothing_decides_on_the_names_of_others() {
    let compared: Vec<(usize, Vec<String>)> = documents().par_iter().map(renamed).collect();
    let renamed: Vec<&String> = compared.iter().flat_map(|(_, renamed)| renamed).collect();
    let count: usize = compared.iter().map(|(count, _)| count).sum();
    assert!(
        renamed.is_empty(),
        "{} of {count} names changed:\n{renamed:#?}",
        renamed.len()
    );
    assert!(count > 10_000, "only {count} names were compared");
}

/// All cases, those of `specs/`, and those that are listed further.
fn documents() -> Vec<Source> {
    let cases = cases("accept").into_iter().map(|case| case.source);
    cases.chain(specs()).chain(further_documents()).collect()
}

/// The document without some of its things, one at a time, and in another order.
fn mutations(document: &Document) -> impl Iterator<Item = Mutation> {
    let most = (REMOVALS / (1 + document.size() / LARGE)).max(2);
    document.removals(most).chain([document.reversed()])
}

/// How many names were compared, and those that are others in a mutation without being reported as contested.
fn renamed(source: &Source) -> (usize, Vec<String>) {
    let document = Document::read(source);
    let whole = Names::of(&document);
    let mut count = 0;
    let mut renamed = BTreeMap::new();
    for Mutation { note, document } in mutations(&document) {
        let others = Names::of(&document);
        count += others.names.len();
        let is_free = |place: &str| !whole.is_contested(place) && !others.is_contested(place);
        for (thing, change) in whole.changes(&others, is_free) {
            let note = format!("{}: {change} {note}", source.path());
            renamed.entry(thing).or_insert(note);
        }
    }
    (count, renamed.into_values().collect())
}
