//! What there is to say about references that lead nowhere.

use serde_json::Value;

use super::Reference;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::fields::{Definition, definition_at};
use crate::document::reference::{ReferenceError, ReferenceProblem};
use crate::document::suggestion::nearest;
use crate::document::{Document, Pointer};

pub(super) fn unresolved(
    document: &Document,
    reference: &Reference,
    error: &ReferenceError,
) -> Diagnostic {
    let diagnostic = error.diagnostic(&reference.referrer);
    let name = without_article(reference.expected);
    match error.problem {
        ReferenceProblem::Circular => diagnostic
            .label("leads back to itself")
            .help(format!("write out the {name} at one place of the circle")),
        ReferenceProblem::External => {
            let diagnostic = diagnostic.label("another document");
            match component_of_any_kind(document, &reference.text) {
                Some(pointer) => diagnostic.help(format!("did you mean `{pointer}`?")),
                None => diagnostic.help(
                    "bundle the documents into one first, for example with `redocly bundle` (npm)",
                ),
            }
        }
        ReferenceProblem::Dangling => dangling(document, reference, diagnostic),
    }
}

pub(super) fn misplaced(reference: &Reference, found: &Definition, target: &Pointer) -> Diagnostic {
    let message = format!(
        "`$ref` leads to {} where {} belongs: `{}`",
        found.name, reference.expected.name, reference.text
    );
    Diagnostic::new(
        Code::MisplacedReference,
        reference.referrer.child("$ref"),
        message,
    )
    .label(format!("expected {}", reference.expected.name))
    .related(target.clone(), format!("this is {}", found.name))
}

fn dangling(document: &Document, reference: &Reference, diagnostic: Diagnostic) -> Diagnostic {
    let Some(pointer) = Pointer::from_fragment(&reference.text) else {
        return diagnostic.label("no schema has this `$anchor`");
    };
    let Some((ancestor, missing)) = deepest(document, &pointer) else {
        return diagnostic;
    };
    let is_last = ancestor.child(&missing) == pointer;
    let label = match definition_at(&pointer) {
        Some(definition) if is_last => format!("no {} `{missing}`", without_article(definition)),
        _ => format!("`{ancestor}` has no `{missing}`"),
    };
    let diagnostic = diagnostic.label(label);
    let names = document
        .node(&ancestor)
        .and_then(Value::as_object)
        .into_iter()
        .flat_map(|members| members.keys());
    if let Some(name) = nearest(&missing, names.map(String::as_str)) {
        return diagnostic.help(format!("did you mean `{name}`?"));
    }
    match component_of_any_kind(document, &reference.text) {
        Some(pointer) => diagnostic.help(format!("did you mean `{pointer}`?")),
        None => diagnostic,
    }
}

/// The deepest node on the way to a place, and what is missing there.
fn deepest(document: &Document, pointer: &Pointer) -> Option<(Pointer, String)> {
    let mut missing = pointer.last()?;
    let mut ancestor = pointer.parent()?;
    while document.node(&ancestor).is_none() {
        missing = ancestor.last()?;
        ancestor = ancestor.parent()?;
    }
    Some((ancestor, missing))
}

/// A component, of whatever kind, with the name that a reference ends in.
fn component_of_any_kind(document: &Document, reference: &str) -> Option<Pointer> {
    let name = reference
        .rsplit(['/', '#'])
        .next()
        .filter(|name| !name.is_empty())?;
    let name = name.split_once('.').map_or(name, |(name, _)| name);
    let components = Pointer::root().child("components");
    let kinds = document.node(&components)?.as_object()?;
    kinds
        .iter()
        .find(|(_, named)| named.get(name).is_some())
        .map(|(kind, _)| components.child(kind).child(name))
}

fn without_article(definition: &Definition) -> &'static str {
    definition
        .name
        .split_once(' ')
        .map_or(definition.name, |(_, name)| name)
}
