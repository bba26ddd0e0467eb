//! Which member of a union a value is made for.

use serde_json::Value;

use super::Sampler;
use super::facets::Facets;
use crate::document::{Pointer, SchemaNode};

/// A member of a union, or a child that a parent's discriminator tells apart.
pub(super) struct Member {
    pub(super) place: Pointer,
    /// The property that the discriminator reads, and the text that selects this member.
    pub(super) tag: Option<(String, String)>,
}

impl Sampler<'_> {
    /// The member that the hint fits, or else the first. None of a parent's children if one of them is why the parent
    /// has a say.
    pub(super) fn member(
        &self,
        schema: &SchemaNode,
        facets: &Facets,
        hint: Option<&Value>,
        depth: usize,
    ) -> Option<Member> {
        let mut members = self.members(schema);
        if members.iter().any(|member| facets.contains(&member.place)) {
            return None;
        }
        let chosen = hint.and_then(|hint| {
            members
                .iter()
                .position(|member| self.is_meant(member, hint, depth))
        });
        let chosen = chosen.unwrap_or(0);
        (chosen < members.len()).then(|| members.swap_remove(chosen))
    }

    fn members(&self, schema: &SchemaNode) -> Vec<Member> {
        let mut places = schema.one_of();
        places.extend(schema.any_of());
        if places.is_empty() {
            places = mapped(schema)
                .filter_map(|(_, reference)| self.document.target(reference).ok())
                .collect();
        }
        places
            .into_iter()
            .map(|place| Member {
                tag: self.tag(schema, &place),
                place,
            })
            .collect()
    }

    /// The text by which a discriminator selects the schema at a place: that of the mapping, or the schema's name.
    fn tag(&self, schema: &SchemaNode, place: &Pointer) -> Option<(String, String)> {
        let property = &schema.data.discriminator.as_ref()?.property_name;
        let target = match self.document.reference_at(place) {
            Some(reference) => self.document.target(reference).ok()?,
            None => place.clone(),
        };
        let leads_here = |reference: &str| {
            self.document
                .target(reference)
                .is_ok_and(|other| other == target)
        };
        let text = mapped(schema)
            .find(|(_, reference)| leads_here(reference))
            .map(|(text, _)| text.to_owned())
            .or_else(|| target.last())?;
        Some((property.clone(), text))
    }

    fn is_meant(&self, member: &Member, hint: &Value, depth: usize) -> bool {
        match &member.tag {
            Some((property, text)) => hint.get(property).and_then(Value::as_str) == Some(text),
            None => self.fits(&member.place, hint, depth + 1),
        }
    }
}

/// The `mapping` of a discriminator: texts and references.
fn mapped(schema: &SchemaNode) -> impl Iterator<Item = (&str, &str)> {
    let mapping = schema
        .data
        .discriminator
        .iter()
        .flat_map(|discriminator| &discriminator.mapping);
    mapping.map(|(text, reference)| (text.as_str(), reference.as_str()))
}
