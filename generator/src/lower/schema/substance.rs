//! How much of its own a schema says beside what it refers to.

use serde_json::{Map, Value};

use super::kind::Kind;
use crate::document::{AdditionalProperties, SchemaNode};

/// What a schema's own keywords contribute to a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Substance {
    /// Annotations and limits only: they change no type.
    Nothing,
    /// A `type`.
    Kind,
    /// Names in `required`.
    Required,
    /// Properties.
    Properties,
    /// Anything else.
    Everything,
}

/// What a schema contributes, its `allOf` aside.
pub(crate) fn substance(schema: &SchemaNode) -> Substance {
    match schema.keywords.one_of.is_empty() && schema.keywords.any_of.is_empty() {
        true => own_substance(schema),
        false => Substance::Everything,
    }
}

/// What a schema contributes, its `allOf`, `oneOf` and `anyOf` aside.
pub(crate) fn own_substance(schema: &SchemaNode) -> Substance {
    let keywords = &schema.keywords;
    let additional = schema.additional_properties();
    let everything = keywords.format.is_some()
        || schema.items().is_some()
        || !keywords.enumeration.is_empty()
        || matches!(additional, AdditionalProperties::Schema(_))
        || !schema.pattern_properties().is_empty()
        || !schema.prefix_items().is_empty()
        || schema.is_null()
        || schema.is_never();
    if everything {
        Substance::Everything
    } else if !keywords.properties.is_empty() {
        Substance::Properties
    } else if !keywords.required.is_empty() {
        Substance::Required
    } else if keywords.typ.is_some() {
        Substance::Kind
    } else {
        Substance::Nothing
    }
}

/// Whether a schema says anything about objects.
pub(super) fn concerns_objects(schema: &SchemaNode) -> bool {
    Kind::declared(schema) == Some(Kind::Object)
        || !schema.keywords.properties.is_empty()
        || !schema.keywords.required.is_empty()
        || schema.additional_properties() != AdditionalProperties::Unstated
}

/// A schema without prose and limits: two schemas with the same essence have the same type.
pub(crate) fn essence(schema: &Value) -> Value {
    let Value::Object(keywords) = schema else {
        return schema.clone();
    };
    let kept = keywords.iter().filter(|(key, _)| !is_decoration(key));
    let entries = kept.map(|(key, value)| (key.clone(), essential_keyword(key, value)));
    let mut entries: Vec<_> = entries.collect();
    entries.sort_by(|(left, _), (right, _)| left.cmp(right));
    Value::Object(entries.into_iter().collect())
}

fn essential_keyword(key: &str, value: &Value) -> Value {
    match (key, value) {
        ("properties", Value::Object(children)) => {
            let children = children.iter();
            let children: Map<_, _> = children
                .map(|(name, child)| (name.clone(), essence(child)))
                .collect();
            Value::Object(children)
        }
        ("allOf" | "oneOf" | "anyOf", Value::Array(children)) => {
            Value::Array(children.iter().map(essence).collect())
        }
        ("items" | "additionalProperties", child) => essence(child),
        _ => value.clone(),
    }
}

/// Keywords that change no type: annotations, and limits of values.
fn is_decoration(key: &str) -> bool {
    let decorations = [
        "title",
        "description",
        "default",
        "example",
        "examples",
        "deprecated",
        "externalDocs",
        "xml",
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
        "minLength",
        "maxLength",
        "pattern",
        "minItems",
        "maxItems",
        "uniqueItems",
        "minProperties",
        "maxProperties",
    ];
    decorations.contains(&key) || (key.starts_with("x-") && !key.starts_with("x-bindery-"))
}
