//! Places that only stand for a schema elsewhere.

use indexmap::IndexSet;
use serde_json::Value;

use super::composition::Composition;
use super::contradiction::contradiction;
use super::gather::{Gathered, Member};
use super::kind::Kind;
use super::substance::{Substance, essence, own_substance, substance};
use crate::document::Pointer;
use crate::lower::context::Lowering;
use crate::lower::place::{Part, Place};

impl Lowering<'_> {
    /// The reference that a place only stands for: the one that is left when those that it includes are set aside, if
    /// nothing beside it changes the type.
    pub(super) fn sole_reference(
        &mut self,
        place: &Place,
        gathered: &Gathered,
    ) -> Option<Composition> {
        let target = match gathered.references.len() {
            0 => return None,
            1 => gathered.references.first()?.clone(),
            _ => self.most_derived(&gathered.references)?,
        };
        let child = place
            .single()
            .is_some_and(|own| self.inheritance.is_child(own, &target));
        if child || gathered.unreadable || !gathered.choices.is_empty() {
            return None;
        }
        if !gathered.members.is_empty() && self.included(&target).contains(&place.pointer()) {
            // The schema includes itself: what its reference would stand for is itself.
            return None;
        }
        let mut reference = Composition {
            reference: Some(target.clone()),
            ..Composition::default()
        };
        for member in &gathered.members {
            if !self.is_covered(member, &target, &mut reference) {
                return None;
            }
        }
        Some(reference)
    }

    /// The reference whose target includes the targets of all others by `allOf`.
    fn most_derived(&mut self, references: &IndexSet<Pointer>) -> Option<Pointer> {
        for candidate in references {
            let included = self.included(candidate);
            if references
                .iter()
                .all(|reference| included.contains(reference))
            {
                return Some(candidate.clone());
            }
        }
        None
    }

    /// Whether a schema says nothing that the target of the reference beside it doesn't say already.
    fn is_covered(
        &mut self,
        member: &Member,
        target: &Pointer,
        reference: &mut Composition,
    ) -> bool {
        let schema = &member.schema;
        let contribution = match member.whole {
            true => substance(schema),
            false => own_substance(schema),
        };
        match contribution {
            Substance::Nothing => return true,
            Substance::Everything => return false,
            Substance::Kind | Substance::Required | Substance::Properties => {}
        }
        let place = Place::of(target.clone());
        let Some(known) = self.enter(&place.clone(), |lowering| lowering.concrete(&place)) else {
            return false;
        };
        if let (Some(kind), Some(other)) = (Kind::declared(schema), known.kind)
            && kind.and(other).is_none()
        {
            let message =
                format!("`{kind}` stands beside a reference to something of type `{other}`");
            let contradiction = contradiction(&schema.pointer, target.clone(), message);
            reference.findings.push(contradiction);
        }
        let mut required = schema.keywords.required.iter();
        required.all(|name| known.required.contains_key(name))
            && schema.properties().all(|(name, pointer)| {
                let same = known.properties.get(name);
                same.is_some_and(|place| self.includes(place, &pointer))
            })
    }

    /// Whether one of the definitions of a property is the given one, or says as much.
    fn includes(&self, place: &Place, pointer: &Pointer) -> bool {
        let wanted = self.document.node(pointer).map(essence);
        let bare = wanted.as_ref().is_some_and(is_bare);
        place.parts().iter().any(|part| {
            let known = self.document.node(&part.pointer());
            let whole = *part == Part::Whole(pointer.clone());
            whole
                || known.map(essence) == wanted
                || (bare && kind_of(known) == kind_of(wanted.as_ref()))
        })
    }
}

/// Whether a schema's essence is a `type` at most.
fn is_bare(essence: &Value) -> bool {
    let object = essence.as_object();
    object.is_some_and(|keywords| keywords.keys().all(|key| key == "type"))
}

fn kind_of(schema: Option<&Value>) -> Option<&Value> {
    schema?.get("type")
}
