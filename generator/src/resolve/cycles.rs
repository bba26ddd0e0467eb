//! Cuts circles of types that would have an infinite size.

use std::collections::BTreeSet;

use super::types::{Types, index};
use crate::ir::api::{TypeItem, TypeKind};
use crate::ir::draft::TypeShape;
use crate::ir::{Type, TypeId};

/// Marks fields and variants that have to be boxed. Lists, maps and expandable references are no part of a circle, as
/// they keep what they hold elsewhere.
///
/// What is boxed are the edges that lead back to where a depth-first walk came from. Each of them closes a circle that
/// has no other boxed edge, so none is boxed in vain. The walk goes by the places of schemas, not by their order.
pub(super) fn cut(types: &Types, items: &mut [TypeItem]) {
    let boxed = Walk::over(types).closing;
    for (id, item) in (0..).map(TypeId).zip(items) {
        let closes = |value: &Type| {
            let target = types.named(value);
            target.is_some_and(|(target, _)| boxed.contains(&(id, target)))
        };
        match &mut item.kind {
            TypeKind::Struct(shape) => {
                for field in &mut shape.fields {
                    field.boxed = closes(&field.draft.value);
                }
            }
            TypeKind::Union(shape) => {
                for variant in &mut shape.variants {
                    variant.boxed = closes(&variant.payload);
                }
            }
            _ => {}
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Progress {
    Untouched,
    Entered,
    Left,
}

/// A depth-first walk, which keeps its own stack: documents may nest types as deep as they like.
struct Walk {
    /// What each type holds in itself.
    edges: Vec<Vec<TypeId>>,
    progress: Vec<Progress>,
    /// Edges that lead back.
    closing: BTreeSet<(TypeId, TypeId)>,
}

impl Walk {
    fn over(types: &Types) -> Self {
        let mut order: Vec<_> = types.iter().collect();
        order.sort_by_key(|(_, draft)| &draft.origin.0);
        let mut walk = Self {
            edges: types.iter().map(|(id, _)| held(types, id)).collect(),
            progress: vec![Progress::Untouched; order.len()],
            closing: BTreeSet::new(),
        };
        for (start, _) in order {
            walk.from(start);
        }
        walk
    }

    fn from(&mut self, start: TypeId) {
        let mut way: Vec<(TypeId, usize)> = Vec::new();
        if self.enter(start) {
            way.push((start, 0));
        }
        while let Some((id, edge)) = way.last_mut() {
            let (id, next) = (
                *id,
                self.edges
                    .get(index(*id))
                    .and_then(|edges| edges.get(*edge))
                    .copied(),
            );
            *edge += 1;
            match next {
                None => {
                    self.set(id, Progress::Left);
                    way.pop();
                }
                Some(next) if self.progress(next) == Progress::Entered => {
                    self.closing.insert((id, next));
                }
                Some(next) => {
                    if self.enter(next) {
                        way.push((next, 0));
                    }
                }
            }
        }
    }

    /// Enters a type that has not been entered before.
    fn enter(&mut self, id: TypeId) -> bool {
        let untouched = self.progress(id) == Progress::Untouched;
        if untouched {
            self.set(id, Progress::Entered);
        }
        untouched
    }

    fn progress(&self, id: TypeId) -> Progress {
        self.progress
            .get(index(id))
            .copied()
            .unwrap_or(Progress::Left)
    }

    fn set(&mut self, id: TypeId, progress: Progress) {
        if let Some(slot) = self.progress.get_mut(index(id)) {
            *slot = progress;
        }
    }
}

/// The types that a type holds in itself, by the places of their schemas.
fn held(types: &Types, id: TypeId) -> Vec<TypeId> {
    let values: Vec<&Type> = match types.get(id).map(|draft| &draft.shape) {
        Some(TypeShape::Struct(shape)) => shape.fields.iter().map(|field| &field.value).collect(),
        Some(TypeShape::Union(shape)) => shape
            .variants
            .iter()
            .map(|variant| &variant.payload)
            .collect(),
        _ => Vec::new(),
    };
    let mut held: Vec<_> = values
        .into_iter()
        .filter_map(|value| types.named(value))
        .collect();
    held.sort_by_key(|(_, draft)| &draft.origin.0);
    held.dedup_by_key(|(id, _)| *id);
    held.into_iter().map(|(id, _)| id).collect()
}
