//! The forms that a value of a type can have, looking through unions.

use std::collections::BTreeSet;

use super::super::types::Types;
use crate::ir::Type;

/// How many forms are looked at: more than that and the type tells nothing about its values.
const MOST: usize = 256;

/// Everything that a value of a type can be, without unions, aliases and null. Empty if that is too much to look at.
pub(super) fn of<'t>(types: &'t Types<'_>, value: &'t Type) -> Vec<&'t Type> {
    let mut seen = BTreeSet::new();
    let mut leaves = Vec::new();
    let mut open = vec![value];
    while let Some(value) = open.pop() {
        match types.as_union(value) {
            Some((id, union)) if seen.insert(id) => {
                open.extend(union.variants.iter().rev().map(|variant| &variant.payload));
            }
            Some(_) => {}
            None => leaves.push(types.target(value)),
        }
        if leaves.len() + open.len() > MOST {
            return Vec::new();
        }
    }
    leaves
}
