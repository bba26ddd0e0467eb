//! Words for schemas that have no name of their own: they are named after where they stand.

use super::super::types::{Types, name_in};
use super::super::unions::variant_words;
use super::statuses::body_words;
use crate::ir::draft::{Operation, Owner, Role, TypeShape};
use crate::ir::{Statuses, TypeId};
use crate::names::Words;

/// What a type may be called, the best first: its owner's name, and the parts that it plays in it.
///
/// A `title` counts only where a variant has nothing else. A name made of a title alone would change as soon as another
/// schema of the document has the same title, a name made of the place stays.
pub(super) fn candidates(
    types: &Types,
    id: TypeId,
    owner: &Owner,
    name: &Words,
    path: &[Role],
) -> Vec<Words> {
    let mut best = vec![name.clone()];
    for (depth, role) in path.iter().enumerate() {
        best = match role {
            Role::Variant(hint, _) => {
                variant_candidates(types, id, owner, name, hint.as_deref(), depth)
            }
            Role::Response(statuses) => with_each(&best, &response_words(types, owner, *statuses)),
            role => best.iter().map(|words| played(words, role)).collect(),
        };
    }
    let spelled = best.first().map(|words| words.then(&Words::of("model")));
    best.into_iter().chain(spelled).collect()
}

fn played(words: &Words, role: &Role) -> Words {
    match role {
        Role::Property(property) => words.overlapping(&Words::of(property)),
        Role::Item if words.is_plural() => words.singular(),
        Role::Item => words.then(&Words::of("item")),
        Role::Value if words.is_plural() => words.singular(),
        Role::Value => words.then(&Words::of("value")),
        Role::Request => ended(words, "request"),
        Role::Header(header) => words.then(&Words::of(header)).then(&Words::of("header")),
        Role::Variant(..) | Role::Response(_) => words.clone(),
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

fn with_each(words: &[Words], ends: &[Words]) -> Vec<Words> {
    let first = words.first().cloned().unwrap_or_default();
    let ends = ends.iter().map(|end| {
        let is_response = *end == Words::of("response");
        if is_response {
            ended(&first, "response")
        } else {
            first.then(end)
        }
    });
    ends.collect()
}

fn response_words(types: &Types, owner: &Owner, statuses: Statuses) -> Vec<Words> {
    let operation: Option<&Operation> = match owner {
        Owner::Operation(index) => types.draft().operations.get(*index),
        _ => None,
    };
    let fails = operation.is_none_or(|operation| {
        operation.responses.iter().any(|response| {
            matches!(
                response.statuses,
                Statuses::Exactly(200..300) | Statuses::Class(2)
            )
        })
    });
    body_words(statuses, fails)
}

/// The union's name and the variant's own.
fn variant_candidates(
    types: &Types,
    id: TypeId,
    owner: &Owner,
    name: &Words,
    hint: Option<&str>,
    depth: usize,
) -> Vec<Words> {
    let own = own_words(types, id, owner, name).filter(|_| depth == 0);
    let hint = hint.map(|hint| Words::of(hint).distinct_from(name));
    let words = own.unwrap_or_else(|| hint.into_iter().collect());
    let candidates: Vec<Words> = words.iter().map(|words| name.then(words)).collect();
    if candidates.is_empty() {
        vec![name.then(&Words::of("variant"))]
    } else {
        candidates
    }
}

/// What the union that a type stands in calls the variant.
fn own_words(types: &Types, id: TypeId, owner: &Owner, name: &Words) -> Option<Vec<Words>> {
    let Owner::Type(owner) = owner else {
        return None;
    };
    let TypeShape::Union(union) = &types.get(*owner)?.shape else {
        return None;
    };
    let index = union
        .variants
        .iter()
        .position(|variant| name_in(&variant.payload) == Some(id))?;
    variant_words(types, union, name).into_iter().nth(index)
}
