//! Open enums.

use bindery_runtime::{OpenEnum, OpenScalarEnum, Scalar};

use crate::types::{Level, Status};
use crate::{assert_round_trip, assert_says, decode, refusal};

#[test]
fn every_text_round_trips() {
    for (json, expected) in [
        (r#""pending""#, Some(Status::Pending)),
        (r#""completed""#, Some(Status::Completed)),
        (r#""Pending""#, None),
        (r#""""#, None),
        (r#""\u00e9\n""#, None),
    ] {
        let status = assert_round_trip::<Status>(json);
        assert_eq!(status.text(), decode::<String>(json));
        match expected {
            Some(expected) => assert_eq!(status, expected),
            None => assert!(matches!(status, Status::Unknown(_)), "{json}"),
        }
    }
}

#[test]
fn a_known_value_can_not_be_forged() {
    for known in Status::KNOWN {
        assert_eq!(Status::from(known.as_str()), *known);
    }
    assert_eq!(Status::from("refunded"), Status::from("refunded"));
    assert_ne!(Status::from("refunded"), Status::from("disputed"));
}

#[test]
fn a_string_enum_takes_strings_only() {
    for json in ["1", "null", "[]", "{}", "true"] {
        assert_says(&refusal::<Status>(json), &["expected a string"]);
    }
}

#[test]
fn every_scalar_round_trips() {
    for (json, expected) in [
        ("1", Some(Level::Value1)),
        ("0.5", Some(Level::Half)),
        (r#""auto""#, Some(Level::Auto)),
        ("false", Some(Level::Off)),
        ("null", Some(Level::Nothing)),
        ("2", None),
        ("-1", None),
        ("1.5", None),
        ("true", None),
        (r#""1""#, None),
        ("-9223372036854775808", None),
    ] {
        let level = assert_round_trip::<Level>(json);
        match expected {
            Some(expected) => assert_eq!(level, expected),
            None => assert!(matches!(level, Level::Unknown(_)), "{json}"),
        }
    }
}

#[test]
fn an_integer_with_a_fraction_of_zero_is_the_integer() {
    assert_eq!(decode::<Level>("1.0"), Level::Value1);
    assert_eq!(decode::<Level>("7.0"), decode::<Level>("7"));
    assert_eq!(decode::<Level>("7.0").scalar(), Scalar::Integer(7));
}

#[test]
fn scalar_enums_refuse_arrays_and_objects() {
    for json in ["[]", "{}"] {
        assert_says(
            &refusal::<Level>(json),
            &["expected a string, a number, a boolean or null"],
        );
    }
}

#[test]
fn an_unknown_value_shows_as_it_is_on_the_wire() {
    assert_eq!(format!("{:?}", decode::<Level>("2.5")), "Unknown(2.5)");
    assert_eq!(
        format!("{:?}", decode::<Level>(r#""x""#)),
        r#"Unknown("x")"#
    );
    assert_eq!(format!("{:?}", Status::from("x")), r#"Status("x")"#);
}
