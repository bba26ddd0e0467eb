//! The types of emitted code, written by hand, and what they do with JSON.
//!
//! `types` is what the generator would write for a small document; the other modules are tables of
//! JSON and what becomes of it.

mod debug;
mod enums;
mod expandable;
mod formats;
mod limits;
mod patch;
mod records;
mod types;
mod unions;

use std::fmt::{Debug, Display};

use bindery_runtime::{Deserialize, Serialize, Value};

/// Reads `json` from text, as a response is read.
fn decode<T: for<'de> Deserialize<'de>>(json: &str) -> T {
    serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"))
}

/// The message with which `json` is refused.
fn refusal<T: for<'de> Deserialize<'de> + Debug>(json: &str) -> String {
    match serde_json::from_str::<T>(json) {
        Ok(value) => panic!("{json} was accepted as {value:?}"),
        Err(error) => error.to_string(),
    }
}

/// Asserts that `json` is read and written again without a change, from text and from a value.
fn assert_round_trip<T>(json: &str) -> T
where
    T: for<'de> Deserialize<'de> + Serialize + PartialEq + Debug,
{
    let expected: Value = decode(json);
    let value: T = decode(json);
    assert_eq!(
        serde_json::to_value(&value).unwrap(),
        expected,
        "from {value:?}"
    );
    assert_eq!(
        serde_json::from_value::<T>(expected).unwrap(),
        value,
        "from a value"
    );
    value
}

/// Asserts that `message` has all of `parts`.
fn assert_says(message: &impl Display, parts: &[&str]) {
    let message = message.to_string();
    for part in parts {
        assert!(message.contains(part), "{message:?} does not say {part:?}");
    }
}
