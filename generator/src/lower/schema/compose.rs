//! Composing: merging the schemas of a place into what holds for its values.

use std::rc::Rc;

use indexmap::IndexSet;
use serde_json::Value;

use super::composition::{Additional, Composition, Enumeration};
use super::contradiction::contradiction;
use super::gather::{Gathered, Member};
use super::kind::Kind;
use super::substance::{Substance, substance};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Pointer, SchemaNode};
use crate::lower::context::{Lowering, Node};
use crate::lower::place::{Part, Place};

/// How long a chain of references may be.
const CHAIN: usize = 64;

impl Lowering<'_> {
    /// What a place says.
    pub(crate) fn compose(&mut self, place: &Place) -> Rc<Composition> {
        if let Some(composition) = self.compositions.get(place) {
            return composition.clone();
        }
        let composition = Rc::new(match place.parts() {
            [Part::Merged(_, places)] => self.merged_variants(places),
            _ => self.composed(place),
        });
        (self.compositions).insert(place.clone(), composition.clone());
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
        if let Some(reference) = self.sole_reference(place, &gathered) {
            return Composition {
                nullable,
                members: gathered.members,
                ..reference
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

    fn merged(&mut self, gathered: Gathered) -> Composition {
        let mut composition = Composition {
            members: gathered.members,
            unions: gathered.choices,
            ..Composition::default()
        };
        for member in composition.members.clone() {
            let schema = &member.schema;
            merge_kind(&mut composition, schema);
            merge_enumeration(&mut composition, schema);
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
                None => composition
                    .unions
                    .push(variants.into_iter().map(Place::of).collect()),
            }
        }
        if schema.data.discriminator.is_some() {
            composition.discriminator = Some(schema.clone());
        }
    }

    fn leads_into(&mut self, variant: &Pointer, visited: &IndexSet<Pointer>) -> bool {
        match self.schema(variant).as_deref() {
            Some(Node::Reference(reference)) => {
                let target = self.schema_target(reference);
                target.is_some_and(|target| visited.contains(&target))
            }
            _ => false,
        }
    }

    /// The property names that each alternative asks for, if the alternatives say nothing else.
    fn alternative_requirements(&mut self, variants: &[Pointer]) -> Option<Vec<String>> {
        let names = variants
            .iter()
            .map(|variant| match self.schema(variant).as_deref() {
                Some(Node::Schema(schema)) => required_only(schema),
                _ => None,
            });
        names.collect()
    }
}

fn required_only(schema: &SchemaNode) -> Option<String> {
    let required = &schema.keywords.required;
    let only = substance(schema) == Substance::Required && schema.keywords.all_of.is_empty();
    let names = required.iter().map(|name| format!("`{name}`"));
    only.then(|| names.collect::<Vec<_>>().join(" and "))
}

fn merge_kind(composition: &mut Composition, schema: &SchemaNode) {
    composition.kind = match (composition.kind, Kind::declared(schema)) {
        (Some(known), Some(new)) => Some(known.and(new).unwrap_or_else(|| {
            let message = format!("`{known}` and `{new}` are asked for at once");
            contradict(composition, schema, message);
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

/// A list that refines another allows what is in both. One with values of its own can't refine, so it counts as it is:
/// what is lost by taking the last word is reported.
fn merge_enumeration(composition: &mut Composition, schema: &Rc<SchemaNode>) {
    let values = &schema.keywords.enumeration;
    if values.is_empty() {
        return;
    }
    let values: IndexSet<Value> = values.iter().cloned().collect();
    if let Some(known) = composition.enumeration.take() {
        note_excluded(composition, &known, &values);
        let own = |value: &&Value| !value.is_null() && !known.values.contains(*value);
        if let Some(other) = values.iter().find(own) {
            let message = format!("{other} is not among the values that are allowed elsewhere");
            contradict(composition, schema, message);
        }
    }
    composition.enumeration = Some(Enumeration {
        schema: schema.clone(),
        values,
    });
}

/// Says which values of a list another list rules out. Those of a component are values of its own type all the same.
fn note_excluded(composition: &mut Composition, known: &Enumeration, values: &IndexSet<Value>) {
    let pointer = &known.schema.pointer;
    let inline = |member: &Member| member.inline && member.schema.pointer == *pointer;
    if !composition.members.iter().any(inline) {
        return;
    }
    let excluded = known.values.iter().filter(|value| !values.contains(*value));
    let excluded: Vec<String> = excluded.map(Value::to_string).collect();
    if !excluded.is_empty() {
        let message = format!(
            "ruled out by another list beside it: {}",
            excluded.join(", ")
        );
        let place = pointer.child("enum");
        (composition.findings)
            .push(Diagnostic::new(Code::ExcludedEnumValue, place, message).at_key());
    }
}

fn contradict(composition: &mut Composition, schema: &SchemaNode, message: String) {
    let first = composition.members.first();
    let first = first
        .map(|member| member.schema.pointer.clone())
        .unwrap_or_default();
    let contradiction = contradiction(&schema.pointer, first, message);
    composition.findings.push(contradiction);
}

/// The JSON type that keywords give away where `type` is missing.
fn inferred_kind(composition: &Composition) -> Option<Kind> {
    let object = !composition.properties.is_empty()
        || !composition.required.is_empty()
        || !composition.pattern_properties.is_empty()
        || matches!(composition.additional, Additional::Schema(_));
    let text = composition
        .format
        .as_deref()
        .is_some_and(super::primitive::is_text_format);
    if object {
        Some(Kind::Object)
    } else if composition.items.is_some() || !composition.prefix_items.is_empty() {
        Some(Kind::Array)
    } else if text {
        Some(Kind::String)
    } else {
        None
    }
}
