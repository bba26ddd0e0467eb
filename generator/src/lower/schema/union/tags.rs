//! Discriminators: which values of the tag select which variant.

use std::rc::Rc;

use indexmap::IndexMap;
use openapiv3::Discriminator;

use super::{Alternatives, Candidate};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Pointer, SchemaNode};
use crate::lower::context::{Lowering, component_schema};
use crate::lower::place::Place;
use crate::lower::schema::sort::Sort;

impl Lowering<'_> {
    /// Gives each variant the values that select it, from `mapping`, from the variant's own tag property, or from its
    /// component name (OpenAPI 3.0.3 §4.8.25). Reports what selects nothing and what can't be selected.
    pub(in crate::lower::schema) fn tag(
        &mut self,
        alternatives: &mut Alternatives,
        schema: &Rc<SchemaNode>,
    ) {
        let Some(discriminator) = &schema.data.discriminator else {
            return;
        };
        let place = schema.pointer.child("discriminator");
        let mapped = self.mapped(discriminator, &place);
        let own = self.own_tags(&alternatives.candidates, &discriminator.property_name);
        let mut known: IndexMap<String, usize> = IndexMap::new();
        for (index, candidate) in alternatives.candidates.iter_mut().enumerate() {
            let tags = self.variant_tags(
                candidate,
                &mapped,
                own.get(index),
                &discriminator.property_name,
            );
            candidate.tags = tags
                .into_iter()
                .filter(|tag| !known.contains_key(tag))
                .collect();
            known.extend(candidate.tags.iter().map(|tag| (tag.clone(), index)));
        }
        self.check_mapping(&mapped, &alternatives.candidates, &place);
        if known.is_empty() {
            let message = "the discriminator selects none of the variants; they are told apart by their properties";
            self.report(Code::Discriminator, &place, message);
            return;
        }
        self.check_selected(&alternatives.candidates, &place);
        alternatives.tag = Some(discriminator.property_name.clone());
    }

    fn variant_tags(
        &mut self,
        candidate: &Candidate,
        mapped: &[(String, Pointer)],
        own: Option<&Vec<String>>,
        property: &str,
    ) -> Vec<String> {
        let selects = |(_, target): &&(String, Pointer)| {
            candidate.reference.as_ref() == Some(target) || candidate.place.single() == Some(target)
        };
        let from_mapping: Vec<_> = mapped
            .iter()
            .filter(selects)
            .map(|(tag, _)| tag.clone())
            .collect();
        if !from_mapping.is_empty() {
            return from_mapping;
        }
        if let Some(own) = own.filter(|own| !own.is_empty()) {
            return own.clone();
        }
        if let Some(nested) = self.nested_tags(&candidate.place, property) {
            return nested;
        }
        let name = candidate.reference.as_ref().and_then(component_schema);
        name.into_iter()
            .filter(|_| self.is_object(&candidate.place))
            .collect()
    }

    /// The targets of `mapping`, each a reference or the name of a component.
    fn mapped(&mut self, discriminator: &Discriminator, place: &Pointer) -> Vec<(String, Pointer)> {
        let mut mapped = Vec::new();
        for (tag, target) in &discriminator.mapping {
            let named = Pointer::root()
                .child("components")
                .child("schemas")
                .child(target);
            let named = self.document.node(&named).map(|_| named);
            match named.or_else(|| self.schema_target(target)) {
                Some(pointer) => mapped.push((tag.clone(), pointer)),
                None => {
                    let message = format!("`{tag}` is mapped to `{target}`, which is no schema");
                    self.report(
                        Code::Discriminator,
                        &place.child("mapping").child(tag),
                        message,
                    );
                }
            }
        }
        mapped
    }

    /// The schemas that a discriminator's `mapping` names.
    pub(crate) fn mapping_targets(&mut self, schema: &SchemaNode) -> Vec<Pointer> {
        let Some(discriminator) = &schema.data.discriminator else {
            return Vec::new();
        };
        let mapped = self.mapped(discriminator, &schema.pointer.child("discriminator"));
        mapped.into_iter().map(|(_, target)| target).collect()
    }

    /// The values that each variant's own tag property allows, where no other variant allows the same.
    fn own_tags(&mut self, candidates: &[Candidate], property: &str) -> Vec<Vec<String>> {
        let lists: Vec<_> = candidates
            .iter()
            .map(|candidate| self.constants(&candidate.place, property))
            .collect();
        let occurrences = |tag: &String| lists.iter().filter(|list| list.contains(tag)).count();
        let distinct = |list: &Vec<String>| list.iter().all(|tag| occurrences(tag) == 1);
        lists
            .iter()
            .map(|list| {
                if distinct(list) {
                    list.clone()
                } else {
                    Vec::new()
                }
            })
            .collect()
    }

    /// The texts that a property of an object may have, if the document lists them.
    pub(crate) fn constants(&mut self, place: &Place, property: &str) -> Vec<String> {
        let (place, _) = self.settled(place);
        let Some(property) = self.concrete(&place).properties.get(property).cloned() else {
            return Vec::new();
        };
        let (property, _) = self.settled(&property);
        let composition = self.concrete(&property);
        let texts = composition
            .enumeration
            .as_ref()
            .and_then(|list| list.texts());
        texts.unwrap_or_default()
    }

    /// The tags of a variant that is a union told apart by the same property.
    fn nested_tags(&mut self, place: &Place, property: &str) -> Option<Vec<String>> {
        let (_, sort) = self.settled(place);
        match &*sort {
            Sort::Union(nested) if nested.tag.as_deref() == Some(property) => Some(
                nested
                    .candidates
                    .iter()
                    .flat_map(|candidate| candidate.tags.clone())
                    .collect(),
            ),
            _ => None,
        }
    }

    fn is_object(&mut self, place: &Place) -> bool {
        let (_, sort) = self.settled(place);
        matches!(
            &*sort,
            Sort::Struct | Sort::Map(_) | Sort::Union(_) | Sort::Json
        )
    }

    fn check_mapping(
        &mut self,
        mapped: &[(String, Pointer)],
        candidates: &[Candidate],
        place: &Pointer,
    ) {
        for (tag, target) in mapped {
            if candidates
                .iter()
                .any(|candidate| candidate.tags.contains(tag))
            {
                continue;
            }
            let message =
                format!("`{tag}` is mapped to `{target}`, which is not among the variants");
            let diagnostic = Diagnostic::new(
                Code::Discriminator,
                place.child("mapping").child(tag),
                message,
            )
            .help("add the schema to the `oneOf`, or take the entry out of `mapping`");
            self.diagnostics.push(diagnostic);
        }
    }

    fn check_selected(&mut self, candidates: &[Candidate], place: &Pointer) {
        for candidate in candidates
            .iter()
            .filter(|candidate| candidate.tags.is_empty())
        {
            let message = "no value of the discriminator selects this variant";
            let diagnostic =
                Diagnostic::new(Code::Discriminator, candidate.pointer.clone(), message)
                    .related(place.clone(), "the discriminator")
                    .help(
                        "give it an entry in `mapping`, or a tag property with one allowed value",
                    );
            self.diagnostics.push(diagnostic);
        }
    }
}
