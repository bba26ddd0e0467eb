//! Null in unions and enums becomes `nullable`, and so does a `type: "null"` beside the description of other values.

use serde_json::{Map, Value};

/// Marks a schema as nullable when one of its members or values is null.
///
/// The member and the value stay where they are: places that point to their neighbours have numbers.
pub(super) fn downgrade(schema: &mut Map<String, Value>) {
    let mut nullable = schema
        .get("enum")
        .and_then(Value::as_array)
        .is_some_and(|values| values.contains(&Value::Null));
    for keyword in ["oneOf", "anyOf"] {
        if let Some(Value::Array(members)) = schema.get_mut(keyword) {
            for member in members {
                nullable |= take_nullable(member) || is_null(member);
            }
        }
    }
    nullable |= schema.get("type").is_some_and(is_null_type) && describes_values(schema);
    if nullable {
        schema.insert("nullable".to_owned(), Value::Bool(true));
    }
}

/// Whether null is the only value that a schema allows.
pub(in crate::document) fn is_null(schema: &Value) -> bool {
    let is_null_type = schema.get("type").is_some_and(is_null_type)
        && !schema.as_object().is_some_and(describes_values);
    let is_null_enum = match schema.get("enum") {
        Some(Value::Array(values)) => !values.is_empty() && values.iter().all(Value::is_null),
        _ => false,
    };
    is_null_type || is_null_enum
}

fn is_null_type(value: &Value) -> bool {
    match value {
        Value::String(name) => name == "null",
        Value::Array(names) => !names.is_empty() && names.iter().all(|name| name == "null"),
        _ => false,
    }
}

/// Whether a schema goes on to describe values of other types. No value satisfies both, so `type: "null"` can only mean
/// that null is allowed as well.
fn describes_values(schema: &Map<String, Value>) -> bool {
    let keywords = [
        "$ref",
        "allOf",
        "anyOf",
        "oneOf",
        "properties",
        "items",
        "additionalProperties",
    ];
    keywords.iter().any(|keyword| schema.contains_key(*keyword))
}

/// A union with a member that allows null allows null itself: so the member need not.
fn take_nullable(member: &mut Value) -> bool {
    let Value::Object(member) = member else {
        return false;
    };
    let nullable = member.get("nullable") == Some(&Value::Bool(true));
    if nullable {
        member.shift_remove("nullable");
    }
    nullable
}
