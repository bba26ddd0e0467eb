//! What is said of documents, in the short form: `line:column: severity[code]: message`.

use openapiv3::ReferenceOr;

use super::{Document, Pointer};
use crate::diagnostic::{Diagnostics, Form, Style, render};
use crate::source::Source;

fn check(text: &str) -> (Option<Document>, String) {
    let source = Source::new("", text);
    let mut diagnostics = Diagnostics::default();
    let document = Document::parse(&source, &mut diagnostics);
    let style = Style {
        form: Form::Short,
        ..Style::default()
    };
    (document, render(&source, &diagnostics, style))
}

/// A document of one operation and one schema, each on a line of its own.
fn document(version: &str, operation: &str, schema: &str) -> String {
    format!(
        "openapi: {version}\ninfo: {{title: T, version: v}}\npaths: {{/a: {{get:\n{operation}\n}}}}\n\
        components: {{schemas: {{A:\n{schema}\n}}}}\n"
    )
}

const FINE: &str = "{responses: {}}";

#[test]
fn operations_are_held_against_their_fields() {
    let cases = [
        (FINE, ""),
        ("{responses: {}, x-mine: 1}", ""),
        (
            "{}",
            ":3:14: warning[E0104]: an operation needs the field `responses`\n",
        ),
        (
            "{responses: {}, operationID: a}",
            ":4:17: warning[E0103]: an operation has no field `operationID`\n",
        ),
        (
            "{responses: {}, x-bindery-page: 1}",
            ":4:17: warning[E0103]: an operation has no field `x-bindery-page`\n",
        ),
        (
            "{responses: {}, tags: a}",
            ":4:23: warning[E0102]: a text stands where a list belongs\n",
        ),
        (
            "{responses: {}, deprecated: 'true'}",
            ":4:29: warning[E0102]: a text stands where `true` or `false` belongs\n",
        ),
        ("{responses: {}, description: }", ""),
        (
            "{responses: {}, parameters: [{name: a, in: Query}]}",
            ":4:44: warning[E0102]: `Query` is not one of `query`, `header`, `path`, `cookie`\n",
        ),
        (
            "{responses: {}, parameters: [{$ref: '#/components/schemas/A'}]}",
            ":4:37: warning[E0204]: `$ref` leads to a schema where a parameter belongs: `#/components/schemas/A`\n",
        ),
        (
            "{responses: {200: {$ref: '#/components/responses/B', headers: {}}}}",
            ":4:26: warning[E0203]: `$ref` points nowhere: `#/components/responses/B`\n\
            :4:54: warning[E0205]: `headers` beside a `$ref` has no effect\n",
        ),
    ];
    for (operation, expected) in cases {
        assert_eq!(
            check(&document("3.0.3", operation, "{}")).1,
            expected,
            "{operation}"
        );
    }
}

#[test]
fn schemas_are_held_against_their_vocabulary() {
    let cases = [
        (
            "3.0.3",
            "{type: object, requird: [a]}",
            ":7:16: warning[E0103]: a schema has no field `requird`\n",
        ),
        (
            "3.0.3",
            "{colour: red}",
            ":7:2: warning[E0103]: a schema has no field `colour`\n",
        ),
        ("3.1.0", "{colour: red}", ""),
        (
            "3.1.0",
            "{requird: [a]}",
            ":7:2: warning[E0103]: a schema has no field `requird`\n",
        ),
        (
            "3.0.3",
            "{type: strin}",
            ":7:8: warning[E0102]: `strin` is not one of `string`, `number`, `integer`, `boolean`, `array`, `object`\n",
        ),
        (
            "3.0.3",
            "{maxLength: 3.0, minLength: -1}",
            ":7:29: warning[E0102]: `-1` stands where a whole number from 0 belongs\n",
        ),
        (
            "3.0.3",
            "{const: a}",
            ":7:2: note[E0105]: `const` in a schema belongs to OpenAPI 3.1, and this is a document of version 3.0\n",
        ),
        (
            "3.1.0",
            "{if: {}}",
            ":7:2: note[E0309]: `if` can't be expressed by a type; the API is left to check it\n",
        ),
        (
            "3.0.3",
            "{properties: []}",
            ":7:14: warning[E0102]: a list stands where an object belongs\n",
        ),
        (
            "3.0.3",
            "{properties: {a: text}}",
            ":7:18: warning[E0102]: a text stands where a schema belongs\n",
        ),
    ];
    for (version, schema, expected) in cases {
        assert_eq!(
            check(&document(version, FINE, schema)).1,
            expected,
            "{schema}"
        );
    }
}

#[test]
fn reading_a_node_leaves_out_what_stands_below_it() {
    let operation = "{parameters: [{name: a, in: query, schema: {}}], responses: {200: {$ref: '#/x-r'}, ok: {}}}";
    let (parsed, _) = check(&document(
        "3.0.3",
        operation,
        "{oneOf: [{type: string}], properties: {a: {}}, minimum: 1}",
    ));
    let (document, mut diagnostics) = (parsed.unwrap(), Diagnostics::default());
    let place = Pointer::root().child("paths").child("/a").child("get");
    let operation: openapiv3::Operation = document.read(&place, &mut diagnostics).unwrap();
    assert_eq!(
        operation.parameters,
        [ReferenceOr::ref_("#/paths/~1a/get/parameters/0")]
    );
    assert_eq!(
        operation.responses.responses.values().collect::<Vec<_>>(),
        [&ReferenceOr::ref_("#/x-r")]
    );

    let place = Pointer::root()
        .child("components")
        .child("schemas")
        .child("A");
    let Some(ReferenceOr::Item(schema)) = document.schema(&place, &mut diagnostics) else {
        panic!("no schema")
    };
    assert_eq!(schema.one_of(), [place.child("oneOf").child(0)]);
    assert_eq!(
        schema.properties().collect::<Vec<_>>(),
        [("a", place.child("properties").child("a"))]
    );
    assert_eq!(schema.minimum(), Some(1.into()));
    assert!(diagnostics.is_empty());
}
