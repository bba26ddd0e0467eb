//! Listing the variants of a union: siblings distributed, nested unions flattened, null and duplicates taken out.

use indexmap::IndexSet;

use super::{Alternatives, Candidate};
use crate::document::Pointer;
use crate::lower::context::{Lowering, Node};
use crate::lower::place::Place;
use crate::lower::schema::composition::Composition;
use crate::lower::schema::sort::Sort;
use crate::lower::schema::substance::{Substance, essence, own_substance};

/// How many variants the product of several unions may have.
const PRODUCT: usize = 32;

impl Lowering<'_> {
    /// The variants of a union. `None` if there are too many combinations.
    pub(super) fn candidates(&mut self, composition: &Composition) -> Option<Vec<Candidate>> {
        let bases: Vec<Pointer> = (composition.members.iter())
            .filter(|member| own_substance(&member.schema) > Substance::Nothing)
            .map(|member| member.schema.pointer.clone())
            .collect();
        let mut candidates = Vec::new();
        let mut known = IndexSet::new();
        for (pointer, place) in products(&bases, &composition.unions)? {
            for candidate in self.flattened(pointer, place) {
                let same = self.sameness(&candidate);
                if !self.is_empty_variant(&candidate.place) && known.insert(same) {
                    candidates.push(candidate);
                }
            }
        }
        Some(candidates)
    }

    /// A variant, or those of the union that it is, if that has neither a name nor a tag of its own.
    fn flattened(&mut self, pointer: Pointer, place: Place) -> Vec<Candidate> {
        let inline = self.compose(&place).reference.is_none();
        let sort = self.sort(&place);
        match &*sort {
            Sort::Union(alternatives) if inline && alternatives.tag.is_none() => {
                nested(alternatives).collect()
            }
            Sort::Same(other) => vec![self.candidate(pointer, other.clone())],
            _ => vec![self.candidate(pointer, place)],
        }
    }

    fn candidate(&mut self, pointer: Pointer, place: Place) -> Candidate {
        let reference = match self.schema(&pointer).as_deref() {
            Some(Node::Reference(reference)) => self.schema_target(reference),
            _ => self.compose(&place).reference.clone(),
        };
        Candidate {
            place,
            pointer,
            reference,
            tags: Vec::new(),
        }
    }

    /// Whether a variant allows null only, or nothing.
    fn is_empty_variant(&mut self, place: &Place) -> bool {
        let concrete = self.concrete(place);
        concrete.is_null() || concrete.is_never()
    }

    /// What two variants have in common if they are the same: the schema they refer to, or what they say.
    fn sameness(&mut self, candidate: &Candidate) -> String {
        if let Some(target) = &self.compose(&candidate.place).reference {
            return target.as_str().to_owned();
        }
        match candidate
            .place
            .single()
            .and_then(|pointer| self.document.node(pointer))
        {
            Some(node) => essence(node).to_string(),
            None => format!("{:?}", candidate.place),
        }
    }
}

fn nested(alternatives: &Alternatives) -> impl Iterator<Item = Candidate> {
    alternatives.candidates.iter().cloned()
}

/// Every choice of one variant from each list, refining what stands beside the lists.
fn products(bases: &[Pointer], lists: &[Vec<Pointer>]) -> Option<Vec<(Pointer, Place)>> {
    let (first, others) = lists.split_first()?;
    let refined = |pointer: &Pointer| (pointer.clone(), Place::refined(bases, pointer.clone()));
    let mut products: Vec<_> = first.iter().map(refined).collect();
    for list in others {
        if products.len() * list.len() > PRODUCT {
            return None;
        }
        let both = |(_, place): &(Pointer, Place), pointer: &Pointer| {
            (
                pointer.clone(),
                place.clone().and(Place::of(pointer.clone())),
            )
        };
        let rows = products
            .iter()
            .flat_map(|product| list.iter().map(move |pointer| both(product, pointer)));
        products = rows.collect();
    }
    Some(products)
}
