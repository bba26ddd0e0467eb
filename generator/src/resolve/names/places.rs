//! Words for schemas that have no name of their own: they are named after where they stand.

use super::super::types::Types;
use super::super::unions::VariantWords;
use super::statuses::body_words;
use crate::ir::draft::{Owner, Role};
use crate::ir::{Statuses, TypeId};
use crate::names::Words;

/// What a type stands in, and the parts that it plays there.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing<'a> {
    pub(super) owner: &'a Owner,
    pub(super) path: &'a [Role],
}

/// How much a name says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Detail {
    /// As little as it takes.
    Concise,
    /// Everything, for where the concise name is taken.
    Full,
}

/// What a type may be called, the best first: its owner's name, and the parts that it plays in it.
///
/// A `title` counts only where a variant has nothing else. A name made of a title alone would change as soon as another
/// schema of the document has the same title, a name made of the place stays.
///
/// `variant` is what the union that the type stands in calls it.
pub(super) fn candidates(
    types: &Types,
    id: TypeId,
    standing: Standing,
    owner: &Words,
    variant: Option<&VariantWords>,
) -> Vec<Words> {
    let is_variant = |role: &&Role| matches!(role, Role::Variant(..));
    let variants = standing.path.iter().take_while(is_variant).count();
    // A union has the variants of unions in it among its own.
    let variants = if variant.is_some() {
        variants
    } else {
        variants.min(1)
    };
    let (variants, path) = standing.path.split_at_checked(variants).unwrap_or_default();
    let bases = match variants.last() {
        Some(Role::Variant(hint, _)) => variant_bases(owner, variant, hint.as_deref()),
        _ => component_bases(types, id, standing, owner),
    };
    let fails = has_success(types, standing.owner);
    let word = |base: &Words, detail| {
        path.iter().fold(base.clone(), |words, role| {
            played(&words, role, detail, fails)
        })
    };
    let mut candidates: Vec<Words> = bases
        .iter()
        .map(|base| word(base, Detail::Concise))
        .collect();
    candidates.extend(bases.first().map(|base| word(base, Detail::Full)));
    candidates.extend(
        bases
            .first()
            .map(|base| word(base, Detail::Concise).then(&Words::of("model"))),
    );
    candidates
}

fn played(words: &Words, role: &Role, detail: Detail, fails: bool) -> Words {
    let concise = detail == Detail::Concise;
    match role {
        Role::Property(property) if concise => words.overlapping(&Words::of(property)),
        Role::Property(property) => words.then(&Words::of(property)),
        Role::Item | Role::Value if concise && words.is_plural() => words.singular(),
        Role::Item => words.then(&Words::of("item")),
        Role::Value => words.then(&Words::of("value")),
        Role::Variant(Some(hint), _) => words.then(&Words::of(hint)),
        Role::Variant(None, _) if concise => words.then(&Words::of("variant")),
        Role::Variant(None, index) => words.then(&Words::of(&format!("variant {}", index + 1))),
        Role::And(key) => words.then(&Words::of("and")).then(&Words::of(key)),
        Role::Event => ended(words, "event"),
        Role::Request => ended(words, "request"),
        Role::Response(statuses) => answered(words, *statuses, detail, fails),
        Role::Header(header) => words.then(&Words::of(header)).then(&Words::of("header")),
    }
}

/// The words with one more at the end; with `body`, if they end so already.
fn ended(words: &Words, end: &str) -> Words {
    let end = if words.iter().last() == Some(end) {
        "body"
    } else {
        end
    };
    words.then(&Words::of(end))
}

fn answered(words: &Words, statuses: Statuses, detail: Detail, fails: bool) -> Words {
    let ends = body_words(statuses, fails);
    let end = if detail == Detail::Concise {
        ends.first()
    } else {
        ends.last()
    };
    match end {
        Some(end) if *end != Words::of("response") => words.then(end),
        _ => ended(words, "response"),
    }
}

/// Whether `default` stands for failures, because something else stands for success.
fn has_success(types: &Types, owner: &Owner) -> bool {
    let Owner::Operation(index) = owner else {
        return true;
    };
    types
        .draft()
        .operations
        .get(*index)
        .is_none_or(|operation| {
            let mut statuses = operation.responses.iter().map(|response| response.statuses);
            statuses.any(Statuses::is_success)
        })
}

/// The owner's name; for components that are no schemas, with what they are where that is needed.
fn component_bases(types: &Types, id: TypeId, standing: Standing, owner: &Words) -> Vec<Words> {
    let section = match standing.owner {
        Owner::Component(_) => types
            .get(id)
            .and_then(|draft| draft.origin.0.tokens().nth(1)),
        _ => None,
    };
    match section.as_deref() {
        Some("parameters") => vec![owner.clone(), owner.then(&Words::of("parameter"))],
        Some("requestBodies") => vec![ended(owner, "request")],
        Some("responses") if owner.iter().last() != Some("error") => vec![ended(owner, "response")],
        Some("headers") => vec![owner.then(&Words::of("header"))],
        _ => vec![owner.clone()],
    }
}

/// The union's name and the variant's own: what the union calls it, else what the document calls it.
fn variant_bases(owner: &Words, variant: Option<&VariantWords>, hint: Option<&str>) -> Vec<Words> {
    let hint = || {
        hint.map(|hint| Words::of(hint).distinct_from(owner))
            .into_iter()
            .collect()
    };
    let words = variant.cloned().unwrap_or_else(hint);
    if words.is_empty() {
        return vec![owner.then(&Words::of("variant"))];
    }
    words.iter().map(|words| owner.then(words)).collect()
}
