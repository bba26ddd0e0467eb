//! Lists of types: null becomes `nullable`, and several types an `anyOf`.

use serde_json::{Map, Value, json};

/// Which keywords speak of which types (JSON Schema 2020-12, validation §6).
const KEYWORDS: &[(&[&str], &[&str])] = &[
    (
        &["string"],
        &[
            "minLength",
            "maxLength",
            "pattern",
            "contentEncoding",
            "contentMediaType",
            "contentSchema",
        ],
    ),
    (
        &["number", "integer"],
        &[
            "multipleOf",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
        ],
    ),
    (
        &["object"],
        &[
            "properties",
            "required",
            "additionalProperties",
            "patternProperties",
            "propertyNames",
            "unevaluatedProperties",
            "dependentRequired",
            "dependentSchemas",
            "minProperties",
            "maxProperties",
        ],
    ),
    (
        &["array"],
        &[
            "items",
            "prefixItems",
            "contains",
            "unevaluatedItems",
            "minItems",
            "maxItems",
            "uniqueItems",
        ],
    ),
];

/// Formats of numbers; all others are of strings.
const NUMBER_FORMATS: &[&str] = &[
    "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float", "double",
];

pub(super) fn downgrade(schema: &mut Map<String, Value>) {
    let Some(Value::Array(types)) = schema.get("type") else {
        return;
    };
    let mut types: Vec<String> = types
        .iter()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect();
    let listed = types.len();
    types.retain(|name| name != "null");
    if types.len() < listed && !types.is_empty() {
        schema.insert("nullable".to_owned(), Value::Bool(true));
    }
    if types.iter().any(|name| name == "number") {
        types.retain(|name| name != "integer");
    }
    types.dedup();
    match types.as_slice() {
        [] if listed == 0 => {
            schema.shift_remove("type");
        }
        [] => {
            schema.insert("type".to_owned(), Value::from("null"));
        }
        [name] => {
            schema.insert("type".to_owned(), Value::from(name.as_str()));
        }
        _ => several(schema, &types),
    }
}

/// Several types. Values of an enum and members of a union have types of their own, and lists of all types say
/// nothing; in other cases, the types become a union.
fn several(schema: &mut Map<String, Value>, types: &[String]) {
    schema.shift_remove("type");
    let says_nothing = ["string", "number", "boolean", "array", "object"]
        .iter()
        .all(|name| types.iter().any(|listed| listed == name))
        && !schema.contains_key("properties")
        && !schema.contains_key("items");
    if says_nothing
        || ["enum", "oneOf", "anyOf"]
            .iter()
            .any(|keyword| schema.contains_key(*keyword))
    {
        return;
    }
    let format = schema.shift_remove("format");
    let members = types
        .iter()
        .map(|name| member(schema, name, format.as_ref()))
        .collect();
    schema.insert("anyOf".to_owned(), Value::Array(members));
}

/// What a schema says of one of its types, taken out of it. No keyword speaks of two of the types: where `number` is
/// listed, `integer` is not.
fn member(schema: &mut Map<String, Value>, name: &str, format: Option<&Value>) -> Value {
    let mut member = Map::new();
    member.insert("type".to_owned(), json!(name));
    let keywords = KEYWORDS
        .iter()
        .filter(|(types, _)| types.contains(&name))
        .flat_map(|(_, keywords)| *keywords);
    for keyword in keywords {
        if let Some(value) = schema.shift_remove(*keyword) {
            member.insert((*keyword).to_owned(), value);
        }
    }
    if let Some(Value::String(format)) = format {
        let is_number = NUMBER_FORMATS.contains(&format.as_str());
        if matches!(
            (name, is_number),
            ("number" | "integer", true) | ("string", false)
        ) {
            member.insert("format".to_owned(), json!(format));
        }
    }
    Value::Object(member)
}
