//! One schema, typed, without its children.

use openapiv3::{AnySchema, SchemaData};
use serde::Deserialize;
use serde_json::{Number, Value};

use super::Pointer;
use super::downgrade::is_null;
use super::fields::SCHEMA;
use super::node::shallow;

/// One schema: `openapiv3`'s vocabulary for it and what OpenAPI 3.1 has beyond that. Its children are places.
#[derive(Clone, Debug)]
pub struct SchemaNode {
    /// Where it stands.
    pub pointer: Pointer,
    /// Annotations: `title`, `description`, `default`, `nullable` and the like, and extensions.
    pub data: SchemaData,
    /// Every other keyword, flat. A child in it is only a stub: its place is what the methods give.
    ///
    /// `enumeration` keeps a null that the document lists; `data.nullable` is set then. `typ` is one of OpenAPI's types
    /// or `null`.
    pub keywords: AnySchema,
    minimum: Option<Number>,
    maximum: Option<Number>,
    examples: Vec<Value>,
    prefix_items: Vec<Pointer>,
    pattern_properties: Vec<(String, Pointer)>,
    one_of: Vec<Pointer>,
    any_of: Vec<Pointer>,
    forbids_unevaluated: bool,
    is_null: bool,
    is_never: bool,
}

/// What an object may hold beside its named properties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AdditionalProperties {
    /// The document doesn't say.
    Unstated,
    /// Anything (`true`).
    Any,
    /// Nothing (`false`).
    Forbidden,
    /// Values of the schema at this place.
    Schema(Pointer),
}

impl SchemaNode {
    pub(super) fn read(node: &Value, pointer: &Pointer) -> Result<Self, serde_json::Error> {
        let copy = shallow(&SCHEMA, node, pointer);
        Ok(Self {
            pointer: pointer.clone(),
            data: SchemaData::deserialize(&copy)?,
            keywords: AnySchema::deserialize(&copy)?,
            minimum: number(node, "minimum"),
            maximum: number(node, "maximum"),
            examples: examples(node),
            prefix_items: items(node, pointer, "prefixItems"),
            pattern_properties: pattern_properties(node, pointer),
            one_of: members(node, pointer, "oneOf"),
            any_of: members(node, pointer, "anyOf"),
            forbids_unevaluated: node.get("unevaluatedProperties") == Some(&Value::Bool(false)),
            is_null: is_null(node),
            is_never: node.get("not").is_some_and(allows_anything),
        })
    }

    /// Named properties with their places, in the document's order.
    pub fn properties(&self) -> impl Iterator<Item = (&str, Pointer)> {
        let properties = self.pointer.child("properties");
        self.keywords
            .properties
            .keys()
            .map(move |name| (name.as_str(), properties.child(name)))
    }

    /// `items`.
    pub fn items(&self) -> Option<Pointer> {
        self.keywords
            .items
            .as_ref()
            .map(|_| self.pointer.child("items"))
    }

    /// `additionalProperties`; forbidden, too, where `unevaluatedProperties` of OpenAPI 3.1 is all that forbids them.
    pub fn additional_properties(&self) -> AdditionalProperties {
        match &self.keywords.additional_properties {
            None if self.forbids_unevaluated => AdditionalProperties::Forbidden,
            None => AdditionalProperties::Unstated,
            Some(openapiv3::AdditionalProperties::Any(true)) => AdditionalProperties::Any,
            Some(openapiv3::AdditionalProperties::Any(false)) => AdditionalProperties::Forbidden,
            Some(openapiv3::AdditionalProperties::Schema(_)) => {
                AdditionalProperties::Schema(self.pointer.child("additionalProperties"))
            }
        }
    }

    /// `prefixItems` of OpenAPI 3.1: the items of a tuple.
    pub fn prefix_items(&self) -> Vec<Pointer> {
        self.prefix_items.clone()
    }

    /// `patternProperties` of OpenAPI 3.1: patterns with the places of their schemas.
    pub fn pattern_properties(&self) -> Vec<(String, Pointer)> {
        self.pattern_properties.clone()
    }

    /// Members of `allOf`.
    pub fn all_of(&self) -> Vec<Pointer> {
        let list = self.pointer.child("allOf");
        (0..self.keywords.all_of.len())
            .map(|index| list.child(index))
            .collect()
    }

    /// Members of `oneOf`, without those that only allow null (`data.nullable` is set instead).
    pub fn one_of(&self) -> Vec<Pointer> {
        self.one_of.clone()
    }

    /// Members of `anyOf`, without those that only allow null (`data.nullable` is set instead).
    pub fn any_of(&self) -> Vec<Pointer> {
        self.any_of.clone()
    }

    /// The exact lower bound, which `keywords.minimum` rounds to a 64-bit float. Inclusive unless
    /// `keywords.exclusive_minimum` says otherwise.
    pub fn minimum(&self) -> Option<Number> {
        self.minimum.clone()
    }

    /// The exact upper bound, which `keywords.maximum` rounds to a 64-bit float. Inclusive unless
    /// `keywords.exclusive_maximum` says otherwise.
    pub fn maximum(&self) -> Option<Number> {
        self.maximum.clone()
    }

    /// `example`, then `examples` of OpenAPI 3.1.
    pub fn examples(&self) -> Vec<Value> {
        self.examples.clone()
    }

    /// Whether null is the only value allowed.
    pub fn is_null(&self) -> bool {
        self.is_null
    }

    /// Whether no value is allowed: the schema `false` of OpenAPI 3.1, and `not: {}`.
    pub fn is_never(&self) -> bool {
        self.is_never
    }
}

fn number(node: &Value, keyword: &str) -> Option<Number> {
    node.get(keyword)?.as_number().cloned()
}

/// Places of a list's schemas.
fn items(node: &Value, pointer: &Pointer, keyword: &str) -> Vec<Pointer> {
    let list = pointer.child(keyword);
    let count = node
        .get(keyword)
        .and_then(Value::as_array)
        .map_or(0, Vec::len);
    (0..count).map(|index| list.child(index)).collect()
}

/// Places of the members of a union, without those that only allow null.
fn members(node: &Value, pointer: &Pointer, keyword: &str) -> Vec<Pointer> {
    let list = pointer.child(keyword);
    let members = node
        .get(keyword)
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .enumerate();
    members
        .filter(|(_, member)| !is_null(member))
        .map(|(index, _)| list.child(index))
        .collect()
}

/// Whether a schema says nothing about values.
fn allows_anything(schema: &Value) -> bool {
    schema.as_object().is_some_and(serde_json::Map::is_empty)
}

fn pattern_properties(node: &Value, pointer: &Pointer) -> Vec<(String, Pointer)> {
    let place = pointer.child("patternProperties");
    let patterns = node
        .get("patternProperties")
        .and_then(Value::as_object)
        .into_iter()
        .flatten();
    patterns
        .map(|(pattern, _)| (pattern.clone(), place.child(pattern)))
        .collect()
}

fn examples(node: &Value) -> Vec<Value> {
    let more = node
        .get("examples")
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    node.get("example")
        .into_iter()
        .chain(more)
        .cloned()
        .collect()
}
