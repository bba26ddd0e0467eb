//! One schema, typed, without its children.

use openapiv3::{AnySchema, SchemaData};
use serde::Deserialize;
use serde_json::{Number, Value, json};

use super::Pointer;

/// One schema: `openapiv3`'s vocabulary for it and what OpenAPI 3.1 has beyond that. Its children are places.
#[derive(Clone, Debug)]
pub struct SchemaNode {
    /// Where it stands.
    pub pointer: Pointer,
    /// Annotations: `title`, `description`, `default`, `nullable` and the like, and extensions.
    pub data: SchemaData,
    /// Every other keyword, flat. A child in it is only a stub: its place is what the methods give.
    ///
    /// `enumeration` keeps a null that the document lists; `data.nullable` is set then.
    pub keywords: AnySchema,
}

/// What an object may hold beside its named properties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AdditionalProperties {
    /// The document doesn't say.
    Unstated,
    /// Anything (`true`, `{}`).
    Any,
    /// Nothing (`false`).
    Forbidden,
    /// Values of the schema at this place.
    Schema(Pointer),
}

impl SchemaNode {
    pub(super) fn read(node: &Value, pointer: &Pointer) -> Result<Self, serde_json::Error> {
        let node = shallow(node);
        Ok(Self {
            pointer: pointer.clone(),
            data: SchemaData::deserialize(&node)?,
            keywords: AnySchema::deserialize(&node)?,
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

    /// `prefixItems` of OpenAPI 3.1: the items of a tuple.
    pub fn prefix_items(&self) -> Vec<Pointer> {
        Vec::new()
    }

    /// `additionalProperties` (and `unevaluatedProperties`, where only that is given).
    pub fn additional_properties(&self) -> AdditionalProperties {
        match &self.keywords.additional_properties {
            None => AdditionalProperties::Unstated,
            Some(openapiv3::AdditionalProperties::Any(true)) => AdditionalProperties::Any,
            Some(openapiv3::AdditionalProperties::Any(false)) => AdditionalProperties::Forbidden,
            Some(openapiv3::AdditionalProperties::Schema(_)) => {
                AdditionalProperties::Schema(self.pointer.child("additionalProperties"))
            }
        }
    }

    /// `patternProperties` of OpenAPI 3.1: patterns with the places of their schemas.
    pub fn pattern_properties(&self) -> Vec<(String, Pointer)> {
        Vec::new()
    }

    /// Members of `allOf`.
    pub fn all_of(&self) -> Vec<Pointer> {
        self.members("allOf", self.keywords.all_of.len())
    }

    /// Members of `oneOf`, without the one that only allows null (`data.nullable` is set instead).
    pub fn one_of(&self) -> Vec<Pointer> {
        self.members("oneOf", self.keywords.one_of.len())
    }

    /// Members of `anyOf`, without the one that only allows null (`data.nullable` is set instead).
    pub fn any_of(&self) -> Vec<Pointer> {
        self.members("anyOf", self.keywords.any_of.len())
    }

    /// Whether null is the only value allowed.
    pub fn is_null(&self) -> bool {
        self.data.extensions.contains_key("x-bindery-null")
    }

    /// Whether no value is allowed (the schema `false`).
    pub fn is_never(&self) -> bool {
        self.data.extensions.contains_key("x-bindery-never")
    }

    /// The exact lower bound; `keywords.minimum` is rounded to a 64-bit float. Inclusive unless
    /// `keywords.exclusive_minimum` says otherwise.
    pub fn minimum(&self) -> Option<Number> {
        Number::from_f64(self.keywords.minimum?)
    }

    /// The exact upper bound; `keywords.maximum` is rounded to a 64-bit float. Inclusive unless
    /// `keywords.exclusive_maximum` says otherwise.
    pub fn maximum(&self) -> Option<Number> {
        Number::from_f64(self.keywords.maximum?)
    }

    /// `example`, then `examples` of OpenAPI 3.1.
    pub fn examples(&self) -> Vec<Value> {
        self.data.example.iter().cloned().collect()
    }

    fn members(&self, keyword: &str, count: usize) -> Vec<Pointer> {
        let list = self.pointer.child(keyword);
        (0..count).map(|index| list.child(index)).collect()
    }
}

fn shallow(node: &Value) -> Value {
    let mut node = node.clone();
    let Some(object) = node.as_object_mut() else {
        return json!({});
    };
    for (key, value) in object.iter_mut() {
        match (key.as_str(), value) {
            ("properties", Value::Object(children)) => {
                children.values_mut().for_each(|child| *child = json!({}))
            }
            ("oneOf" | "anyOf" | "allOf", Value::Array(children)) => {
                children.iter_mut().for_each(|child| *child = json!({}));
            }
            ("items" | "not" | "additionalProperties", child @ Value::Object(_)) => {
                *child = json!({})
            }
            _ => {}
        }
    }
    node
}
