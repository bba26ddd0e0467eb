//! References that lead somewhere, and those that don't.

use crate::diagnostic::Diagnostics;
use crate::document::{Document, ReferenceProblem};
use crate::source::Source;

const DOCUMENT: &str = "
openapi: 3.1.0
info: {title: T, version: v}
paths:
  /a b/{id}:
    get: {responses: {200: {$ref: '#/x-responses/Done'}}}
components:
  schemas:
    Chain: {$ref: '#/components/schemas/Link'}
    Link: {$ref: '#thing'}
    Thing: {$anchor: thing, properties: {name: {type: string}}}
    Ring: {$ref: '#/components/schemas/Gnir'}
    Gnir: {$ref: '#/components/schemas/Ring'}
x-responses:
  Done: {description: Done., content: {a/b: {schema: {$ref: '#/x-schemas/Text'}}}}
x-schemas:
  Text: {type: [string, 'null']}
";

fn document() -> Document {
    Document::parse(
        &Source::new("a.yaml", DOCUMENT),
        &mut Diagnostics::default(),
    )
    .unwrap()
}

#[test]
fn references_are_followed_to_their_end() {
    let cases = [
        (
            "#/components/schemas/Chain",
            Ok("/components/schemas/Thing"),
        ),
        (
            "#/components/schemas/Thing/properties/name",
            Ok("/components/schemas/Thing/properties/name"),
        ),
        (
            "#/paths/~1a%20b~1%7Bid%7D/get",
            Ok("/paths/~1a b~1{id}/get"),
        ),
        ("#", Ok("")),
        (
            "#/components/schemas/Think",
            Err(ReferenceProblem::Dangling),
        ),
        ("#think", Err(ReferenceProblem::Dangling)),
        ("#/components/schemas/Ring", Err(ReferenceProblem::Circular)),
        (
            "other.yaml#/components/schemas/Thing",
            Err(ReferenceProblem::External),
        ),
        ("Thing", Err(ReferenceProblem::External)),
    ];
    let document = document();
    for (reference, expected) in cases {
        let found = document.resolve(reference);
        let found = found
            .as_ref()
            .map(|pointer| pointer.as_str())
            .map_err(|error| error.problem);
        assert_eq!(found, expected, "{reference}");
    }
}

/// OpenAPI says nothing about what stands below an extension, but references do.
#[test]
fn what_references_lead_to_is_read_as_what_they_stand_for() {
    let document = document();
    let text = document.resolve("#/x-schemas/Text").unwrap();
    assert_eq!(
        document
            .node(&text)
            .and_then(|schema| schema.get("nullable")),
        Some(&true.into())
    );
}
