//! Schemas before and after.

use serde_json::Value;

use crate::diagnostic::Diagnostics;
use crate::document::{Document, Pointer};
use crate::source::Source;

const CASES: &[(&str, &str)] = &[
    ("true", "{}"),
    ("false", "{not: {}}"),
    (
        "{properties: {a: true}, additionalProperties: false}",
        "{properties: {a: {}}, additionalProperties: false}",
    ),
    ("{type: [string, 'null']}", "{type: string, nullable: true}"),
    ("{type: ['null']}", "{type: 'null'}"),
    ("{type: [integer, number]}", "{type: number}"),
    ("{type: [string, number, boolean, array, object]}", "{}"),
    ("{type: [string, integer], enum: [a, 1]}", "{enum: [a, 1]}"),
    (
        "{type: [string, array, 'null'], title: T, maxLength: 3, format: date, items: {type: [string]}}",
        "{title: T, nullable: true, anyOf: [{type: string, maxLength: 3, format: date},
            {type: array, items: {type: string}}]}",
    ),
    (
        "{oneOf: [{type: 'null'}, {type: [string, 'null']}]}",
        "{oneOf: [{type: 'null'}, {type: string}], nullable: true}",
    ),
    (
        "{anyOf: [{const: null}, {$ref: '#'}]}",
        "{anyOf: [{enum: [null]}, {$ref: '#'}], nullable: true}",
    ),
    (
        "{type: 'null', properties: {}}",
        "{type: 'null', properties: {}, nullable: true}",
    ),
    ("{enum: [a, null]}", "{enum: [a, null], nullable: true}"),
    ("{const: 1, type: integer}", "{enum: [1], type: integer}"),
    (
        "{exclusiveMinimum: 1}",
        "{exclusiveMinimum: true, minimum: 1}",
    ),
    (
        "{exclusiveMaximum: 9, maximum: 5}",
        "{exclusiveMaximum: false, maximum: 5}",
    ),
    (
        "{exclusiveMaximum: true, maximum: 5}",
        "{exclusiveMaximum: true, maximum: 5}",
    ),
    ("{$ref: '#', $comment: none}", "{$ref: '#', $comment: none}"),
    (
        "{$ref: '#', description: D}",
        "{description: D, allOf: [{$ref: '#'}]}",
    ),
    (
        "{$ref: '#', allOf: [{type: object}]}",
        "{allOf: [{type: object}, {$ref: '#'}]}",
    ),
    (
        "{type: string, contentEncoding: base64}",
        "{type: string, contentEncoding: base64, format: byte}",
    ),
    (
        "{contentMediaType: image/png}",
        "{contentMediaType: image/png, format: binary}",
    ),
    (
        "{contentMediaType: application/problem+json}",
        "{contentMediaType: application/problem+json}",
    ),
    (
        "{items: [{const: a}], additionalItems: false}",
        "{prefixItems: [{enum: [a]}], items: false}",
    ),
];

#[test]
fn schemas_are_brought_to_the_vocabulary_of_3_0() {
    for (before, after) in CASES {
        let text = format!(
            "{{openapi: 3.1.0, info: {{title: T, version: v}}, components: {{schemas: {{A: {before}}}}}}}"
        );
        let mut diagnostics = Diagnostics::default();
        let document = Document::parse(&Source::new("a.yaml", text), &mut diagnostics);
        let place = Pointer::from_fragment("#/components/schemas/A").unwrap();
        let found = document.as_ref().and_then(|document| document.node(&place));
        let expected: Value = serde_yaml::from_str(after).unwrap();
        assert_eq!(found, Some(&expected), "{before}: {diagnostics:?}");
    }
}
