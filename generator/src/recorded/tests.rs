//! Places that don't move.

use serde_json::{Value, json};

use super::place::Places;
use crate::document::Pointer;

fn document() -> Value {
    json!({
        "parameters": [{"in": "query", "name": "a/b"}, {"$ref": "#/components/parameters/Page"}],
        "oneOf": [
            {"$ref": "#/components/schemas/Cat"},
            {"title": "Dog"},
            {"properties": {"kind": {"enum": ["bird"]}}},
            {"items": {"$ref": "#/components/schemas/Cat"}},
            {"properties": {"a": {"enum": [1, 2]}, "b": {}}, "description": "One of two."},
            {"title": "Twin", "properties": {"c": {}}},
            {"title": "Twin", "properties": {"d": {}}},
            {"properties": {"card": {}, "cvc": {}}, "required": ["cvc", "card"]},
        ],
        "allOf": [{"properties": {"a": {}, "c": {}}}, {"properties": {"b": {}, "c": {}}}],
    })
}

#[track_caller]
fn check(pointer: &str, expected: Option<&str>) {
    let document = document();
    let places = Places::of(&document);
    let pointer = Pointer::from_fragment(pointer).unwrap();
    let place = places.spell(&pointer);
    assert_eq!(place.as_ref().map(Pointer::as_str), expected);
    if let Some(place) = place {
        assert_eq!(places.find(&place), [pointer]);
    }
}

#[test]
fn items_are_called_by_what_they_are() {
    check("/parameters/0", Some("/parameters/query a~1b"));
    check("/parameters/1", Some("/parameters/Page"));
    check("/oneOf/0", Some("/oneOf/Cat"));
    check("/oneOf/1/title", Some("/oneOf/Dog/title"));
    check("/oneOf/2", Some("/oneOf/kind=bird"));
    check("/oneOf/3", Some("/oneOf/[Cat]"));
    check("/oneOf/7", Some("/oneOf/{card,cvc}"));
    check("/oneOf/8", None);
}

#[test]
fn members_of_all_of_are_one_object() {
    check("/allOf/1/properties/b", Some("/allOf/*/properties/b"));
    check(
        "/allOf/0/properties/c",
        Some("/allOf/@5d3c0ade/properties/c"),
    );
}

#[test]
fn marks_stand_for_what_is_said_in_any_order_and_without_prose() {
    check("/oneOf/4", Some("/oneOf/@2f4e67f0"));
    check("/oneOf/5", Some("/oneOf/@96ba7ffd"));
    let mut other = document();
    other["oneOf"][4] = json!({"properties": {"b": {}, "a": {"enum": [2, 1]}}});
    other["oneOf"].as_array_mut().unwrap().reverse();
    let place = Pointer::from_fragment("/oneOf/@2f4e67f0").unwrap();
    let found = Places::of(&other).find(&place);
    assert_eq!(
        found.iter().map(Pointer::as_str).collect::<Vec<_>>(),
        ["/oneOf/3"]
    );
}
