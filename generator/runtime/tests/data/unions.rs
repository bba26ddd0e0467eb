//! Unions: which variant is chosen, what is kept, what is refused.

use std::collections::BTreeMap;

use bindery_runtime::{Bytes, decode as answers};

use crate::types::{
    Amount, Card, Discount, Feature, FixedPrice, Input, Payment, Price, Transfer, Tree,
};
use crate::{assert_round_trip, assert_says, decode, refusal};

#[test]
fn a_tag_decides_alone() {
    for (json, variant) in [
        (
            r#"{"amount_type": "fixed", "id": "p", "price_amount": 5}"#,
            "Fixed",
        ),
        (
            r#"{"price_amount": 5, "extra": 1, "id": "p", "amount_type": "fixed"}"#,
            "Fixed",
        ),
        (
            r#"{"amount_type": "custom", "id": "p", "price_amount": 5}"#,
            "Custom",
        ),
        (r#"{"amount_type": "free", "id": "p"}"#, "Custom"),
        (
            r#"{"amount_type": "metered", "id": "p", "price_amount": 5}"#,
            "Unknown",
        ),
        (r#"{"id": "p", "price_amount": 5}"#, "Unknown"),
        (r#"{"amount_type": 5}"#, "Unknown"),
        (r#""p""#, "Unknown"),
    ] {
        let found = match assert_round_trip::<Price>(json) {
            Price::Fixed(_) => "Fixed",
            Price::Custom(_) => "Custom",
            Price::Unknown(_) => "Unknown",
        };
        assert_eq!(found, variant, "{json}");
    }
}

#[test]
fn an_unknown_variant_keeps_its_json() {
    let Price::Unknown(price) = decode::<Price>(r#"{"amount_type": "metered", "unit": 1}"#) else {
        panic!("the tag is unknown")
    };
    assert_eq!(price.tag(), Some("metered"));
    assert_eq!(price.as_value()["unit"], 1);
    assert_eq!(price.clone().into_value(), *price.as_value());
}

#[test]
fn bad_content_of_a_known_tag_is_an_error_that_says_where() {
    for (json, parts) in [
        (
            r#"{"amount_type": "fixed", "id": "p"}"#,
            ["variant `Fixed`: missing field", "`price_amount`"],
        ),
        (
            r#"{"amount_type": "fixed", "id": 7, "price_amount": 5}"#,
            [
                "variant `Fixed`: at id",
                "expected a string, found an integer",
            ],
        ),
        (
            r#"{"amount_type": "fixed", "id": "p", "price_amount": null}"#,
            [
                "variant `Fixed`: at price_amount: expected an integer",
                "found null",
            ],
        ),
    ] {
        assert_says(&refusal::<Price>(json), &parts);
    }
}

#[test]
fn a_tag_that_the_variant_lacks_is_read_and_written() {
    for (json, written) in [
        (
            r#"{"type":"CARD","id":"c","last4":"4242"}"#,
            r#"{"type":"CARD","id":"c","last4":"4242"}"#,
        ),
        (
            r#"{"iban":"DE","new":1,"type":"TRANSFER"}"#,
            r#"{"type":"TRANSFER","iban":"DE","new":1}"#,
        ),
    ] {
        let payment = assert_round_trip::<Payment>(json);
        assert_eq!(serde_json::to_string(&payment).unwrap(), written);
    }
    let Payment::Card(Card {
        additional_properties,
        ..
    }) = decode(r#"{"type":"CARD","id":"c"}"#)
    else {
        panic!("the tag says card")
    };
    assert!(
        additional_properties.is_empty(),
        "the tag is no property of the card"
    );
}

#[test]
fn a_missing_tag_falls_back_to_the_shape() {
    assert!(matches!(decode(r#"{"id": "c"}"#), Payment::Card(_)));
    assert!(matches!(
        decode(r#"{"iban": "DE"}"#),
        Payment::Transfer(Transfer { .. })
    ));
    assert!(matches!(decode(r#"{"bic": "X"}"#), Payment::Unknown(_)));
}

#[test]
fn a_pair_of_constants_tells_discounts_apart() {
    for (json, variant) in [
        (
            r#"{"type": "fixed", "duration": "once", "amount": 5}"#,
            "Fixed",
        ),
        (
            r#"{"type": "fixed", "duration": "forever", "amount": 5, "duration_in_months": 1}"#,
            "Fixed",
        ),
        (
            r#"{"type": "fixed", "duration": "repeating", "amount": 5, "duration_in_months": 3}"#,
            "Repeating",
        ),
        (
            r#"{"type": "percentage", "duration": "repeating", "basis_points": 5, "duration_in_months": 3}"#,
            "Percentage",
        ),
        (
            r#"{"type": "percentage", "duration": "once", "basis_points": 5.0, "amount": 5}"#,
            "Percentage",
        ),
        (
            r#"{"type": "fixed", "duration": "repeating", "amount": 5}"#,
            "Unknown",
        ),
        (
            r#"{"type": "free", "duration": "once", "amount": 5}"#,
            "Unknown",
        ),
        (r#"{"duration": "once", "amount": 5}"#, "Unknown"),
    ] {
        let found = match decode::<Discount>(json) {
            Discount::Fixed(_) => "Fixed",
            Discount::Repeating(_) => "Repeating",
            Discount::Percentage(_) => "Percentage",
            Discount::Unknown(_) => "Unknown",
        };
        assert_eq!(found, variant, "{json}");
    }
}

#[test]
fn json_types_and_first_items_tell_apart() {
    for (json, variant) in [
        (r#""text""#, "Text"),
        (r#"["a", "b"]"#, "Texts"),
        ("[1, 2]", "Tokens"),
        ("[1.0]", "Tokens"),
        ("[[1], []]", "TokenLists"),
        ("[]", "Texts"),
        ("[true]", "Unknown"),
        ("{}", "Unknown"),
        ("null", "Unknown"),
    ] {
        let found = match decode::<Input>(json) {
            Input::Text(_) => "Text",
            Input::Texts(_) => "Texts",
            Input::Tokens(_) => "Tokens",
            Input::TokenLists(_) => "TokenLists",
            Input::Unknown(_) => "Unknown",
        };
        assert_eq!(found, variant, "{json}");
    }
}

#[test]
fn numbers_and_listed_values_tell_apart() {
    for (json, variant) in [
        ("5", "Whole"),
        ("5.0", "Whole"),
        ("5.5", "Number"),
        (r#""auto""#, "Auto"),
        ("false", "Free"),
        ("true", "Unknown"),
        (r#""manual""#, "Unknown"),
    ] {
        let found = match decode::<Amount>(json) {
            Amount::Auto(_) => "Auto",
            Amount::Free(_) => "Free",
            Amount::Number(_) => "Number",
            Amount::Whole(_) => "Whole",
            Amount::Unknown(_) => "Unknown",
        };
        assert_eq!(found, variant, "{json}");
    }
}

#[test]
fn the_most_specific_shape_wins() {
    for (json, variant) in [
        ("1", "Any"),
        ("{}", "Any"),
        (r#"{"name": "n"}"#, "Named"),
        (r#"{"name": "n", "id": "i"}"#, "Product"),
        (
            r#"{"name": "n", "id": "i", "legacy": true, "version": 2}"#,
            "Legacy",
        ),
        (r#"{"name": "n", "legacy": true, "version": 2.0}"#, "Legacy"),
        (r#"{"name": "n", "legacy": true, "version": 3}"#, "Named"),
        (r#"{"name": "n", "legacy": null, "version": 2}"#, "Named"),
    ] {
        let found = match assert_round_trip::<Feature>(json) {
            Feature::Any(_) => "Any",
            Feature::Named(_) => "Named",
            Feature::Product(_) => "Product",
            Feature::Legacy(_) => "Legacy",
            Feature::Unknown(_) => "Unknown",
        };
        assert_eq!(found, variant, "{json}");
    }
}

#[test]
fn the_last_of_repeated_tags_counts() {
    let json = r#"{"amount_type": "custom", "id": "p", "amount_type": "fixed", "price_amount": 5}"#;
    let Price::Fixed(FixedPrice { amount_type, .. }) = decode(json) else {
        panic!("the last tag says fixed")
    };
    assert_eq!(amount_type, "fixed");
}

#[test]
fn numbers_of_unknown_variants_are_kept() {
    for json in [
        "18446744073709551615",
        "-5",
        "0.1",
        "[true]",
        r#"{"a": {"b": [null]}}"#,
    ] {
        assert_round_trip::<Price>(json);
    }
}

#[test]
fn only_an_object_carries_a_tag() {
    for value in [
        serde_json::json!("text"),
        serde_json::json!([1]),
        serde_json::json!(null),
    ] {
        let tagged = bindery_runtime::union::serialize_tagged(
            serde_json::value::Serializer,
            "type",
            "A",
            &value,
        );
        assert_says(
            &tagged.unwrap_err(),
            &["only an object can carry the tag `type`: `A`"],
        );
    }
}

#[test]
fn an_error_in_nested_unions_says_the_whole_way() {
    let message = refusal::<Vec<Payment>>(r#"[{"type": "TRANSFER", "iban": ["DE"]}]"#);
    assert_says(
        &message,
        &["variant `Transfer`: at iban: expected a string, found an array"],
    );
    assert_says(
        &refusal::<Vec<Input>>(r#"[["a"], [1, "a"]]"#),
        &["variant `Tokens`: at [1]: expected i64, found a string"],
    );
    assert_round_trip::<Tree>(r#"["a", ["b", []], [["c"]]]"#);
}

#[test]
fn the_path_of_an_error_leads_into_variants() {
    let body = br#"{"payments": [{"type": "TRANSFER", "iban": ["DE"]}]}"#;
    let answer = http::Response::new(Bytes::from_static(body));
    let error = answers::json::<BTreeMap<String, Vec<Payment>>>(&answer).unwrap_err();
    assert_eq!(error.path(), "payments[0].iban");
    assert_eq!(
        error.problem(),
        "variant `Transfer`: expected a string, found an array"
    );
}
