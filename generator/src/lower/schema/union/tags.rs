//! Discriminators: which values of the tag select which variant.

use std::rc::Rc;

use openapiv3::Discriminator;

use super::{Alternatives, Candidate};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Pointer, SchemaNode, nearest};
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
        let property = &discriminator.property_name;
        let mapped = self.mapped(discriminator, &place);
        let lists = alternatives.candidates.iter();
        let lists: Vec<_> = lists
            .map(|candidate| self.tag_values(candidate, &mapped, property))
            .collect();
        for (index, candidate) in alternatives.candidates.iter_mut().enumerate() {
            candidate.tags = own_values(index, &lists);
        }
        self.check_mapping(&mapped, &alternatives.candidates, &place);
        if self.is_ambiguous(&alternatives.candidates, &lists, &place) {
            for candidate in &mut alternatives.candidates {
                candidate.tags.clear();
            }
            return;
        }
        self.check_selected(&alternatives.candidates, &place);
        alternatives.tag = Some(property.clone());
    }

    /// The values of the tag that a variant goes by.
    fn tag_values(
        &mut self,
        candidate: &Candidate,
        mapped: &[(String, Pointer)],
        property: &str,
    ) -> Vec<String> {
        let selects = |(_, target): &&(String, Pointer)| {
            candidate.reference.as_ref() == Some(target) || candidate.place.single() == Some(target)
        };
        let from_mapping = mapped.iter().filter(selects).map(|(tag, _)| tag.clone());
        let from_mapping: Vec<_> = from_mapping.collect();
        if !from_mapping.is_empty() {
            return from_mapping;
        }
        let own = self.constants(&candidate.place, property);
        let name = candidate.reference.as_ref().and_then(component_schema);
        match name {
            Some(name) if own.contains(&name) => vec![name],
            Some(name) if own.is_empty() && self.is_object(&candidate.place) => vec![name],
            _ => own,
        }
    }

    /// Whether the tag leaves variants that share their values, or selects nothing at all.
    fn is_ambiguous(
        &mut self,
        candidates: &[Candidate],
        lists: &[Vec<String>],
        place: &Pointer,
    ) -> bool {
        let mut pairs = candidates.iter().zip(lists);
        let message = if let Some((_, values)) =
            pairs.find(|(candidate, values)| candidate.tags.is_empty() && !values.is_empty())
        {
            let values = values.join("`, `");
            format!(
                "`{values}` selects more than one variant; the variants are told apart by their properties"
            )
        } else if candidates.iter().all(|candidate| candidate.tags.is_empty()) {
            "the discriminator selects no variant; the variants are told apart by their properties"
                .to_owned()
        } else {
            return false;
        };
        self.report(Code::Discriminator, place, message);
        true
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
                None => self.report_unmapped(tag, target, &place.child("mapping").child(tag)),
            }
        }
        mapped
    }

    fn report_unmapped(&mut self, tag: &str, target: &str, place: &Pointer) {
        let message = format!("`{tag}` is mapped to `{target}`, which is no schema");
        let schemas = self.keys(&Pointer::root().child("components").child("schemas"));
        let name = target.rsplit('/').next().unwrap_or(target);
        let diagnostic = Diagnostic::new(Code::Discriminator, place.clone(), message);
        let diagnostic = match nearest(name, schemas.iter().map(String::as_str)) {
            Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
            None => diagnostic,
        };
        self.diagnostics.push(diagnostic);
    }

    /// The schemas that a discriminator's `mapping` names.
    pub(crate) fn mapping_targets(&mut self, schema: &SchemaNode) -> Vec<Pointer> {
        let Some(discriminator) = &schema.data.discriminator else {
            return Vec::new();
        };
        let mapped = self.mapped(discriminator, &schema.pointer.child("discriminator"));
        mapped.into_iter().map(|(_, target)| target).collect()
    }

    /// The texts that a property of an object may have, if the document lists them; those of all variants of a union.
    fn constants(&mut self, place: &Place, property: &str) -> Vec<String> {
        let (place, sort) = self.settled(place);
        if let Sort::Union(nested) = &*sort {
            let known = |nested: &Alternatives| nested.tag.as_deref() == Some(property);
            let lists = nested
                .candidates
                .iter()
                .map(|candidate| match known(nested) {
                    true => candidate.tags.clone(),
                    false => self
                        .enter(&place, |lowering| {
                            lowering.constants(&candidate.place, property)
                        })
                        .unwrap_or_default(),
                });
            let lists: Vec<_> = lists.collect();
            // A variant that may have any text makes the union have any.
            return if lists.iter().any(Vec::is_empty) {
                Vec::new()
            } else {
                lists.concat()
            };
        }
        let Some(property) = self.concrete(&place).properties.get(property).cloned() else {
            return Vec::new();
        };
        let (property, sort) = self.settled(&property);
        let composition = self.concrete(&property);
        match &*sort {
            Sort::Enum(_) => (composition.enumeration.as_ref())
                .and_then(|list| list.texts())
                .unwrap_or_default(),
            _ => Vec::new(),
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

/// The values that are a variant's alone: those that no variant with fewer values has, nor one before it with as many.
fn own_values(index: usize, lists: &[Vec<String>]) -> Vec<String> {
    let Some(values) = lists.get(index) else {
        return Vec::new();
    };
    let taken = |value: &String| {
        lists.iter().enumerate().any(|(other, list)| {
            let first = list.len() < values.len() || (list.len() == values.len() && other < index);
            other != index && first && list.contains(value)
        })
    };
    values
        .iter()
        .filter(|value| !taken(value))
        .cloned()
        .collect()
}
