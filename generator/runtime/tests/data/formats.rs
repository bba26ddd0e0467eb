//! Texts with a format, bytes and secrets.

use bindery_runtime::{Base64, Date, DateTime, Decimal, Format, Formatted, Secret, Uuid};

use crate::{assert_round_trip, assert_says, decode, refusal};

/// Asserts that `json` survives, and that its value shows as `expected`.
#[track_caller]
fn assert_reads<T: Format + std::fmt::Display>(json: &str, expected: Option<&str>) {
    let formatted = assert_round_trip::<Formatted<T>>(json);
    assert_eq!(formatted.as_str(), json.trim_matches('"'));
    assert_eq!(
        formatted.get().map(|value| value.to_string()).as_deref(),
        expected,
        "{json}"
    );
}

#[test]
fn date_times_are_kept_and_read() {
    for (json, expected) in [
        (r#""2026-01-31T12:00:00Z""#, Some("2026-01-31T12:00:00Z")),
        (
            r#""2026-01-31T12:00:00.123+01:00""#,
            Some("2026-01-31T11:00:00.123Z"),
        ),
        (r#""2016-12-31T23:59:60Z""#, Some("2016-12-31T23:59:59Z")),
        (r#""2026-01-31T12:00:00""#, None),
        (r#""2026-02-30T12:00:00Z""#, None),
        (r#""soon""#, None),
        (r#""""#, None),
        ("1769860800", Some("2026-01-31T12:00:00Z")),
        ("1769860800123", Some("2026-01-31T12:00:00.123Z")),
        ("-86400", Some("1969-12-31T00:00:00Z")),
        ("1769860800.5", None),
        ("18446744073709551615", None),
    ] {
        assert_reads::<bindery_runtime::jiff::Timestamp>(json, expected);
    }
}

#[test]
fn dates_uuids_and_decimals_are_kept_and_read() {
    assert_reads::<bindery_runtime::jiff::civil::Date>(r#""2026-01-31""#, Some("2026-01-31"));
    assert_reads::<bindery_runtime::jiff::civil::Date>(r#""2026-13-31""#, None);
    let uuid = "67e55044-10b1-426f-9247-bb680e5fe0c8";
    assert_reads::<bindery_runtime::uuid::Uuid>(&format!("{uuid:?}"), Some(uuid));
    assert_reads::<bindery_runtime::uuid::Uuid>(r#""cus_1""#, None);
    for (json, expected) in [
        (r#""12.50""#, Some("12.50")),
        (r#""-0.00000001""#, Some("-0.00000001")),
        (r#""1e3""#, Some("1000")),
        (
            r#""0.1234567890123456789012345678""#,
            Some("0.1234567890123456789012345678"),
        ),
        (r#""0.12345678901234567890123456789""#, None),
        (r#""12,50""#, None),
        ("12.5", Some("12.5")),
        ("2000", Some("2000")),
    ] {
        assert_reads::<bindery_runtime::rust_decimal::Decimal>(json, expected);
    }
}

#[test]
fn text_from_a_caller_is_checked_and_kept() {
    let created: DateTime = "2026-01-31T12:00:00+01:00".parse().unwrap();
    assert_eq!(created.to_string(), "2026-01-31T12:00:00+01:00");
    assert_eq!(format!("{created:?}"), r#""2026-01-31T12:00:00+01:00""#);
    for (message, parts) in [
        (
            "x".parse::<DateTime>().unwrap_err(),
            [r#""x" is not a date-time (RFC 3339): "#],
        ),
        (
            "x".parse::<Date>().unwrap_err(),
            [r#""x" is not a date (RFC 3339): "#],
        ),
        (
            "x".parse::<Uuid>().unwrap_err(),
            [r#""x" is not a UUID (RFC 9562): "#],
        ),
        (
            "x".parse::<Decimal>().unwrap_err(),
            [r#""x" is not a decimal number"#],
        ),
    ] {
        assert_says(&message, &parts);
    }
}

#[test]
fn values_become_their_text() {
    let timestamp = bindery_runtime::jiff::Timestamp::UNIX_EPOCH;
    assert_eq!(DateTime::from(timestamp).as_str(), "1970-01-01T00:00:00Z");
    assert_eq!(
        Date::from(bindery_runtime::jiff::civil::date(2026, 1, 31)).as_str(),
        "2026-01-31"
    );
    let nil = bindery_runtime::uuid::Uuid::nil();
    assert_eq!(Uuid::from(nil).get(), Some(nil));
    let price = bindery_runtime::rust_decimal::Decimal::new(1250, 2);
    assert_eq!(Decimal::from(price).as_str(), "12.50");
}

#[test]
fn equality_is_that_of_the_wire() {
    let decimal = decode::<Decimal>;
    assert_eq!(decimal(r#""1.0""#), decimal(r#""1.0""#));
    assert_ne!(decimal(r#""1.0""#), decimal(r#""1.00""#));
    assert_ne!(decimal(r#""1.5""#), decimal("1.5"));
    assert_eq!(decimal(r#""1.0""#).get(), decimal(r#""1.00""#).get());
}

#[test]
fn what_is_neither_text_nor_number_is_refused() {
    for json in ["null", "true", "[]", "{}"] {
        assert_says(
            &refusal::<DateTime>(json),
            &["expected a string or a number"],
        );
    }
}

#[test]
fn base64_is_read_in_every_common_form() {
    for (json, bytes) in [
        (r#""""#, &b""[..]),
        (r#""+/8=""#, b"\xfb\xff"),
        (r#""+/8""#, b"\xfb\xff"),
        (r#""-_8=""#, b"\xfb\xff"),
        (r#""-_8""#, b"\xfb\xff"),
        (r#""aGVs\r\nbG8=\n""#, b"hello"),
    ] {
        assert_eq!(decode::<Base64>(json).as_bytes(), bytes, "{json}");
    }
    assert_eq!(
        serde_json::to_string(&Base64::from(&b"\xfb\xff"[..])).unwrap(),
        r#""+/8=""#
    );
    for json in [r#""a""#, r#""a*==""#, r#""+_8=""#] {
        assert_says(&refusal::<Base64>(json), &["the text is not base64"]);
    }
}

#[test]
fn a_secret_is_its_text_on_the_wire_only() {
    let secret = assert_round_trip::<Secret>(r#""sk_1""#);
    assert_eq!(secret.expose(), "sk_1");
    assert_eq!(format!("{secret:?} {secret:#?}"), "[hidden] [hidden]");
}
