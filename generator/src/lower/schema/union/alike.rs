//! Variants that differ in the values of enums only: one object whose enums have all the values says as much, and is
//! easier to use.

use indexmap::IndexSet;

use super::Candidate;
use super::scalars::{Class, class_of};
use crate::document::Pointer;
use crate::lower::context::Lowering;
use crate::lower::place::{Part, Place};
use crate::lower::schema::composition::Composition;
use crate::lower::schema::sort::Sort;

impl Lowering<'_> {
    /// The one object that all variants are, if they are written in place and differ in the values of enums only.
    pub(super) fn alike(&mut self, pointer: &Pointer, candidates: &[Candidate]) -> Option<Sort> {
        let (first, others) = candidates.split_first()?;
        if !candidates
            .iter()
            .all(|candidate| self.is_inline_object(&candidate.place))
        {
            return None;
        }
        let first = self.compose(&first.place);
        for other in others {
            let other = self.compose(&other.place);
            if !self.are_alike(&first, &other) {
                return None;
            }
        }
        let places = candidates.iter().map(|candidate| candidate.place.clone());
        let merged = Part::Merged(pointer.clone(), places.collect());
        Some(Sort::Same(Place::from_part(merged)))
    }

    fn is_inline_object(&mut self, place: &Place) -> bool {
        self.compose(place).reference.is_none() && matches!(&*self.sort(place), Sort::Struct)
    }

    fn are_alike(&mut self, one: &Composition, other: &Composition) -> bool {
        let names = |composition: &Composition| -> IndexSet<String> {
            composition
                .properties
                .keys()
                .chain(composition.required.keys())
                .cloned()
                .collect()
        };
        let required = |composition: &Composition| -> IndexSet<String> {
            composition.required.keys().cloned().collect()
        };
        required(one) == required(other)
            && names(one) == names(other)
            && std::mem::discriminant(&one.additional) == std::mem::discriminant(&other.additional)
            && one.properties.iter().all(|(name, property)| {
                let counterpart = other.properties.get(name);
                counterpart.is_some_and(|counterpart| self.is_same_or_enum(property, counterpart))
            })
    }

    fn is_same_or_enum(&mut self, one: &Place, other: &Place) -> bool {
        if one == other || self.sameness(one) == self.sameness(other) {
            return true;
        }
        let mut inline_enum = |place: &Place| {
            self.compose(place).reference.is_none()
                && matches!(class_of(&self.sort(place)), Class::TextEnum(_))
        };
        inline_enum(one) && inline_enum(other)
    }

    /// What variants that are alike say together.
    pub(in crate::lower::schema) fn merged_variants(&mut self, places: &[Place]) -> Composition {
        let compositions: Vec<_> = places.iter().map(|place| self.compose(place)).collect();
        let Some((first, others)) = compositions.split_first() else {
            return Composition::unreadable();
        };
        let mut merged = (**first).clone();
        merged.members.retain(|member| {
            let shared = |other: &Composition| {
                let mut members = other.members.iter();
                members.any(|known| known.schema.pointer == member.schema.pointer)
            };
            others.iter().all(|other| shared(other))
        });
        for (name, place) in &mut merged.properties {
            let mut known = IndexSet::from([self.sameness(place)]);
            let mut choices = vec![place.clone()];
            for choice in others.iter().filter_map(|other| other.properties.get(name)) {
                if known.insert(self.sameness(choice)) {
                    choices.push(choice.clone());
                }
            }
            if choices.len() > 1 {
                *place = Place::from_part(Part::Any(choices));
            }
        }
        merged
    }
}
