//! Where a single schema stands: in what, and as what.

use serde_json::Value;

use super::Naming;
use super::steps::is_single;
use crate::document::Pointer;
use crate::ir::draft::{Owner, Role};
use crate::lower::media_type::Syntax;
use crate::lower::operation::statuses;

impl Naming<'_, '_> {
    /// Where a schema stands.
    pub(super) fn position(&self, pointer: &Pointer) -> (Owner, Vec<Role>) {
        let (owner, above) = self.owner(pointer);
        let path = self.roles(&above, pointer);
        (owner, path)
    }

    /// The nearest thing around a place that has a name, and where that stands.
    fn owner(&self, pointer: &Pointer) -> (Owner, Pointer) {
        let mut above = pointer.parent();
        while let Some(place) = above {
            if let Some(id) = self.owners.get(&place) {
                return (Owner::Type(*id), place);
            }
            if let Some(index) = self.lowering.operation_places.get(&place) {
                return (Owner::Operation(*index), place);
            }
            if let Some(owner) = unnamed_owner(&place) {
                return (owner, place);
            }
            above = place.parent();
        }
        (Owner::Component(String::new()), Pointer::root())
    }

    /// The parts that a place and what is around it play, from an owner down.
    pub(super) fn roles(&self, owner: &Pointer, pointer: &Pointer) -> Vec<Role> {
        let mut tokens = pointer.tokens().skip(owner.tokens().count());
        let mut place = owner.clone();
        let mut roles = Vec::new();
        if owner.parent().and_then(|section| section.last()).as_deref() == Some("requestBodies") {
            roles.push(Role::Request);
        }
        while let Some(keyword) = tokens.next() {
            place = place.child(&keyword);
            match keyword.as_str() {
                "items" => roles.push(Role::Item),
                "additionalProperties" => roles.push(Role::Value),
                "requestBody" => roles.push(Role::Request),
                keyword if is_single(keyword) => {}
                _ => {
                    let Some(key) = tokens.next() else { break };
                    place = place.child(&key);
                    let role = self.role(&keyword, key, &place);
                    if role == Some(Role::Event) {
                        // An event is less than the response that it comes with.
                        roles.pop();
                    }
                    roles.extend(role);
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
            "content" if Syntax::of(&key) == Syntax::EventStream => Some(Role::Event),
            "responses" => statuses(&key).map(Role::Response),
            "parameters" => {
                let name = self
                    .lowering
                    .follow(place)
                    .and_then(|place| self.lowering.document.node(&place.child("name")));
                name.and_then(Value::as_str)
                    .map(|name| Role::Property(name.to_owned()))
            }
            "oneOf" | "anyOf" => {
                let (name, index) = self.lowering.variants.get(place)?;
                Some(Role::Variant(name.clone(), *index))
            }
            _ => None,
        }
    }
}

/// An owner that has no type and is no operation: another component, a path, or a webhook.
fn unnamed_owner(place: &Pointer) -> Option<Owner> {
    let tokens: Vec<String> = place.tokens().collect();
    match tokens.as_slice() {
        [root, _, key] if root == "components" => Some(Owner::Component(key.clone())),
        [root, path] if root == "paths" => Some(Owner::Path(path.clone())),
        [root, key] if root == "webhooks" || root == "x-webhooks" => {
            Some(Owner::Component(key.clone()))
        }
        _ => None,
    }
}
