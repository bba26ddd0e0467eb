//! `oneOf` and `anyOf`.

mod alike;
mod candidates;
mod scalars;
mod tags;

use super::composition::Composition;
use super::sort::Sort;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Pointer;
use crate::lower::context::Lowering;
use crate::lower::place::Place;

/// The extension that says which property stands for an object in a union of its id and the object itself.
pub(super) const EXPANDABLE: &str = "x-bindery-expandable";

/// The variants of a union, before any has a type.
#[derive(Clone, Debug, Default)]
pub(crate) struct Alternatives {
    /// The variants, without null and without duplicates.
    pub(crate) candidates: Vec<Candidate>,
    /// The property whose text selects the variant.
    pub(crate) tag: Option<String>,
}

/// A variant of a union.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// What it holds.
    pub(crate) place: Place,
    /// Where it is listed.
    pub(crate) pointer: Pointer,
    /// The schema that its entry refers to.
    pub(crate) reference: Option<Pointer>,
    /// Values of the tag that select it.
    pub(crate) tags: Vec<String>,
}

impl Alternatives {
    /// Variants that nothing selects yet.
    pub(super) fn untagged(candidates: Vec<Candidate>) -> Self {
        Self {
            candidates,
            tag: None,
        }
    }
}

impl Lowering<'_> {
    /// What a place with `oneOf` or `anyOf` is.
    pub(super) fn sorted_union(&mut self, place: &Place, composition: &Composition) -> Sort {
        let candidates = self.candidates(place, composition);
        self.check_type_beside(composition, &candidates);
        if let Some(sort) = self.expandable(place, composition, &candidates) {
            return sort;
        }
        match candidates.as_slice() {
            [] => return Sort::Json,
            [only] => {
                let only = only.place.clone();
                if let Some(schema) = &composition.discriminator {
                    // It selects nothing here, but what it says has to be right.
                    self.tag(&mut Alternatives::untagged(candidates), schema);
                }
                return Sort::Same(only);
            }
            _ => {}
        }
        if let Some(sort) = self.merged_scalars(&candidates) {
            return sort;
        }
        let Some(schema) = &composition.discriminator else {
            let alike = self.alike(&place.pointer(), &candidates);
            return alike.unwrap_or_else(|| Sort::Union(Alternatives::untagged(candidates).into()));
        };
        let mut alternatives = Alternatives::untagged(candidates);
        self.tag(&mut alternatives, schema);
        Sort::Union(alternatives.into())
    }

    /// An "id or object" union, where the document says that it is one.
    fn expandable(
        &mut self,
        place: &Place,
        composition: &Composition,
        candidates: &[Candidate],
    ) -> Option<Sort> {
        let identifier = composition.extension(EXPANDABLE)?.as_str();
        let mut objects = Vec::new();
        let mut texts = 0;
        for candidate in candidates {
            match &*self.settled(&candidate.place).1 {
                Sort::Struct => objects.push(candidate.place.clone()),
                Sort::Scalar(_) => texts += 1,
                _ => {}
            }
        }
        if let (Some(identifier), [object], 1, 2) =
            (identifier, objects.as_slice(), texts, candidates.len())
        {
            return Some(Sort::Expandable(object.clone(), identifier.to_owned()));
        }
        self.report_expandable(&place.pointer());
        None
    }

    /// Reports an extension that has no effect at the schema on which it stands.
    pub(super) fn report_expandable(&mut self, schema: &Pointer) {
        let message = format!("`{EXPANDABLE}` has no effect here");
        let diagnostic = Diagnostic::new(Code::Extension, schema.child(EXPANDABLE), message).help(
            "it names the property that identifies the object in a union of one string and one object",
        );
        self.diagnostics.push(diagnostic);
    }

    /// Whether null is allowed by what a place refers to or by a variant of its union.
    pub(crate) fn variant_allows_null(&mut self, place: &Place) -> bool {
        let composition = self.compose(place);
        let lists = composition.unions.clone();
        lists.iter().flatten().any(|variant| {
            let concrete = self.concrete(variant);
            concrete.nullable || concrete.is_null()
        })
    }
}
