//! No change of emitted code goes unseen: wherever the code of two documents differs, callers are told of something other
//! than prose, and nothing but prose is told of code that is the same.

mod code;
mod mutations;

use std::env;

use rayon::prelude::*;

use super::cases::areas;
use crate::cases::{cases, further_documents, specs};
use crate::plain;
use code::Code;

/// How many changes are made of a document, one at a time and spread over all of it, unless `BINDERY_CHANGES` says how
/// many; fewer of a document with more text than `LARGE`.
const CHANGES: usize = 4;
const LARGE: usize = 10_000;

/// Cases of code that is written in another way, and the same to callers and to servers.
const SAME: [&str; 1] = ["a type in the place of its alias"];

#[test]
fn what_differs_in_a_case_is_told() {
    let areas = areas();
    let told: Vec<_> = areas
        .par_iter()
        .flat_map(|area| {
            let old = Code::of(&area.document).expect("a document that is accepted");
            let unfaithful = area.cases.iter().filter_map(|case| {
                let new = Code::of(&case.document).expect("a document that is accepted");
                let difference = old.untold(&new)?;
                Some((case.name.clone(), difference))
            });
            unfaithful.collect::<Vec<_>>()
        })
        .filter(|(name, _)| !SAME.contains(&name.as_str()))
        .collect();
    assert!(told.is_empty(), "{told:#?}");
}

#[test]
fn what_differs_after_any_change_is_told() {
    let most = env::var("BINDERY_CHANGES").map_or(CHANGES, |most| most.parse().expect("a number"));
    let cases = cases("accept").into_iter().map(|case| case.source);
    let documents: Vec<_> = cases.chain(specs()).chain(further_documents()).collect();
    let found: Vec<(usize, Vec<String>)> = documents
        .par_iter()
        .filter_map(|source| {
            let document = plain::read(source);
            let old = Code::of(&document)?;
            let all = mutations::all(&document);
            let most = (most / (1 + source.text().len() / LARGE)).max(2);
            let mutations = all.iter().step_by(all.len().div_ceil(most).max(1));
            let changed = mutations.filter_map(|mutation| {
                let new = Code::of(&mutation.apply(&document))?;
                let untold = old.untold(&new);
                Some(untold.map(|difference| format!("{}{mutation}: {difference}", source.path())))
            });
            let changed: Vec<_> = changed.collect();
            Some((changed.len(), changed.into_iter().flatten().collect()))
        })
        .collect();
    let tried: usize = found.iter().map(|(tried, _)| tried).sum();
    let untold: Vec<_> = found.into_iter().flat_map(|(_, untold)| untold).collect();
    assert!(
        untold.is_empty(),
        "{} of {tried}:\n{}",
        untold.len(),
        untold.join("\n")
    );
    assert!(tried > documents.len(), "only {tried} changes were made");
}
