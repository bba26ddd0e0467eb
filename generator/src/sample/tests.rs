use serde_json::json;

use super::Sampler;
use super::value::Above;
use crate::diagnostic::Diagnostics;
use crate::document::{Document, Pointer};
use crate::source::Source;

/// What is made for a schema, which may refer to `#/components/schemas/Other`.
fn value(schema: serde_json::Value, other: serde_json::Value) -> Option<serde_json::Value> {
    let document = json!({
        "openapi": "3.0.3", "info": {"title": "t", "version": "1"}, "paths": {},
        "components": {"schemas": {"It": schema, "Other": other}},
    });
    let source = Source::new("document.json", document.to_string());
    let mut diagnostics = Diagnostics::default();
    let document = Document::parse(&source, &mut diagnostics).expect("a document");
    let place = Pointer::from_fragment("#/components/schemas/It").expect("a pointer");
    Sampler {
        document: &document,
    }
    .value(&[place], None, &Above::nothing())
}

#[test]
fn bounds_formats_and_patterns_are_kept() {
    let cases = [
        (json!({"type": "string", "minLength": 6}), json!("textte")),
        (json!({"type": "string", "maxLength": 2}), json!("te")),
        (
            json!({"type": "string", "format": "email"}),
            json!("jane@example.com"),
        ),
        (
            json!({"type": "string", "pattern": "^[A-Z]{3}-\\d+$"}),
            json!("AAA-1"),
        ),
        (
            json!({"type": "string", "pattern": "^a*$", "minLength": 3}),
            json!("aaa"),
        ),
        (
            json!({"type": "string", "pattern": "^(?!x).*$"}),
            json!("text"),
        ),
        (
            json!({"type": "integer", "minimum": 7, "multipleOf": 5}),
            json!(10),
        ),
        (
            json!({"type": "integer", "maximum": 0, "exclusiveMaximum": true}),
            json!(-1),
        ),
        (
            json!({"type": "number", "minimum": 0, "maximum": 1}),
            json!(0.5),
        ),
        (
            json!({"type": "array", "minItems": 2, "items": {"enum": ["a", "b"]}}),
            json!(["a", "b"]),
        ),
    ];
    for (schema, expected) in cases {
        assert_eq!(value(schema.clone(), json!({})), Some(expected), "{schema}");
    }
}

#[test]
fn what_the_document_shows_counts_where_it_fits() {
    let shown = json!({"type": "string", "example": "EUR", "maxLength": 3});
    assert_eq!(value(shown, json!({})), Some(json!("EUR")));
    let unfit = json!({"type": "integer", "example": "12", "default": 5});
    assert_eq!(value(unfit, json!({})), Some(json!(5)));
    let object = json!({
        "example": {"a": 2, "b": "no number"},
        "properties": {"a": {"type": "integer"}, "b": {"type": "integer"}, "c": {"type": "string", "readOnly": true}},
    });
    assert_eq!(value(object, json!({})), Some(json!({"a": 2, "b": 1})));
}

#[test]
fn parts_of_a_composition_are_put_together() {
    let other = json!({"properties": {"kind": {"type": "string"}, "x": {"type": "boolean"}}, "required": ["kind"]});
    let reference = json!({"$ref": "#/components/schemas/Other"});
    let merged = json!({"allOf": [reference, {"properties": {"kind": {"enum": ["k"]}}}]});
    assert_eq!(
        value(merged, other.clone()),
        Some(json!({"kind": "k", "x": true}))
    );
    let tagged = json!({
        "oneOf": [reference],
        "discriminator": {"propertyName": "kind", "mapping": {"other": "#/components/schemas/Other"}},
    });
    assert_eq!(
        value(tagged, other),
        Some(json!({"kind": "other", "x": true}))
    );
    let second = json!({"example": 3, "oneOf": [{"type": "string"}, {"type": "integer"}]});
    assert_eq!(
        value(
            json!({"properties": {"a": second}, "example": {"a": 3}}),
            json!({})
        ),
        Some(json!({"a": 3}))
    );
}

#[test]
fn what_contains_itself_ends() {
    let reference = json!({"$ref": "#/components/schemas/It"});
    let optional = json!({"properties": {"name": {"type": "string"}, "parent": reference}});
    assert_eq!(value(optional, json!({})), Some(json!({"name": "text"})));
    let list = json!({"properties": {"children": {"type": "array", "items": reference}}});
    assert_eq!(value(list, json!({})), Some(json!({"children": []})));
    let required = json!({"properties": {"parent": reference}, "required": ["parent"]});
    assert_eq!(value(required, json!({})), None);
    let circle = json!({"oneOf": [reference, {"type": "string"}], "example": 1});
    assert_eq!(value(circle, json!({})), Some(json!(1)));
}
