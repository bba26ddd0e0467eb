//! The table of types: ids are handed out by place, and filled in one after the other.

use indexmap::IndexMap;

use super::place::Place;
use crate::document::Pointer;
use crate::ir::draft::{NameSource, TypeDraft, TypeShape};
use crate::ir::{Docs, Origin, Type, TypeId};

/// Every type that has an id, and what has become of it so far.
#[derive(Debug, Default)]
pub(crate) struct Types {
    slots: IndexMap<Place, Option<Filling>>,
    next: usize,
}

/// What a type's schema says, before the type has a name.
#[derive(Clone, Debug)]
pub(crate) struct Filling {
    pub(crate) docs: Docs,
    pub(crate) nullable: bool,
    pub(crate) shape: TypeShape,
}

impl Default for Filling {
    /// Any JSON value: what is left of a schema that says nothing usable.
    fn default() -> Self {
        Self {
            docs: Docs::default(),
            nullable: false,
            shape: TypeShape::Alias(Type::Json),
        }
    }
}

impl Types {
    /// The id of a place, handed out now if it has none yet.
    pub(crate) fn allocate(&mut self, place: &Place) -> TypeId {
        let index = match self.slots.get_index_of(place) {
            Some(index) => index,
            None => self.slots.insert_full(place.clone(), None).0,
        };
        id(index)
    }

    /// The id of a place, if it has one.
    pub(crate) fn get(&self, place: &Place) -> Option<TypeId> {
        self.slots.get_index_of(place).map(id)
    }

    /// The next type that has not been filled in.
    pub(crate) fn next_unfilled(&mut self) -> Option<(TypeId, Place)> {
        let index = self.next;
        let (place, _) = self.slots.get_index(index)?;
        self.next += 1;
        Some((id(index), place.clone()))
    }

    /// Says what a type is.
    pub(crate) fn fill(&mut self, id: TypeId, filling: Filling) {
        if let Some((_, slot)) = self.slots.get_index_mut(id.0 as usize) {
            *slot = Some(filling);
        }
    }

    /// The places, in the order of their ids.
    pub(crate) fn places(&self) -> impl Iterator<Item = &Place> {
        self.slots.keys()
    }

    /// The drafts, in the order of their ids.
    pub(crate) fn into_drafts(self, names: Vec<NameSource>) -> Vec<TypeDraft> {
        let slots = self.slots.into_iter().zip(names);
        slots
            .map(|((place, filling), name)| {
                draft(place.pointer(), filling.unwrap_or_default(), name)
            })
            .collect()
    }
}

fn id(index: usize) -> TypeId {
    TypeId(u32::try_from(index).unwrap_or(u32::MAX))
}

fn draft(pointer: Pointer, filling: Filling, name: NameSource) -> TypeDraft {
    TypeDraft {
        origin: Origin(pointer),
        name,
        docs: filling.docs,
        nullable: filling.nullable,
        shape: filling.shape,
    }
}
