//! An id or an object.

use bindery_runtime::Expandable;

use crate::types::Product;
use crate::{assert_round_trip, assert_says, refusal};

#[test]
fn both_forms_round_trip_and_have_an_id() {
    for (json, is_object) in [
        (r#""prod_1""#, false),
        (r#"{"id": "prod_1", "name": "Pen"}"#, true),
        (r#"{"name": "Pen", "new": 1, "id": "prod_1"}"#, true),
    ] {
        let product = assert_round_trip::<Expandable<Product>>(json);
        assert_eq!(product.id(), "prod_1");
        assert_eq!(product.as_object().is_some(), is_object);
        assert_eq!(product.into_object().is_some(), is_object);
    }
}

#[test]
fn an_id_is_made_of_text() {
    let borrowed: Expandable<Product> = "prod_1".into();
    let owned: Expandable<Product> = String::from("prod_1").into();
    assert_eq!(borrowed, owned);
}

#[test]
fn everything_else_is_refused() {
    for (json, part) in [
        ("1", "expected an id (a string) or the whole object"),
        ("[]", "expected an id (a string) or the whole object"),
        ("null", "expected an id (a string) or the whole object"),
        (r#"{"id": "prod_1"}"#, "missing field `name`"),
        (r#"{"id": 1, "name": "Pen"}"#, "invalid type: integer `1`"),
    ] {
        assert_says(&refusal::<Expandable<Product>>(json), &[part]);
    }
}
