//! Schemas, values that are shown for them, and what there is to say.

use serde_json::{Value, json};

use crate::diagnostic::{Code, Diagnostics};
use crate::document::Document;
use crate::source::Source;

/// The places and messages for an example of a schema, which may refer to `#/components/schemas/Other`.
fn misfits(schema: Value, other: Value, example: Value) -> Vec<(String, String)> {
    let content = json!({"application/json": {"schema": schema, "example": example}});
    let document = json!({
        "openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "paths": {},
        "components": {
            "responses": {"It": {"description": "It.", "content": content}},
            "schemas": {"Other": other},
        },
    });
    let source = Source::new("document.json", document.to_string());
    let mut diagnostics = Diagnostics::default();
    let document = Document::parse(&source, &mut diagnostics).expect("a document");
    document.check_shown_values(&mut diagnostics);
    let found = diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.code == Code::ExampleValue);
    let found = found.map(|diagnostic| {
        let (_, place) = diagnostic
            .pointer
            .as_str()
            .split_once("/example")
            .expect("an example");
        let (_, message) = diagnostic.message.split_once("schema: ").expect("a reason");
        (place.to_owned(), message.to_owned())
    });
    found.collect()
}

fn other() -> Value {
    json!({"$ref": "#/components/schemas/Other"})
}

#[test]
fn what_fits_is_not_reported() {
    let cases = [
        (json!({"type": "integer"}), json!(1.0)),
        (json!({"type": "string", "enum": [1, 2]}), json!("2")),
        (
            json!({"type": "string", "maxLength": 1, "pattern": "^a$"}),
            json!("text"),
        ),
        (json!({"type": "string"}), json!(null)),
        (
            json!({"type": "integer", "format": "int32", "maximum": 9_000_000_000_u64}),
            json!(5_000_000_000_u64),
        ),
        (
            json!({"properties": {"a": {"type": "string"}}}),
            json!({"a": null, "b": 1}),
        ),
        (
            json!({"required": ["a", "b"], "properties": {"a": {"readOnly": true, "type": "string"}}}),
            json!({}),
        ),
        (
            json!({"required": ["a"], "properties": {"a": {"nullable": true, "type": "string"}}}),
            json!({}),
        ),
        (
            json!({"allOf": [other(), {"required": ["a"]}]}),
            json!({"a": "x"}),
        ),
        (
            json!({"oneOf": [{"type": "integer"}, other()]}),
            json!({"a": "x"}),
        ),
        (
            other(),
            json!({"a": "x", "next": {"a": "y", "next": {"a": "z"}}}),
        ),
        (json!({"$ref": "#/components/schemas/Nothing"}), json!(1)),
    ];
    let object =
        json!({"type": "object", "properties": {"a": {"type": "string"}, "next": other()}});
    for (schema, example) in cases {
        let found = misfits(schema.clone(), object.clone(), example.clone());
        assert_eq!(found, [], "{schema} {example}");
    }
}

#[test]
fn what_does_not_fit_is_reported_where_it_stands() {
    let text = json!({"type": "string"});
    let cases = [
        (
            text.clone(),
            json!(5),
            "",
            "a number stands where a text belongs",
        ),
        (
            json!({"type": "integer"}),
            json!(1.5),
            "",
            "a number stands where a whole number belongs",
        ),
        (
            json!({"type": "integer", "format": "int32"}),
            json!(5_000_000_000_u64),
            "",
            "a number stands where a whole number of 32 bits belongs",
        ),
        (
            json!({"enum": ["a", "b"]}),
            json!("c"),
            "",
            "`c` is not in its `enum`",
        ),
        (
            json!({"items": text}),
            json!(["a", 1]),
            "/1",
            "a number stands where a text belongs",
        ),
        (
            other(),
            json!({"a": 1, "b": 2}),
            "/a",
            "a number stands where a text belongs",
        ),
        (other(), json!({"b": 2}), "", "`a` is required, and missing"),
        (
            other(),
            json!({"a": null}),
            "/a",
            "null stands where a value is required",
        ),
        (
            json!({"allOf": [other()]}),
            json!([]),
            "",
            "a list stands where an object belongs",
        ),
        (
            json!({"additionalProperties": text}),
            json!({"k": 1}),
            "/k",
            "a number stands where a text belongs",
        ),
        (
            json!({"anyOf": [text, other()]}),
            json!({"a": 1}),
            "/a",
            "a number stands where a text belongs",
        ),
        (
            json!({"oneOf": [text, {"type": "boolean"}]}),
            json!(1),
            "",
            "it is none of the variants",
        ),
    ];
    let object = json!({"type": "object", "required": ["a"], "properties": {"a": text}});
    for (schema, example, place, message) in cases {
        let found = misfits(schema.clone(), object.clone(), example.clone());
        assert_eq!(
            found,
            [(place.to_owned(), message.to_owned())],
            "{schema} {example}"
        );
    }
}

/// Unions of unions of themselves have very many ways to look at a value.
#[test]
fn it_ends() {
    let union = json!({"oneOf": [other(), other(), {"allOf": [other(), {"type": "string"}]}]});
    let object = json!({"anyOf": [union, union, {"items": other()}]});
    assert!(misfits(other(), object, json!([[1], [2]])).len() < 2);
}
