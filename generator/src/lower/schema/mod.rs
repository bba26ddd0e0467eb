//! Schemas: composed from their parts, sorted by what they are, and given a type.

mod compose;
mod composition;
mod contradiction;
mod docs;
mod enumeration;
mod findings;
mod gather;
mod inheritance;
mod kind;
mod limits;
mod object;
mod primitive;
mod reference;
mod sort;
mod substance;
mod union;
mod usage;

pub(crate) use composition::Composition;
pub(crate) use enumeration::plain_scalar;
pub(crate) use inheritance::Inheritance;
pub(crate) use sort::Sort;

use std::rc::Rc;

use super::context::{Lowering, component_schema};
use super::place::Place;
use super::types::Filling;
use crate::document::Pointer;
use crate::ir::Origin;
use crate::ir::draft::{Enum, Role, TypeShape, Union, Variant};
use union::{Alternatives, Candidate};

impl Lowering<'_> {
    /// Hands out the ids of all schema components, in the document's order.
    pub(crate) fn allocate_components(&mut self) {
        let schemas = Pointer::root().child("components").child("schemas");
        for name in self.keys(&schemas) {
            self.types.allocate(&Place::of(schemas.child(name)));
        }
    }

    /// Fills in every type that has an id, those that are met on the way included.
    pub(crate) fn fill_types(&mut self) {
        while let Some((id, place)) = self.types.next_unfilled() {
            let filling = self.filling(&place);
            self.types.fill(id, filling);
        }
    }

    fn filling(&mut self, place: &Place) -> Filling {
        let composition = self.compose(place);
        self.report_findings(&composition);
        Filling {
            docs: composition.docs(),
            nullable: self.allows_null(place),
            shape: self.shape(place),
        }
    }

    fn shape(&mut self, place: &Place) -> TypeShape {
        let sort = self.sort(place);
        match &*sort {
            Sort::Struct => TypeShape::Struct(self.structure(place)),
            Sort::Enum(values) => TypeShape::Enum(Enum {
                values: values.clone(),
            }),
            Sort::Union(alternatives) => self.union(place, alternatives),
            Sort::Same(other) if self.is_inline(other) => self.shape(&other.clone()),
            _ => TypeShape::Alias(self.value_of(place, &sort)),
        }
    }

    /// Whether a place has, and will have, no id because of anything that refers to it.
    fn is_inline(&mut self, place: &Place) -> bool {
        self.compose(place).reference.is_none() && !self.has_id(place)
    }

    /// Whether a place has an id, or will have one when what refers to it is met.
    fn has_id(&self, place: &Place) -> bool {
        let is_target = |pointer| self.document.is_target(pointer);
        place.single().is_some_and(is_target) || self.types.get(place).is_some()
    }

    fn union(&mut self, place: &Place, alternatives: &Rc<Alternatives>) -> TypeShape {
        let tagged = alternatives.tag.is_some();
        let mut variants: Vec<Variant> = Vec::new();
        for (index, candidate) in alternatives.candidates.iter().enumerate() {
            let name = self.variant_name(candidate);
            (self.variants).insert(candidate.pointer.clone(), (name.clone(), index));
            self.note_context(&candidate.place, place, Some(Role::Variant(name, index)));
            let variant = self.variant(candidate);
            // Without a tag, variants of one type can't be told apart.
            if tagged
                || !variants
                    .iter()
                    .any(|known| known.payload == variant.payload)
            {
                variants.push(variant);
            }
        }
        match variants.as_slice() {
            [only] => TypeShape::Alias(only.payload.clone()),
            _ => TypeShape::Union(Union {
                variants,
                tag: alternatives.tag.clone(),
            }),
        }
    }

    fn variant(&mut self, candidate: &Candidate) -> Variant {
        let composition = self.compose(&candidate.place);
        Variant {
            payload: self.value(&candidate.place),
            tags: candidate.tags.clone(),
            hint: self.variant_hint(candidate),
            docs: composition.docs(),
            origin: Origin(candidate.pointer.clone()),
        }
    }

    /// What an inline variant is called: as its entry says, by its tag, or by a property with a single value.
    fn variant_name(&mut self, candidate: &Candidate) -> Option<String> {
        let hint = self
            .variant_hint(candidate)
            .or_else(|| candidate.tags.first().cloned());
        hint.or_else(|| {
            let composition = self.compose(&candidate.place);
            self.distinctive_constant(&composition)
        })
    }

    /// The component key that a variant's entry refers to, or its title.
    fn variant_hint(&mut self, candidate: &Candidate) -> Option<String> {
        let component = candidate.reference.as_ref().and_then(component_schema);
        component.or_else(|| self.compose(&candidate.place).title())
    }

    /// The text of a property that can only have one value; of several, one that is no sentence.
    pub(super) fn distinctive_constant(&mut self, composition: &Composition) -> Option<String> {
        if let Some([only]) = composition
            .enumeration
            .as_ref()
            .and_then(|list| list.texts())
            .as_deref()
        {
            return Some(only.clone());
        }
        let mut properties: Vec<_> = composition.properties.iter().collect();
        properties.sort_by_key(|(wire, _)| (wire.len(), *wire));
        let constants = properties.into_iter().filter_map(|(_, property)| {
            let concrete = self.concrete(property);
            match concrete.enumeration.as_ref()?.texts()?.as_slice() {
                [only] => Some(only.clone()),
                _ => None,
            }
        });
        constants.min_by_key(|only| only.contains(char::is_whitespace))
    }
}
