//! Names that words are made into, each handed out once.

use std::collections::BTreeSet;

use super::Words;
use super::kind::Kind;

/// The words as a name that is not taken; it is taken then. A number tells it apart where it has to be.
pub(super) fn unique(kind: &Kind, words: &Words, taken: &mut BTreeSet<String>) -> String {
    let plain = kind.spell(words);
    let mut name = plain.clone();
    let mut number = 2;
    while !taken.insert(name.clone()) {
        name = kind.numbered(&plain, number);
        number += 1;
    }
    name
}
