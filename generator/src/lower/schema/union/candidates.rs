//! Listing the variants of a union: siblings distributed, nested unions flattened, null and duplicates taken out.

use indexmap::IndexSet;

use super::Candidate;
use crate::diagnostic::Code;
use crate::document::Pointer;
use crate::lower::context::{Lowering, Node};
use crate::lower::place::{Part, Place};
use crate::lower::schema::composition::Composition;
use crate::lower::schema::contradiction::contradiction;
use crate::lower::schema::kind::Kind;
use crate::lower::schema::sort::Sort;
use crate::lower::schema::substance::{Substance, essence, own_substance};

/// How many variants the product of several unions may have.
const PRODUCT: usize = 64;

impl Lowering<'_> {
    /// The variants of a union.
    pub(super) fn candidates(
        &mut self,
        place: &Place,
        composition: &Composition,
    ) -> Vec<Candidate> {
        let mut candidates = Vec::new();
        let mut known = IndexSet::new();
        for choice in self.choices(place, composition) {
            let place = self.beside(composition, &choice);
            for candidate in self.flattened(choice.pointer(), place) {
                let same = self.sameness(&candidate.place);
                if !self.is_empty_variant(&candidate.place) && known.insert(same) {
                    candidates.push(candidate);
                }
            }
        }
        candidates
    }

    /// The places to choose from. Of several lists, those that another one narrows down say nothing; what is left is
    /// combined, each choice with each, as far as they don't contradict each other.
    fn choices(&mut self, place: &Place, composition: &Composition) -> Vec<Place> {
        let mut lists = self.narrowest(&composition.unions);
        let size = lists.iter().map(Vec::len).fold(1, usize::saturating_mul);
        if lists.len() > 1 && size > PRODUCT {
            let message = "these unions combine in too many ways; the last of them counts";
            self.report(Code::UnionProduct, &place.pointer(), message);
            lists.drain(..lists.len() - 1);
        }
        let mut products = lists.into_iter();
        let first = products.next().unwrap_or_default();
        let combined = products.fold(first, |left, right| self.product(&left, &right));
        let possible = |lowering: &mut Self, choice: &Place| {
            let place = lowering.beside(composition, choice);
            lowering.compose(&place).findings.is_empty()
        };
        let (fitting, contradicting): (Vec<_>, Vec<_>) = combined
            .into_iter()
            .partition(|choice| possible(self, choice));
        if fitting.is_empty() {
            contradicting
        } else {
            fitting
        }
    }

    /// The lists that no other is a part of.
    fn narrowest(&mut self, lists: &[Vec<Place>]) -> Vec<Vec<Place>> {
        if lists.len() < 2 {
            return lists.to_vec();
        }
        let mut same: Vec<IndexSet<String>> = Vec::new();
        for list in lists {
            same.push(list.iter().map(|choice| self.sameness(choice)).collect());
        }
        let wider = |index: usize, list: &IndexSet<String>| {
            let others = same.iter().enumerate().filter(|(other, _)| *other != index);
            others.clone().any(|(other, narrow)| {
                narrow.is_subset(list) && (narrow.len() < list.len() || other > index)
            })
        };
        let kept = same
            .iter()
            .enumerate()
            .filter(|(index, list)| !wider(*index, list));
        kept.filter_map(|(index, _)| lists.get(index).cloned())
            .collect()
    }

    /// Each choice of one list with each of another, as far as they don't contradict each other.
    fn product(&mut self, left: &[Place], right: &[Place]) -> Vec<Place> {
        let pairs = left
            .iter()
            .flat_map(|one| right.iter().map(move |other| (one, other)));
        let products: Vec<Place> = pairs
            .map(|(one, other)| one.clone().and(other.clone()))
            .collect();
        let possible: Vec<Place> = (products.iter())
            .filter(|place| self.is_possible(place))
            .cloned()
            .collect();
        if possible.is_empty() {
            products
        } else {
            possible
        }
    }

    /// Whether neither a place nor any property of it contradicts itself.
    fn is_possible(&mut self, place: &Place) -> bool {
        let composition = self.compose(place);
        composition.findings.is_empty()
            && composition
                .properties
                .values()
                .all(|property| self.compose(property).findings.is_empty())
    }

    /// A choice together with what stands beside the lists.
    fn beside(&mut self, composition: &Composition, choice: &Place) -> Place {
        let owner = choice.pointer().parent().and_then(|list| list.parent());
        let kind = self.concrete(choice).kind;
        let mut bases = Vec::new();
        for member in &composition.members {
            let pointer = &member.schema.pointer;
            let keep = match own_substance(&member.schema) {
                Substance::Nothing => false,
                // A `type` right beside the list is often that of some variants only.
                Substance::Kind => owner.as_ref() != Some(pointer) || kind.is_none(),
                _ => true,
            };
            if keep {
                bases.push(pointer.clone());
            }
        }
        Place::refined(&bases, choice.clone())
    }

    /// Reports a `type` that stands right beside a list of variants of other types.
    pub(super) fn check_type_beside(
        &mut self,
        composition: &Composition,
        candidates: &[Candidate],
    ) {
        for member in composition
            .members
            .iter()
            .filter(|member| member.inline && member.whole)
        {
            let Some(declared) = Kind::declared(&member.schema) else {
                continue;
            };
            for candidate in candidates {
                let kind = self.concrete(&candidate.place).kind;
                if let Some(kind) = kind.filter(|kind| kind.and(declared).is_none()) {
                    let message = format!(
                        "`type: {declared}` stands beside a variant of type `{kind}`, which counts"
                    );
                    let pointer = member.schema.pointer.child("type");
                    self.diagnostics.push(contradiction(
                        &pointer,
                        candidate.pointer.clone(),
                        message,
                    ));
                }
            }
        }
    }

    /// A variant, or those of the union that it is, if that has neither a name nor a tag of its own.
    fn flattened(&mut self, pointer: Pointer, place: Place) -> Vec<Candidate> {
        let inline = self.compose(&place).reference.is_none();
        let sort = self.sort(&place);
        match &*sort {
            Sort::Union(alternatives) if inline && alternatives.tag.is_none() => {
                let index = pointer.last().and_then(|index| index.parse().ok());
                let composition = self.compose(&place);
                let name = self.distinctive_constant(&composition);
                self.variants
                    .insert(pointer, (name, index.unwrap_or_default()));
                alternatives.candidates.clone()
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
    pub(super) fn sameness(&mut self, place: &Place) -> String {
        if let Some(target) = &self.compose(place).reference {
            return target.as_str().to_owned();
        }
        let parts = place.parts().iter().map(|part| match part {
            Part::Whole(pointer) => match self.document.node(pointer) {
                Some(node) => essence(node).to_string(),
                None => pointer.to_string(),
            },
            _ => format!("{part:?}"),
        });
        parts.collect::<Vec<_>>().join("&")
    }
}
