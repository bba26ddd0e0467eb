//! What names can be made of: components have one, everything else is named after where it stands.
//!
//! Names are found last, from places alone, so that they don't depend on the order in which types were met.

use indexmap::IndexMap;
use serde_json::Value;

use super::context::{Lowering, component_schema};
use super::operation::statuses;
use super::place::Place;
use super::recursion::cut_alias_cycles;
use crate::document::Pointer;
use crate::ir::TypeId;
use crate::ir::draft::{NameSource, Owner, Role, TypeDraft, TypeShape};

/// How long a title may be to serve as a name.
const TITLE: usize = 40;

impl Lowering<'_> {
    /// Everything that was lowered, with its names.
    pub(crate) fn into_types(mut self) -> Vec<TypeDraft> {
        let owners = self.owners();
        let places: Vec<Place> = self.types.places().cloned().collect();
        let names = places
            .iter()
            .map(|place| self.name(place, &owners))
            .collect();
        let identifiers = std::mem::take(&mut self.identifiers);
        let mut drafts = self.types.into_drafts(names);
        for (id, identifier) in identifiers {
            let draft = drafts.get_mut(id.0 as usize);
            if let Some(TypeShape::Struct(object)) = draft.map(|draft| &mut draft.shape) {
                object.identifier = Some(identifier);
            }
        }
        cut_alias_cycles(&mut drafts, self.diagnostics);
        drafts
    }

    /// The types that others can be named after, by where they stand.
    fn owners(&self) -> IndexMap<Pointer, TypeId> {
        let mut owners = IndexMap::new();
        for merged in [false, true] {
            for place in self.types.places() {
                if place.single().is_none() == merged
                    && let Some(id) = self.types.get(place)
                {
                    owners.entry(place.pointer()).or_insert(id);
                }
            }
        }
        owners
    }

    fn name(&mut self, place: &Place, owners: &IndexMap<Pointer, TypeId>) -> NameSource {
        let pointer = place.pointer();
        let composition = self.compose(place);
        if let Some(key) = component_schema(&pointer) {
            if place.single().is_some() {
                return NameSource::Component(composition.rust_name().unwrap_or(key));
            }
            if let Some(owner) = owners.get(&pointer) {
                return self.base_variant(*owner, &pointer);
            }
        }
        let (owner, above) = self.owner(&pointer, owners);
        NameSource::Inline {
            owner,
            path: self.roles(&above, &pointer),
            title: composition.title().filter(|title| reads_as_name(title)),
        }
    }

    /// A schema as a variant of the union that it stands for.
    fn base_variant(&self, owner: TypeId, pointer: &Pointer) -> NameSource {
        NameSource::Inline {
            owner: Owner::Type(owner),
            path: vec![Role::Variant(self.variant_name(pointer), 0)],
            title: None,
        }
    }

    /// The nearest thing around a place that has a name, and where that stands.
    fn owner(&self, pointer: &Pointer, owners: &IndexMap<Pointer, TypeId>) -> (Owner, Pointer) {
        let mut above = pointer.parent();
        while let Some(place) = above {
            if let Some(id) = owners.get(&place) {
                return (Owner::Type(*id), place);
            }
            if let Some(index) = self.operation_places.get(&place) {
                return (Owner::Operation(*index), place);
            }
            if let Some(owner) = self.unnamed_owner(&place) {
                return (owner, place);
            }
            above = place.parent();
        }
        (Owner::Component(String::new()), Pointer::root())
    }

    /// An owner that has no type and is no operation: another component, a webhook, the first operation of a path.
    fn unnamed_owner(&self, place: &Pointer) -> Option<Owner> {
        let tokens: Vec<String> = place.tokens().collect();
        match tokens.as_slice() {
            [root, _, key] if root == "components" => Some(Owner::Component(key.clone())),
            [root, key] if root == "webhooks" || root == "x-bindery-webhooks" => {
                Some(Owner::Component(key.clone()))
            }
            [root, _] if root == "paths" => {
                let mut operations = self.operation_places.iter();
                let below = operations.find(|(operation, _)| operation.starts_with(place));
                below.map(|(_, index)| Owner::Operation(*index))
            }
            _ => None,
        }
    }

    /// The parts that a place and what is around it play, from an owner down.
    fn roles(&self, owner: &Pointer, pointer: &Pointer) -> Vec<Role> {
        let mut tokens = pointer.tokens().skip(owner.tokens().count());
        let mut place = owner.clone();
        let mut roles = Vec::new();
        while let Some(keyword) = tokens.next() {
            place = place.child(&keyword);
            match keyword.as_str() {
                "items" => roles.push(Role::Item),
                "additionalProperties" => roles.push(Role::Value),
                "requestBody" => roles.push(Role::Request),
                "requestBodies" | "schema" => {}
                _ => {
                    let Some(key) = tokens.next() else { break };
                    place = place.child(&key);
                    roles.extend(self.role(&keyword, key, &place));
                }
            }
        }
        roles
    }

    /// The part that an entry of a keyword's object or array plays.
    fn role(&self, keyword: &str, key: String, place: &Pointer) -> Option<Role> {
        match keyword {
            "properties" | "callbacks" => Some(Role::Property(key)),
            "patternProperties" => Some(Role::Value),
            "prefixItems" => Some(Role::Item),
            "headers" => Some(Role::Header(key)),
            "responses" => statuses(&key).map(Role::Response),
            "parameters" => {
                let name = self
                    .follow(place)
                    .and_then(|place| self.document.node(&place.child("name")));
                name.and_then(Value::as_str)
                    .map(|name| Role::Property(name.to_owned()))
            }
            "oneOf" | "anyOf" if self.variant_hints.contains_key(place) => Some(Role::Variant(
                self.variant_name(place),
                key.parse().unwrap_or_default(),
            )),
            _ => None,
        }
    }

    fn variant_name(&self, place: &Pointer) -> Option<String> {
        let name = self.variant_hints.get(place);
        name.filter(|name| !name.is_empty()).cloned()
    }
}

/// Whether a title is a name rather than a sentence.
fn reads_as_name(title: &str) -> bool {
    title.len() <= TITLE
        && title.starts_with(char::is_alphabetic)
        && title
            .chars()
            .all(|letter| letter.is_alphanumeric() || " _-".contains(letter))
}
