//! A name once emitted stays: neither an operation that is added to a document nor one that is taken out of it renames
//! anything else.

mod document;
mod names;

use std::collections::BTreeMap;

use bindery::source::Source;
use rayon::prelude::*;

use crate::cases::{cases, further_documents, specs};
use document::Document;
use names::names;

/// How many operations of a large document there are for each that is taken out.
const STEP: usize = 10;
/// How many operations a document has if each of them is taken out.
const SMALL: usize = 20;

#[test]
fn no_operation_decides_on_the_names_of_others() {
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
    assert!(count > 200, "only {count} names were compared");
}

/// How many names were compared, and those that are others without some operation.
fn renamed(source: &Source) -> (usize, Vec<String>) {
    let document = Document::read(source);
    let whole = names(source);
    let step = if document.operations.len() > SMALL {
        STEP
    } else {
        1
    };
    let mut count = 0;
    let mut renamed = BTreeMap::new();
    for operation in document.operations.iter().step_by(step) {
        let rest = names(&document.without(operation));
        count += rest.len();
        for (place, name) in rest {
            if let Some(before) = whole.get(&place).filter(|before| **before != name)
                && !document.shares_id(&place)
            {
                let note = format!(
                    "{}: {before} of {place} is {name} without {operation}",
                    source.path()
                );
                renamed.entry(place).or_insert(note);
            }
        }
    }
    (count, renamed.into_values().collect())
}
