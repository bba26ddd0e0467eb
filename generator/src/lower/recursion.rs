//! Aliases that lead back to themselves, which Rust has no type for.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::draft::{TypeDraft, TypeShape};
use crate::ir::{Type, TypeId};

/// How far the search for circles has got with a type.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Progress {
    Unseen,
    OnThisWay,
    Done,
}

/// Cuts every circle of aliases: the alias that closes it holds JSON in its place.
pub(crate) fn cut_alias_cycles(types: &mut [TypeDraft], diagnostics: &mut Diagnostics) {
    let mut progress = vec![Progress::Unseen; types.len()];
    for start in 0..types.len() {
        let mut way = Vec::new();
        let mut next = Some(start);
        while let Some(index) = next {
            match progress.get_mut(index) {
                Some(seen @ Progress::Unseen) => *seen = Progress::OnThisWay,
                Some(Progress::OnThisWay) => {
                    cut(types, way.last().copied(), index, diagnostics);
                    break;
                }
                Some(Progress::Done) | None => break,
            }
            way.push(index);
            next = types.get(index).and_then(aliased);
        }
        for index in way {
            if let Some(seen) = progress.get_mut(index) {
                *seen = Progress::Done;
            }
        }
    }
}

/// The type that an alias leads to, through any containers.
fn aliased(draft: &TypeDraft) -> Option<usize> {
    match &draft.shape {
        TypeShape::Alias(value) => named(value).map(|id| id.0 as usize),
        _ => None,
    }
}

fn named(value: &Type) -> Option<TypeId> {
    match value {
        Type::Named(id) => Some(*id),
        Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) | Type::Expandable(inner) => {
            named(inner)
        }
        _ => None,
    }
}

fn cut(types: &mut [TypeDraft], last: Option<usize>, first: usize, diagnostics: &mut Diagnostics) {
    let target = types.get(first).map(|draft| draft.origin.0.clone());
    let Some(draft) = last.and_then(|last| types.get_mut(last)) else {
        return;
    };
    if let TypeShape::Alias(value) = &mut draft.shape {
        replace(value);
    }
    let origin = draft.origin.0.clone();
    let message = "this type contains itself, with nothing around it that could have a name";
    let mut diagnostic = Diagnostic::new(Code::RecursiveAlias, origin.clone(), message)
        .help("put an object with a property in between");
    if let Some(target) = target.filter(|target| *target != origin) {
        diagnostic = diagnostic.related(target, "leads back here");
    }
    diagnostics.push(diagnostic);
}

/// Puts JSON where a type names another.
fn replace(value: &mut Type) {
    match value {
        Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) | Type::Expandable(inner) => {
            replace(inner);
        }
        _ => *value = Type::Json,
    }
}
