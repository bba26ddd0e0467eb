//! A `$ref` with siblings becomes a member of an `allOf`.

use serde_json::{Map, Value, json};

/// Keys that may stand beside a `$ref` without meaning anything for the value.
const WITHOUT_EFFECT: &[&str] = &[
    "$ref",
    "$id",
    "$schema",
    "$anchor",
    "$dynamicAnchor",
    "$vocabulary",
    "$comment",
    "$defs",
    "definitions",
    "summary",
];

pub(super) fn downgrade(schema: &mut Map<String, Value>) {
    if !schema.get("$ref").is_some_and(Value::is_string)
        || schema
            .keys()
            .all(|key| WITHOUT_EFFECT.contains(&key.as_str()))
    {
        return;
    }
    let Some(reference) = schema.shift_remove("$ref") else {
        return;
    };
    let members = schema.entry("allOf").or_insert_with(|| json!([]));
    if let Value::Array(members) = members {
        members.push(json!({ "$ref": reference }));
    }
}
