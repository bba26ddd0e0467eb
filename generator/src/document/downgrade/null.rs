//! Null in unions and enums becomes `nullable`.

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
    if nullable {
        schema.insert("nullable".to_owned(), Value::Bool(true));
    }
}

/// Whether null is the only value that a schema allows.
pub(in crate::document) fn is_null(schema: &Value) -> bool {
    let is_null_type = match schema.get("type") {
        Some(Value::String(name)) => name == "null",
        Some(Value::Array(names)) => !names.is_empty() && names.iter().all(|name| name == "null"),
        _ => false,
    };
    let is_null_enum = match schema.get("enum") {
        Some(Value::Array(values)) => !values.is_empty() && values.iter().all(Value::is_null),
        _ => false,
    };
    is_null_type || is_null_enum
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
