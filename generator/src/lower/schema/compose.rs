//! Composing: merging the schemas of a place into what holds for its values.

use std::rc::Rc;

use indexmap::IndexSet;
use serde_json::Value;

use super::composition::{Composition, Enumeration};
use super::gather::{Gathered, Member};
use super::kind::Kind;
use super::substance::{Substance, essence, own_substance, substance};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Pointer, SchemaNode};
use crate::lower::context::{Lowering, Node};
use crate::lower::place::Place;

/// How long a chain of references may be.
const CHAIN: usize = 64;

impl Lowering<'_> {
    /// What a place says.
    pub(crate) fn compose(&mut self, place: &Place) -> Rc<Composition> {
        if let Some(composition) = self.compositions.get(place) {
            return composition.clone();
        }
        let composition = Rc::new(self.composed(place));
        self.compositions.insert(place.clone(), composition.clone());
        composition
    }

    /// What a place says after following the references that it only stands for.
    pub(crate) fn concrete(&mut self, place: &Place) -> Rc<Composition> {
        let mut composition = self.compose(place);
        for _ in 0..CHAIN {
            match &composition.reference {
                Some(target) => composition = self.compose(&Place::of(target.clone())),
                None => break,
            }
        }
        composition
    }

    fn composed(&mut self, place: &Place) -> Composition {
        let gathered = self.gather(place, false);
        let nullable = gathered.nullable(place);
        if let Some(target) = self.sole_reference(place, &gathered) {
            return Composition {
                reference: Some(target),
                nullable,
                members: gathered.members,
                ..Composition::default()
            };
        }
        let gathered = match gathered.references.is_empty() {
            true => gathered,
            false => self.gather(place, true),
        };
        if gathered.unreadable && gathered.members.is_empty() {
            return Composition::unreadable();
        }
        let mut composition = self.merged(gathered);
        composition.nullable = nullable;
        composition
    }

    /// The reference that a place only stands for: the one that is left when those that it includes are set aside, if
    /// nothing beside it changes the type.
    fn sole_reference(&mut self, place: &Place, gathered: &Gathered) -> Option<Pointer> {
        let target = match gathered.references.len() {
            0 => return None,
            1 => gathered.references.first()?.clone(),
            _ => self.most_derived(&gathered.references)?,
        };
        let child = place
            .single()
            .is_some_and(|own| self.inheritance.is_child(own, &target));
        if child || gathered.unreadable {
            return None;
        }
        let adds_nothing = |lowering: &mut Self, member: &Member| {
            lowering.is_covered(&member.schema, member.whole, &target)
        };
        let members = gathered.members.iter();
        members
            .fold(true, |all, member| all && adds_nothing(self, member))
            .then_some(target)
    }

    /// The reference whose target includes the targets of all others by `allOf`.
    fn most_derived(&mut self, references: &IndexSet<Pointer>) -> Option<Pointer> {
        for candidate in references {
            let included = self.gather(&Place::of(candidate.clone()), true).visited;
            if references
                .iter()
                .all(|reference| included.contains(reference))
            {
                return Some(candidate.clone());
            }
        }
        None
    }

    /// Whether a schema says nothing that its neighbour's target doesn't say already.
    pub(super) fn is_covered(
        &mut self,
        schema: &SchemaNode,
        whole: bool,
        target: &Pointer,
    ) -> bool {
        let contribution = match whole {
            true => substance(schema),
            false => own_substance(schema),
        };
        if contribution == Substance::Nothing {
            return true;
        }
        if contribution == Substance::Everything {
            return false;
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
            self.contradiction(&schema.pointer, target, message);
        }
        let required = &schema.keywords.required;
        required
            .iter()
            .all(|name| known.required.contains_key(name))
            && schema.properties().all(|(name, pointer)| {
                let same = known.properties.get(name);
                same.is_some_and(|place| self.includes(place, &pointer))
            })
    }

    /// Whether one of the definitions of a property is the given one, or says the same.
    fn includes(&self, place: &Place, pointer: &Pointer) -> bool {
        let wanted = self.document.node(pointer).map(essence);
        let bare = wanted.as_ref().is_some_and(is_bare);
        place.parts().iter().any(|part| {
            let known = self.document.node(part.pointer());
            part.pointer() == pointer
                || known.map(essence) == wanted
                || (bare
                    && known.and_then(|node| node.get("type"))
                        == wanted.as_ref().and_then(|node| node.get("type")))
        })
    }

    fn merged(&mut self, gathered: Gathered) -> Composition {
        let mut composition = Composition {
            members: gathered.members,
            ..Composition::default()
        };
        for member in composition.members.clone() {
            let schema = &member.schema;
            self.merge_kind(&mut composition, schema);
            self.merge_enumeration(&mut composition, schema);
            composition.merge_object(schema);
            composition.merge_array(schema);
            if member.whole {
                self.merge_unions(&mut composition, schema, &gathered.visited);
            }
        }
        composition.merge_additional();
        if composition.kind.is_none() {
            composition.kind = inferred_kind(&composition);
        }
        composition
    }

    fn merge_kind(&mut self, composition: &mut Composition, schema: &Rc<SchemaNode>) {
        let declared = Kind::declared(schema);
        composition.kind = match (composition.kind, declared) {
            (Some(known), Some(new)) => Some(known.and(new).unwrap_or_else(|| {
                let message = format!("`{known}` and `{new}` are asked for at once");
                self.contradiction(&schema.pointer, &first_of(composition), message);
                composition.format = None;
                composition.enumeration = None;
                new
            })),
            (known, new) => new.or(known),
        };
        if schema.keywords.format.is_some() {
            composition.format.clone_from(&schema.keywords.format);
        }
    }

    fn merge_enumeration(&mut self, composition: &mut Composition, schema: &Rc<SchemaNode>) {
        let values = &schema.keywords.enumeration;
        if values.is_empty() {
            return;
        }
        let known = composition.enumeration.take();
        let shared = known.as_ref().map(|known| {
            let both = |value: &&Value| value.is_null() || known.values.contains(value);
            values.iter().filter(both).cloned().collect::<Vec<_>>()
        });
        if shared.as_ref().is_some_and(Vec::is_empty) {
            let message = "no value is in both lists of allowed values";
            self.contradiction(&schema.pointer, &first_of(composition), message);
        }
        composition.enumeration = Some(Enumeration {
            schema: schema.clone(),
            values: shared
                .filter(|list| !list.is_empty())
                .unwrap_or_else(|| values.clone()),
        });
    }

    fn merge_unions(
        &mut self,
        composition: &mut Composition,
        schema: &Rc<SchemaNode>,
        visited: &IndexSet<Pointer>,
    ) {
        let lists = [(schema.one_of(), "exactly"), (schema.any_of(), "at least")];
        for (variants, quantity) in lists {
            // One of the alternatives holds anyway: a variant that includes its union by `allOf`.
            let satisfied = variants
                .iter()
                .any(|variant| self.leads_into(variant, visited));
            if variants.is_empty() || satisfied {
                continue;
            }
            match self.alternative_requirements(&variants) {
                Some(names) => {
                    let names = names.join(" / ");
                    composition
                        .limits
                        .push(format!("{quantity} one of: {names}"));
                }
                None => composition.unions.push(variants),
            }
        }
        if schema.data.discriminator.is_some() {
            composition.discriminator = Some(schema.clone());
        }
    }

    fn leads_into(&mut self, variant: &Pointer, visited: &IndexSet<Pointer>) -> bool {
        let Some(node) = self.schema(variant) else {
            return false;
        };
        match &*node {
            Node::Reference(reference) => {
                (self.schema_target(reference)).is_some_and(|target| visited.contains(&target))
            }
            Node::Schema(_) => false,
        }
    }

    /// The property names that each alternative asks for, if the alternatives say nothing else.
    fn alternative_requirements(&mut self, variants: &[Pointer]) -> Option<Vec<String>> {
        variants
            .iter()
            .map(|variant| {
                let node = self.schema(variant)?;
                let Node::Schema(schema) = &*node else {
                    return None;
                };
                let only_required = substance(schema) <= Substance::Required
                    && schema.keywords.all_of.is_empty()
                    && !schema.keywords.required.is_empty();
                let names = schema
                    .keywords
                    .required
                    .iter()
                    .map(|name| format!("`{name}`"));
                only_required.then(|| names.collect::<Vec<_>>().join(" and "))
            })
            .collect()
    }

    fn contradiction(&mut self, pointer: &Pointer, other: &Pointer, message: impl Into<String>) {
        let diagnostic = Diagnostic::new(Code::Contradiction, pointer.clone(), message)
            .related(other.clone(), "contradicts this")
            .help("make the members of the `allOf` agree, or describe the value without `allOf`");
        self.diagnostics.push(diagnostic);
    }
}

/// The schema that a contradiction is reported against.
fn first_of(composition: &Composition) -> Pointer {
    let first = composition.members.first();
    first
        .map(|member| member.schema.pointer.clone())
        .unwrap_or_default()
}

/// Whether a schema's essence is a `type` at most.
fn is_bare(essence: &Value) -> bool {
    let object = essence.as_object();
    object.is_some_and(|keywords| keywords.keys().all(|key| key == "type"))
}

/// The JSON type that keywords give away where `type` is missing.
fn inferred_kind(composition: &Composition) -> Option<Kind> {
    let object = !composition.properties.is_empty()
        || !composition.required.is_empty()
        || !composition.pattern_properties.is_empty()
        || matches!(
            composition.additional,
            super::composition::Additional::Schema(_)
        );
    if object {
        Some(Kind::Object)
    } else if composition.items.is_some() || !composition.prefix_items.is_empty() {
        Some(Kind::Array)
    } else if composition
        .format
        .as_deref()
        .is_some_and(super::primitive::is_text_format)
    {
        Some(Kind::String)
    } else {
        None
    }
}
