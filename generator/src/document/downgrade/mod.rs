//! Brings schemas of OpenAPI 3.1 to the vocabulary of 3.0.
//!
//! | 3.1 | becomes |
//! |---|---|
//! | `true`, `false` | `{}`, `not: {}` |
//! | `type: [string, "null"]` | `type: string`, `nullable: true` |
//! | `type: [string, integer]` | `anyOf` of the types, each with the keywords that speak of it |
//! | a member of `oneOf` or `anyOf` that only allows null | stays, so that places keep their numbers; `nullable: true` |
//! | `type: "null"` beside `properties`, `oneOf` and the like | stays, and counts for nothing; `nullable: true` |
//! | null among the values of `enum` | stays; `nullable: true` |
//! | `const` | `enum` of one value |
//! | a number as `exclusiveMinimum` | `minimum`, `exclusiveMinimum: true` |
//! | `$ref` with siblings | the last member of an `allOf` |
//! | `contentEncoding: base64`, `contentMediaType` of something binary | `format: byte`, `format: binary` |
//! | a list as `items` (JSON Schema before 2020-12) | `prefixItems` |
//!
//! What 3.0 can't say stays under its own name and is read from there by [`SchemaNode`](super::SchemaNode):
//! `type: "null"`, `prefixItems`, `patternProperties`, `unevaluatedProperties`, `examples`, `$defs`.
//!
//! Documents of version 3.0 are treated alike: many that are published use keywords of 3.1 without saying so.

mod content;
mod null;
mod reference;
#[cfg(test)]
mod tests;
mod types;

pub(super) use null::is_null;

use serde_json::{Map, Value, json};

use super::Pointer;
use super::fields::{DOCUMENT, Definition, SCHEMA};
use super::references::Adopted;
use super::walk::{Place, Visitor, walk_object};

/// Brings the schemas of a document to the vocabulary of 3.0.
pub(super) fn downgrade(root: &mut Value, adopted: &Adopted) {
    walk_object(
        &DOCUMENT,
        root,
        Place::start(&Pointer::root()),
        &mut Downgrade,
    );
    for (pointer, definition) in adopted.iter() {
        if let Some(node) = root.pointer_mut(pointer.as_str()) {
            walk_object(definition, node, Place::start(pointer), &mut Downgrade);
        }
    }
}

/// Brings each schema to the vocabulary of 3.0, those within it first.
struct Downgrade;

impl Visitor for Downgrade {
    fn leave(&mut self, definition: &'static Definition, node: &mut Value, _place: Place<'_>) {
        if !std::ptr::eq(definition, &SCHEMA) {
            return;
        }
        match node {
            Value::Bool(true) => *node = json!({}),
            Value::Bool(false) => *node = json!({ "not": {} }),
            Value::Object(schema) => downgrade_schema(schema),
            _ => {}
        }
    }
}

fn downgrade_schema(schema: &mut Map<String, Value>) {
    constant(schema);
    tuple(schema);
    exclusive_bound(schema, "minimum", "exclusiveMinimum", |bound, other| {
        bound >= other
    });
    exclusive_bound(schema, "maximum", "exclusiveMaximum", |bound, other| {
        bound <= other
    });
    content::downgrade(schema);
    null::downgrade(schema);
    types::downgrade(schema);
    reference::downgrade(schema);
}

fn constant(schema: &mut Map<String, Value>) {
    if let Some(value) = replace_key(schema, "const", "enum") {
        *value = Value::Array(vec![value.take()]);
    }
}

fn tuple(schema: &mut Map<String, Value>) {
    if schema.get("items").is_some_and(Value::is_array)
        && replace_key(schema, "items", "prefixItems").is_some()
    {
        replace_key(schema, "additionalItems", "items");
    }
}

/// Makes one bound of two: of `minimum: 1` and `exclusiveMinimum: 0`, only the first has an effect.
fn exclusive_bound(
    schema: &mut Map<String, Value>,
    keyword: &str,
    exclusive: &str,
    is_tighter: fn(f64, f64) -> bool,
) {
    let Some(bound) = schema
        .get(exclusive)
        .filter(|bound| bound.is_number())
        .cloned()
    else {
        return;
    };
    let other = schema.get(keyword).and_then(Value::as_f64);
    let wins =
        other.is_none_or(|other| bound.as_f64().is_some_and(|bound| is_tighter(bound, other)));
    schema.insert(exclusive.to_owned(), Value::Bool(wins));
    if wins {
        schema.insert(keyword.to_owned(), bound);
    }
}

/// Gives a member another key at the same place of the order, unless there is one of that name. Its value, then.
fn replace_key<'a>(
    schema: &'a mut Map<String, Value>,
    from: &str,
    to: &str,
) -> Option<&'a mut Value> {
    if schema.contains_key(to) || !schema.contains_key(from) {
        return None;
    }
    let members = std::mem::take(schema).into_iter();
    *schema = members
        .map(|(key, value)| {
            if key == from {
                (to.to_owned(), value)
            } else {
                (key, value)
            }
        })
        .collect();
    schema.get_mut(to)
}
