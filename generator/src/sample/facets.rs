//! Every schema that has a say in one value: those at its places, what they refer to, their `allOf`, and the chosen
//! members of their unions.

use openapiv3::ReferenceOr;
use serde_json::{Number, Value};

use super::Sampler;
use crate::diagnostic::Diagnostics;
use crate::document::{Pointer, SchemaNode};

/// The schemas that one value has to fit.
#[derive(Debug, Default)]
pub(super) struct Facets {
    pub(super) schemas: Vec<SchemaNode>,
    /// Properties whose text a discriminator demands.
    pub(super) tags: Vec<(String, String)>,
}

impl Sampler<'_> {
    /// The schemas at some places that one value has to fit. Of a union, the member that fits the hint counts.
    pub(super) fn facets(&self, places: &[Pointer], hint: Option<&Value>) -> Facets {
        self.facets_at(places, hint, 0)
    }

    /// The same, so deep inside of unions and values that are being looked into.
    pub(super) fn facets_at(
        &self,
        places: &[Pointer],
        hint: Option<&Value>,
        depth: usize,
    ) -> Facets {
        let mut facets = Facets::default();
        let mut open: Vec<Pointer> = places.iter().rev().cloned().collect();
        while let Some(place) = open.pop() {
            let Some(schema) = self.schema(&place) else {
                continue;
            };
            if facets.contains(&schema.pointer) {
                continue;
            }
            open.extend(schema.all_of().into_iter().rev());
            let member = self.member(&schema, &facets, hint, depth);
            facets.schemas.push(schema);
            if let Some(member) = member {
                facets.tags.extend(member.tag);
                open.push(member.place);
            }
        }
        facets
    }

    /// The schema at a place, or the one that the reference there leads to.
    pub(super) fn schema(&self, place: &Pointer) -> Option<SchemaNode> {
        // What is wrong with the document has been reported by the stages before.
        let mut reported = Diagnostics::default();
        match self.document.schema(place, &mut reported)? {
            ReferenceOr::Item(schema) => Some(schema),
            ReferenceOr::Reference { reference } => {
                let target = self.document.resolve(&reference).ok()?;
                match self.document.schema(&target, &mut reported)? {
                    ReferenceOr::Item(schema) => Some(schema),
                    ReferenceOr::Reference { .. } => None,
                }
            }
        }
    }
}

impl Facets {
    pub(super) fn contains(&self, place: &Pointer) -> bool {
        self.schemas.iter().any(|schema| schema.pointer == *place)
    }

    /// `type`, or the one that the other keywords speak of.
    pub(super) fn kind(&self) -> Option<&str> {
        let stated = self
            .schemas
            .iter()
            .find_map(|schema| schema.keywords.typ.as_deref());
        stated.or_else(|| {
            let any = |has: fn(&SchemaNode) -> bool| self.schemas.iter().any(has);
            if any(|schema| !schema.keywords.properties.is_empty()) || !self.tags.is_empty() {
                Some("object")
            } else if any(|schema| schema.keywords.items.is_some()) {
                Some("array")
            } else if any(|schema| schema.keywords.pattern.is_some()) {
                Some("string")
            } else {
                None
            }
        })
    }

    /// The values that every `enum` lists; `None` if there is no `enum`.
    pub(super) fn enumeration(&self) -> Option<Vec<&Value>> {
        let lists = self
            .schemas
            .iter()
            .map(|schema| &schema.keywords.enumeration);
        let mut lists = lists.filter(|list| !list.is_empty());
        let first = lists.next()?;
        let others: Vec<_> = lists.collect();
        let in_all = |value: &&Value| others.iter().all(|list| list.contains(value));
        Some(
            first
                .iter()
                .filter(|value| !value.is_null())
                .filter(in_all)
                .collect(),
        )
    }

    /// What the document shows of the value: examples, then defaults.
    pub(super) fn shown(&self) -> impl Iterator<Item = Value> + '_ {
        let examples = self.schemas.iter().flat_map(SchemaNode::examples);
        let defaults = self
            .schemas
            .iter()
            .filter_map(|schema| schema.data.default.clone());
        examples.chain(defaults).filter(|value| !value.is_null())
    }

    /// A keyword of the first schema that has it.
    pub(super) fn first<T>(&self, of: impl Fn(&SchemaNode) -> Option<T>) -> Option<T> {
        self.schemas.iter().find_map(of)
    }

    /// The greatest of the lower bounds that a keyword sets.
    pub(super) fn at_least(&self, of: impl Fn(&SchemaNode) -> Option<usize>) -> usize {
        self.schemas.iter().filter_map(of).max().unwrap_or(0)
    }

    /// The least of the upper bounds that a keyword sets.
    pub(super) fn at_most(&self, of: impl Fn(&SchemaNode) -> Option<usize>) -> usize {
        self.schemas
            .iter()
            .filter_map(of)
            .min()
            .unwrap_or(usize::MAX)
    }

    /// Names listed in `required`.
    pub(super) fn required(&self) -> impl Iterator<Item = &str> {
        let lists = self
            .schemas
            .iter()
            .flat_map(|schema| &schema.keywords.required);
        lists.map(String::as_str)
    }

    /// A bound as a float, and whether the bound itself is ruled out.
    pub(super) fn bound(
        &self,
        limit: impl Fn(&SchemaNode) -> Option<Number>,
        exclusive: impl Fn(&SchemaNode) -> Option<bool>,
    ) -> Option<(f64, bool)> {
        self.first(|schema| {
            let limit = limit(schema)?.as_f64()?;
            Some((limit, exclusive(schema).unwrap_or(false)))
        })
    }
}
