//! Headers of answers, in the types that a document gives them.

use std::collections::BTreeMap;
use std::fmt::Debug;

use bindery_runtime::{Call, DateTime, DecodeError, HeaderMap, Headers, Parameter, Value};
use serde::de::DeserializeOwned;
use serde_json::json;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::fixture::{ANYTHING, PUBLIC, client};

const PLAIN: Parameter = Parameter::header("X-Value");
const EXPLODED: Parameter = Parameter::header("X-Value").explode(true);
const JSON: Parameter = Parameter::header("X-Value").content("application/json");

/// Reads a header that comes in these lines.
fn read<T: DeserializeOwned>(header: &Parameter, lines: &[&str]) -> Result<Option<T>, DecodeError> {
    let mut headers = HeaderMap::new();
    for line in lines {
        headers.append("x-value", line.parse().expect("a header's value"));
    }
    Headers::new(&headers).read(header)
}

#[track_caller]
fn reads<T: DeserializeOwned + Debug + PartialEq>(header: &Parameter, line: &str, value: T) {
    assert_eq!(read(header, &[line]), Ok(Some(value)), "{line}");
}

#[test]
fn the_type_tells_what_a_text_means() {
    reads(&PLAIN, "7", "7".to_owned());
    reads(&PLAIN, "7", 7_i64);
    reads(&PLAIN, "18446744073709551615", u64::MAX);
    reads(&PLAIN, "-0.5", -0.5);
    reads(&PLAIN, "true", true);
    reads(
        &PLAIN,
        "a, b,c",
        ["a", "b", "c"].map(str::to_owned).to_vec(),
    );
    reads(&PLAIN, "1,2", vec![1, 2]);
    reads(&PLAIN, "", Vec::<i64>::new());
    reads(
        &PLAIN,
        "a,1,b,2",
        BTreeMap::from([("a".to_owned(), 1), ("b".to_owned(), 2)]),
    );
    reads(
        &EXPLODED,
        "a=1,b=2",
        BTreeMap::from([("a".to_owned(), 1), ("b".to_owned(), 2)]),
    );
    reads(&JSON, r#"{"a": [1]}"#, json!({ "a": [1] }));
    reads(
        &PLAIN,
        "2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00Z".parse::<DateTime>().expect("a time"),
    );
}

#[test]
fn without_a_type_only_what_json_writes_so_is_no_text() {
    for (text, value) in [
        ("7", json!(7)),
        ("0.5", json!(0.5)),
        ("true", json!(true)),
        ("007", json!("007")),
        ("a,b", json!("a,b")),
    ] {
        reads::<Value>(&PLAIN, text, value);
    }
}

#[test]
fn several_lines_are_one_list_and_none_is_no_error() {
    let lines = ["a", "b, c"];
    assert_eq!(read(&PLAIN, &lines), Ok(Some("a, b, c".to_owned())));
    assert_eq!(
        read(&PLAIN, &lines),
        Ok(Some(["a", "b", "c"].map(str::to_owned).to_vec()))
    );
    assert_eq!(read::<i64>(&PLAIN, &[]), Ok(None));
}

#[test]
fn what_is_not_of_the_type_is_an_error_that_names_the_header_and_not_the_value() {
    let table = [
        (
            read::<i64>(&PLAIN, &["secret"]).map(drop_value),
            "expected i64, found a string",
        ),
        (read::<u8>(&PLAIN, &["256"]).map(drop_value), "expected u8"),
        (
            read::<f64>(&PLAIN, &["NaN"]).map(drop_value),
            "expected f64, found a string",
        ),
        (
            read::<bool>(&PLAIN, &["yes"]).map(drop_value),
            "expected a boolean, found a string",
        ),
        (
            read::<i64>(&JSON, &["secret"]).map(drop_value),
            "expected JSON",
        ),
    ];
    for (result, problem) in table {
        let error = result.expect_err("an error");
        assert_eq!(error.path(), "X-Value");
        assert!(error.problem().contains(problem), "{error}");
        assert!(!error.to_string().contains("secret"), "{error}");
    }
}

fn drop_value<T>(_: Option<T>) {}

#[tokio::test]
async fn an_answer_has_them() {
    let server = MockServer::start().await;
    let answer = ResponseTemplate::new(200).insert_header("x-value", "7");
    Mock::given(any()).respond_with(answer).mount(&server).await;
    let call = Call::new(&client(&server.uri()), &PUBLIC, ANYTHING);
    let response = call.with_response().await.expect("an answer");
    let headers = Headers::new(response.headers());
    assert_eq!(headers.read(&PLAIN), Ok(Some(7)));
    assert!(!format!("{headers:?}").contains('7'), "{headers:?}");
}
