//! Every reference of a document: found, followed, and reported if it leads nowhere.

mod report;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde_json::Value;

use super::check::Check;
use super::fields::{DOCUMENT, Definition, definition_at, definition_within};
use super::walk::{Place, Visitor, walk_object};
use super::{Document, Pointer};
use crate::diagnostic::Diagnostics;

/// A reference, and what OpenAPI expects in its place.
pub(super) struct Reference {
    /// The object that holds the `$ref`.
    referrer: Pointer,
    expected: &'static Definition,
    text: String,
}

/// Places that OpenAPI says nothing about, but that references give a meaning: schemas below an extension, say.
#[derive(Clone, Debug, Default)]
pub(super) struct Adopted(BTreeMap<Pointer, &'static Definition>);

impl Adopted {
    /// The object of OpenAPI that stands at a place, if that is known.
    pub(super) fn definition(&self, pointer: &Pointer) -> Option<&'static Definition> {
        definition_at(pointer).or_else(|| {
            let ancestors = std::iter::successors(Some(pointer.clone()), Pointer::parent);
            ancestors.into_iter().find_map(|ancestor| {
                let definition = self.0.get(&ancestor)?;
                let depth = ancestor.tokens().count();
                definition_within(definition, pointer.tokens().skip(depth))
            })
        })
    }

    /// The places and what stands there.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&Pointer, &'static Definition)> {
        self.0
            .iter()
            .map(|(pointer, definition)| (pointer, *definition))
    }
}

/// Checks a document, and whatever its references lead to at places that OpenAPI says nothing about.
pub(super) fn check(root: &mut Value, check: &mut Check<'_>) -> Adopted {
    let mut adopted = Adopted::default();
    walk_object(&DOCUMENT, root, Place::start(&Pointer::root()), check);
    let mut open = VecDeque::from(collect_below(root, &DOCUMENT, &Pointer::root()).references);
    while let Some(reference) = open.pop_front() {
        let Some(target) = Pointer::from_fragment(&reference.text) else {
            continue;
        };
        if !reference.text.starts_with('#') || adopted.definition(&target).is_some() {
            continue;
        }
        if let Some(node) = root.pointer_mut(target.as_str()) {
            walk_object(reference.expected, node, Place::start(&target), check);
            open.extend(collect_below(node, reference.expected, &target).references);
            adopted.0.insert(target, reference.expected);
        }
    }
    adopted
}

/// Everything about references in a document: its anchors, and the references that have to be verified.
pub(super) fn collect(root: &mut Value, adopted: &Adopted) -> Collected {
    let mut collected = collect_below(root, &DOCUMENT, &Pointer::root());
    for (pointer, definition) in adopted.iter() {
        if let Some(node) = root.pointer_mut(pointer.as_str()) {
            let more = collect_below(node, definition, pointer);
            collected.references.extend(more.references);
            collected.anchors.extend(more.anchors);
        }
    }
    collected
}

/// Where all references lead. Reports those that lead nowhere, or to something else than what belongs in their place.
pub(super) fn verify(
    document: &Document,
    references: &[Reference],
    diagnostics: &mut Diagnostics,
) -> BTreeSet<Pointer> {
    let mut resolved = BTreeMap::new();
    for reference in references {
        let text = reference.text.as_str();
        match resolved
            .entry(text)
            .or_insert_with(|| document.resolve(text))
        {
            Err(error) if diagnostics.takes_advice() => {
                diagnostics.push(report::unresolved(document, reference, error));
            }
            Err(error) => diagnostics.push(error.diagnostic(&reference.referrer)),
            Ok(target) => {
                if let Some(found) = document.adopted.definition(target)
                    && !std::ptr::eq(found, reference.expected)
                {
                    diagnostics.push(report::misplaced(reference, found, target));
                }
            }
        }
    }
    resolved.into_values().flatten().collect()
}

/// References and anchors below a node.
#[derive(Default)]
pub(super) struct Collected {
    pub(super) references: Vec<Reference>,
    /// Values of `$anchor` with the places of their schemas.
    pub(super) anchors: BTreeMap<String, Pointer>,
}

impl Visitor for Collected {
    fn enter(&mut self, definition: &'static Definition, node: &mut Value, place: Place<'_>) {
        if !definition.is_referable() {
            return;
        }
        if let Some(text) = node.get("$ref").and_then(Value::as_str) {
            self.references.push(Reference {
                referrer: place.pointer(),
                expected: definition,
                text: text.to_owned(),
            });
        }
        for keyword in ["$anchor", "$dynamicAnchor"] {
            if let Some(name) = node.get(keyword).and_then(Value::as_str) {
                self.anchors
                    .entry(name.to_owned())
                    .or_insert_with(|| place.pointer());
            }
        }
    }
}

fn collect_below(
    node: &mut Value,
    definition: &'static Definition,
    pointer: &Pointer,
) -> Collected {
    let mut collected = Collected::default();
    walk_object(definition, node, Place::start(pointer), &mut collected);
    collected
}
