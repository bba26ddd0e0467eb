//! What names can be made of: components have one, everything else is named after where it stands.
//!
//! Names are found last, from places alone, so that they don't depend on the order in which types were met.

use indexmap::{IndexMap, IndexSet};
use serde_json::Value;

use super::context::{Lowering, component_schema};
use super::media_type::Syntax;
use super::operation::{METHODS, statuses};
use super::place::{Part, Place};
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
        let composition = self.compose(place);
        if let Some(key) = place.single().and_then(component_schema) {
            return NameSource::Component(composition.rust_name().unwrap_or(key));
        }
        let (owner, path) = self.location(place, owners);
        NameSource::Inline {
            owner,
            path,
            title: composition.title().filter(|title| reads_as_name(title)),
        }
    }

    /// Where a place stands: in what, and as what. A place that stands nowhere as a whole is where it is used first.
    fn location(
        &mut self,
        place: &Place,
        owners: &IndexMap<Pointer, TypeId>,
    ) -> (Owner, Vec<Role>) {
        let variant = matches!(self.contexts.get(place), Some((_, Some(Role::Variant(..)))));
        if let Some(pointer) = self.naming_pointer(place).filter(|_| !variant) {
            return self.position(&pointer, owners);
        }
        // A place is noted before what is in it, so that the way up ends; the entry is taken out all the same meanwhile.
        let Some((around, role)) = self.contexts.swap_remove(place) else {
            return self.position(&place.pointer(), owners);
        };
        let (owner, mut path) = match self.types.get(&around) {
            Some(id) => (Owner::Type(id), Vec::new()),
            None => self.location(&around, owners),
        };
        path.extend(role.clone());
        self.contexts.insert(place.clone(), (around, role));
        (owner, path)
    }

    /// The part of a place to name it after: the one whose component brought the others in. `None` if there is no such
    /// part, so that the place is merged only where it is used.
    fn naming_pointer(&mut self, place: &Place) -> Option<Pointer> {
        let written = |part: &Part| matches!(part, Part::Whole(_) | Part::Own(_));
        if !place.parts().iter().all(written) {
            return None;
        }
        let pointers: Vec<Pointer> = place.parts().iter().map(Part::pointer).collect();
        let roots: IndexSet<Pointer> = pointers.iter().map(root).collect();
        let last = |wanted: &Pointer| {
            pointers
                .iter()
                .rfind(|pointer| root(pointer) == *wanted)
                .cloned()
        };
        let candidate = match roots.len() {
            1 => pointers.last().cloned(),
            _ => (roots.iter())
                .find(|candidate| self.includes_all(candidate, &roots))
                .and_then(last),
        };
        candidate.filter(|pointer| component_schema(pointer).is_none())
    }

    /// Whether a component's `allOf` leads to all of some components. What is no schema component includes whatever it
    /// is merged with.
    fn includes_all(&mut self, candidate: &Pointer, roots: &IndexSet<Pointer>) -> bool {
        if component_schema(candidate).is_none() {
            return true;
        }
        let included = self.included(candidate);
        roots.iter().all(|root| included.contains(root))
    }

    fn position(
        &self,
        pointer: &Pointer,
        owners: &IndexMap<Pointer, TypeId>,
    ) -> (Owner, Vec<Role>) {
        let (owner, above) = self.owner(pointer, owners);
        let path = self.roles(&above, pointer);
        (owner, path)
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
            if let Some(index) = self.parameter_users.get(&place) {
                let item = place.parent().and_then(|list| list.parent());
                return (Owner::Operation(*index), item.unwrap_or_default());
            }
            if let Some(owner) = unnamed_owner(&place) {
                return (owner, place);
            }
            above = place.parent();
        }
        (Owner::Component(String::new()), Pointer::root())
    }

    /// The parts that a place and what is around it play, from an owner down.
    fn roles(&self, owner: &Pointer, pointer: &Pointer) -> Vec<Role> {
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
                "schema" => {}
                method if METHODS.contains(&method) => {}
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
                    .follow(place)
                    .and_then(|place| self.document.node(&place.child("name")));
                name.and_then(Value::as_str)
                    .map(|name| Role::Property(name.to_owned()))
            }
            "oneOf" | "anyOf" => {
                let (name, index) = self.variants.get(place)?;
                Some(Role::Variant(name.clone(), *index))
            }
            _ => None,
        }
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

/// An owner that has no type and is no operation: another component, or a webhook.
fn unnamed_owner(place: &Pointer) -> Option<Owner> {
    let tokens: Vec<String> = place.tokens().collect();
    match tokens.as_slice() {
        [root, _, key] if root == "components" => Some(Owner::Component(key.clone())),
        [root, key] if root == "webhooks" || root == "x-webhooks" => {
            Some(Owner::Component(key.clone()))
        }
        _ => None,
    }
}

/// The component, operation or path that a pointer leads into.
fn root(pointer: &Pointer) -> Pointer {
    let tokens = pointer.tokens().take(3);
    tokens.fold(Pointer::root(), |root, token| root.child(token))
}
