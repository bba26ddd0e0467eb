//! What a place says: all its schemas, followed through `allOf` and merged into one.

use std::rc::Rc;

use indexmap::{IndexMap, IndexSet};
use serde_json::Value;

use super::gather::Member;
use super::kind::Kind;
use crate::diagnostic::Diagnostic;
use crate::document::{AdditionalProperties, Pointer, SchemaNode};
use crate::lower::place::Place;

/// A place with every `allOf` merged: the keywords that hold for its values.
#[derive(Clone, Debug, Default)]
pub(crate) struct Composition {
    /// The schema that the place only stands for. It says nothing of its own then but annotations and limits.
    pub(crate) reference: Option<Pointer>,
    /// The schemas that are merged, those that others refine first.
    pub(crate) members: Vec<Member>,
    /// Null is allowed.
    pub(crate) nullable: bool,
    /// The JSON type, declared or inferred.
    pub(crate) kind: Option<Kind>,
    /// `format`.
    pub(crate) format: Option<String>,
    /// Properties by name; several definitions of one refine each other.
    pub(crate) properties: IndexMap<String, Place>,
    /// `required`, from everywhere, with the schema that lists each name last.
    pub(crate) required: IndexMap<String, Pointer>,
    /// What may stand beside the properties.
    pub(crate) additional: Additional,
    /// `patternProperties`.
    pub(crate) pattern_properties: Vec<(String, Pointer)>,
    /// `items`.
    pub(crate) items: Option<Place>,
    /// `prefixItems`.
    pub(crate) prefix_items: Vec<Pointer>,
    /// `enum`.
    pub(crate) enumeration: Option<Enumeration>,
    /// `oneOf` and `anyOf`: a value satisfies one of each list.
    pub(crate) unions: Vec<Vec<Place>>,
    /// What is wrong with it, to be reported if the place is used.
    pub(crate) findings: Vec<Diagnostic>,
    /// Limits that follow from lists of alternatives without types of their own.
    pub(crate) limits: Vec<String>,
    /// The schema whose `discriminator` holds.
    pub(crate) discriminator: Option<Rc<SchemaNode>>,
    /// The schema can't be read, or its reference leads nowhere.
    pub(crate) unreadable: bool,
}

/// What may stand beside named properties.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Additional {
    /// Anything, because nothing is said of it.
    #[default]
    Unstated,
    /// Anything.
    Any,
    /// Nothing.
    Forbidden,
    /// Values of one schema.
    Schema(Place),
}

/// An `enum` with the schema that lists it.
#[derive(Clone, Debug)]
pub(crate) struct Enumeration {
    /// The schema.
    pub(crate) schema: Rc<SchemaNode>,
    /// Its values, as far as all members allow them.
    pub(crate) values: IndexSet<Value>,
}

impl Composition {
    /// Any JSON value, for want of a schema that can be read.
    pub(crate) fn unreadable() -> Self {
        Self {
            unreadable: true,
            ..Self::default()
        }
    }

    /// Whether null is the only value.
    pub(crate) fn is_null(&self) -> bool {
        let null = |value: &Value| value.is_null();
        self.members.iter().any(|member| member.schema.is_null())
            || (self.enumeration.as_ref())
                .is_some_and(|list| !list.values.is_empty() && list.values.iter().all(null))
    }

    /// Whether there is no value at all.
    pub(crate) fn is_never(&self) -> bool {
        self.members.iter().any(|member| member.schema.is_never())
    }

    /// The members that stand in the document where the place is, rather than behind a reference, the last word first.
    pub(crate) fn inline(&self) -> impl Iterator<Item = &SchemaNode> {
        let members = self.members.iter().rev();
        members
            .filter(|member| member.inline)
            .map(|member| member.schema.as_ref())
    }

    /// Takes over what one more schema says about objects.
    pub(super) fn merge_object(&mut self, schema: &SchemaNode) {
        for (name, pointer) in schema.properties() {
            let place = Place::of(pointer);
            match self.properties.get_mut(name) {
                Some(known) => *known = known.clone().and(place),
                None => drop(self.properties.insert(name.to_owned(), place)),
            }
        }
        let required = schema.keywords.required.iter();
        (self.required).extend(required.map(|name| (name.clone(), schema.pointer.clone())));
        self.pattern_properties.extend(schema.pattern_properties());
    }

    /// Takes over what one more schema says about arrays.
    pub(super) fn merge_array(&mut self, schema: &SchemaNode) {
        if let Some(items) = schema.items().map(Place::of) {
            self.items = Some(match self.items.take() {
                Some(known) => known.and(items),
                None => items,
            });
        }
        let positions = schema.prefix_items();
        if !positions.is_empty() {
            self.prefix_items = positions;
        }
    }

    /// Decides what may stand beside the properties: a schema counts wherever it is, a prohibition only if all agree,
    /// since a member that forbids others' properties would leave nothing.
    pub(super) fn merge_additional(&mut self) {
        let stated: Vec<_> = (self.members.iter())
            .filter(|member| super::substance::concerns_objects(&member.schema))
            .map(|member| member.schema.additional_properties())
            .collect();
        let mut schemas: IndexSet<Pointer> = IndexSet::new();
        for additional in &stated {
            if let AdditionalProperties::Schema(pointer) = additional {
                schemas.insert(pointer.clone());
            }
        }
        let places = schemas.into_iter().map(Place::of);
        self.additional = match places.reduce(Place::and) {
            Some(place) => Additional::Schema(place),
            None if stated.contains(&AdditionalProperties::Any) => Additional::Any,
            None if stated.last() == Some(&AdditionalProperties::Forbidden) => {
                Additional::Forbidden
            }
            None => Additional::Unstated,
        };
    }
}
