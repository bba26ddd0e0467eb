//! Objects: what is required, what is optional, what is unknown.

use serde_json::json;

use crate::types::{Checkout, Order, Settings, Status};
use crate::{assert_round_trip, assert_says, decode, refusal};

const MINIMAL: &str =
    r#"{"id": "ch_1", "status": "pending", "product": "prod_1", "success_url": null}"#;

#[test]
fn objects_round_trip() {
    for json in [
        MINIMAL,
        r#"{"id": "", "status": "new", "product": {"id": "p", "name": "n"}, "success_url": "u"}"#,
        r#"{"id": "ch_1", "status": "pending", "product": "p", "success_url": null, "units": 3,
            "note": null, "discount": 5, "metadata": {"a": [1, 2.5, null]}, "custom": {"b": true},
            "created_at": "2026-01-31T12:00:00Z", "client_secret": "s",
            "order": {"id": "o", "amount": 2000, "type": "recurring", "checkout": {"id": "ch_2",
                "status": "completed", "product": "p", "success_url": null}}}"#,
    ] {
        assert_round_trip::<Checkout>(json);
    }
}

#[test]
fn a_required_property_that_is_missing_or_null_is_named() {
    for (json, parts) in [
        (r#"{}"#, ["missing field `id`"]),
        (r#"{"id": "o"}"#, ["missing field `amount`"]),
        (r#"{"amount": 1}"#, ["missing field `id`"]),
        (
            r#"{"id": null, "amount": 1}"#,
            ["field `id`: invalid type: null"],
        ),
        (
            r#"{"id": "o", "amount": null}"#,
            ["field `amount`: invalid type: null"],
        ),
        (
            r#"{"id": "o", "id": null, "amount": 1}"#,
            ["field `id`: invalid type: null"],
        ),
    ] {
        assert_says(&refusal::<Order>(json), &parts);
    }
}

#[test]
fn a_name_on_the_wire_is_the_one_in_messages() {
    let message = refusal::<crate::types::FixedDiscount>(r#"{"duration": "once", "amount": 1}"#);
    assert_says(&message, &["missing field `type`"]);
}

#[test]
fn null_is_a_value_of_free_form_json() {
    let settings: Settings = decode(r#"{"theme": "dark", "extra": null}"#);
    assert_eq!(settings.extra, json!(null));
    assert_says(
        &refusal::<Settings>(r#"{"theme": "dark"}"#),
        &["missing field `extra`"],
    );
}

#[test]
fn an_optional_property_may_be_null() {
    let checkout: Checkout = decode(
        r#"{"id": "ch_1", "status": "pending", "product": "prod_1", "success_url": null,
            "order": null, "units": null, "metadata": null, "created_at": null, "custom": null}"#,
    );
    assert_eq!(checkout, decode(MINIMAL));
}

#[test]
fn a_property_that_is_required_and_nullable_is_written_as_null() {
    let written = serde_json::to_string(&decode::<Checkout>(MINIMAL)).unwrap();
    assert_eq!(
        written,
        r#"{"id":"ch_1","status":"pending","product":"prod_1","success_url":null}"#
    );
}

#[test]
fn order_and_repetition_of_properties_do_not_matter() {
    let expected: Order = decode(r#"{"id": "b", "amount": 2, "type": "x", "extra": 2}"#);
    for json in [
        r#"{"type": "x", "extra": 2, "amount": 2, "id": "b"}"#,
        r#"{"id": "a", "amount": 1, "extra": 1, "id": "b", "extra": 2, "amount": 2, "type": "x"}"#,
        r#"{"\u0069d": "b", "amount": 2, "t\u0079pe": "x", "extra": 2}"#,
    ] {
        assert_eq!(decode::<Order>(json), expected, "{json}");
    }
}

#[test]
fn integers_may_be_written_with_a_fraction_of_zero() {
    for (json, amount) in [
        ("2000", 2000),
        ("2000.0", 2000),
        ("-2e3", -2000),
        ("0.0", 0),
        ("9223372036854775807", i64::MAX),
        ("-9223372036854775808", i64::MIN),
    ] {
        let order: Order = decode(&format!(r#"{{"id": "o", "amount": {json}}}"#));
        assert_eq!(order.amount, amount, "{json}");
    }
    let order: Order = decode(
        r#"{"id": "o", "amount": 1, "count": 7.0, "quantities": [1.0, 2], "stock": {"a": 3.0}}"#,
    );
    assert_eq!(order.count, Some(7));
    assert_eq!(order.quantities, Some(vec![1, 2]));
    assert_eq!(order.stock.unwrap()["a"], 3);
}

#[test]
fn what_is_no_integer_of_the_size_is_refused() {
    for (property, value) in [
        ("amount", "2000.5"),
        ("amount", "9223372036854775808"),
        ("amount", "1e300"),
        ("amount", r#""2000""#),
        ("count", "2147483648"),
        ("count", "-2147483649.0"),
        ("quantities", "[-1]"),
        ("stock", r#"{"a": 0.5}"#),
    ] {
        let message = refusal::<Order>(&format!(r#"{{"id": "o", "{property}": {value}}}"#));
        assert_says(&message, &["expected an integer that fits"]);
    }
}

#[test]
fn unknown_properties_are_kept_or_ignored() {
    let order = assert_round_trip::<Order>(r#"{"id": "o", "amount": 1, "new": {"a": [null]}}"#);
    assert_eq!(order.additional_properties["new"], json!({"a": [null]}));

    let settings: Settings = decode(r#"{"new": [1, {"a": 2}], "theme": "dark", "extra": 1}"#);
    let written = serde_json::to_value(settings).unwrap();
    assert_eq!(written, json!({"theme": "dark", "extra": 1}));
}

#[test]
fn an_additional_property_never_repeats_a_name() {
    let mut order: Order = decode(r#"{"id": "o", "amount": 1}"#);
    order
        .additional_properties
        .insert("amount".into(), json!("two"));
    order
        .additional_properties
        .insert("count".into(), json!(null));
    let written = serde_json::to_string(&order).unwrap();
    assert_eq!(written, r#"{"id":"o","amount":1,"count":null}"#);
}

#[test]
fn anything_but_an_object_is_refused() {
    for json in ["null", "1", r#""text""#, "[]", "true"] {
        assert_says(&refusal::<Order>(json), &["expected an object"]);
    }
}

#[test]
fn messages_say_where_in_the_text() {
    let message = refusal::<Order>("{\n  \"id\": \"o\",\n  \"amount\": true\n}");
    assert_says(
        &message,
        &["invalid type: boolean `true`", "line 3 column 16"],
    );
}

#[test]
fn types_of_fields_are_read_from_borrowed_and_owned_text() {
    let text = MINIMAL.replace("pending", "comple\\u0074ed");
    let from_text: Checkout = decode(&text);
    let from_reader: Checkout = serde_json::from_reader(text.as_bytes()).unwrap();
    assert_eq!(from_text.status, Status::Completed);
    assert_eq!(from_text, from_reader);
}
