//! A name once emitted stays: nothing that is added to a document, moved in it or taken out of it renames anything else.

mod document;
mod names;

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
    let cases = cases("accept").into_iter().map(|case| case.source);
    let documents: Vec<Source> = cases.chain(specs()).chain(further_documents()).collect();
    let compared: Vec<(usize, Vec<String>)> = documents.par_iter().map(renamed).collect();
    let renamed: Vec<&String> = compared.iter().flat_map(|(_, renamed)| renamed).collect();
    let count: usize = compared.iter().map(|(count, _)| count).sum();
    assert!(
        renamed.is_empty(),
        "{} of {count} names changed:\n{renamed:#?}",
        renamed.len()
    );
    assert!(count > 10_000, "only {count} names were compared");
}

/// How many names were compared, and those that are others in a mutation without being reported as contested.
fn renamed(source: &Source) -> (usize, Vec<String>) {
    let document = Document::read(source);
    let whole = Names::of(&document);
    let removals = document.removals();
    let most = (REMOVALS / (1 + source.text().len() / LARGE)).max(2);
    let step = removals.len().div_ceil(most).max(1);
    let mutations = removals.step_by(step).chain([document.reversed()]);
    let mut count = 0;
    let mut renamed = BTreeMap::new();
    for Mutation { note, document } in mutations {
        let others = Names::of(&document);
        count += others.names.len();
        for (thing, names) in &others.names {
            let before = whole.names.get(thing).filter(|before| *before != names);
            let (what, place) = thing;
            if let Some(before) = before
                && !whole.is_contested(place)
                && !others.is_contested(place)
            {
                let note = format!(
                    "{}: {before:?}, {what} #{place}, is {names:?} {note}",
                    source.path()
                );
                renamed.entry(thing.clone()).or_insert(note);
            }
        }
    }
    (count, renamed.into_values().collect())
}
