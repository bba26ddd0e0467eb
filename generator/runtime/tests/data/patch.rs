//! Absent, null and a value.

use bindery_runtime::Patch;
use serde_json::json;

use crate::assert_round_trip;
use crate::types::Checkout;

fn checkout(properties: &str) -> Checkout {
    assert_round_trip(&format!(
        r#"{{"id": "ch", "status": "new", "product": "p", "success_url": null {properties}}}"#
    ))
}

#[test]
fn the_three_are_told_apart_and_written_as_they_were() {
    for (properties, note, discount) in [
        ("", Patch::Absent, Patch::Absent),
        (
            r#", "note": null, "discount": null"#,
            Patch::Null,
            Patch::Null,
        ),
        (
            r#", "note": "n", "discount": 5"#,
            Patch::from("n"),
            Patch::from(5),
        ),
        (r#", "note": """#, Patch::from(String::new()), Patch::Absent),
    ] {
        let checkout = checkout(properties);
        assert_eq!(
            (checkout.note, checkout.discount),
            (note, discount),
            "{properties}"
        );
    }
}

#[test]
fn the_last_of_repeated_properties_counts() {
    let text = r#"{"id": "ch", "status": "new", "product": "p", "success_url": null,
        "note": "n", "note": null, "discount": null, "discount": 2000.0}"#;
    let checkout: Checkout = crate::decode(text);
    assert_eq!(
        (checkout.note, checkout.discount),
        (Patch::Null, Patch::Value(2000))
    );
}

#[test]
fn accessors_agree_with_the_variant() {
    for (patch, is_absent, is_null, option) in [
        (Patch::Absent, true, false, None),
        (Patch::Null, false, true, None),
        (Patch::Value(5), false, false, Some(5)),
    ] {
        assert_eq!(patch.is_absent(), is_absent);
        assert_eq!(patch.is_null(), is_null);
        assert_eq!(patch.as_option().copied(), option);
        assert_eq!(patch.as_ref().into_option().copied(), option);
        assert_eq!(patch.into_option(), option);
    }
}

#[test]
fn an_absent_property_makes_way_for_an_additional_one() {
    let mut checkout = checkout("");
    checkout
        .additional_properties
        .insert("note".into(), json!(["not a text"]));
    assert_eq!(
        serde_json::to_value(&checkout).unwrap()["note"],
        json!(["not a text"])
    );
}
