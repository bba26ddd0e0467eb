//! The bodies of our APIs as types: decoded, encoded and compared.

use std::fmt::Debug;

use checkout_apis::runtime::Content;
use checkout_apis::{creem, meteroid, polar};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Number, Value};

/// A body of an API, and what becomes of JSON as its type.
pub(crate) struct Body {
    /// The API that it belongs to, by the name of its document.
    pub(crate) api: &'static str,
    /// The schema that it has.
    pub(crate) schema: &'static str,
    /// Decodes and encodes a value.
    ///
    /// # Errors
    ///
    /// What an error of a call says of the value, or what is lost.
    pub(crate) through: fn(&Value) -> Result<(), String>,
    /// Decodes any bytes, and what was decoded once more from what it is encoded to. Whether it could be decoded.
    ///
    /// # Errors
    ///
    /// How the two differ.
    pub(crate) again: fn(&[u8]) -> Result<bool, String>,
}

/// Every body that our documents describe.
pub(crate) const BODIES: [Body; 9] = [
    Body::of::<creem::CreateCheckoutRequest>("creem", "CreateCheckoutRequest"),
    Body::of::<creem::Checkout>("creem", "Checkout"),
    Body::of::<creem::ErrorResponse>("creem", "ErrorResponse"),
    Body::of::<meteroid::CreateCheckoutSessionRequest>("meteroid", "CreateCheckoutSessionRequest"),
    Body::of::<meteroid::CreateCheckoutSessionResponse>(
        "meteroid",
        "CreateCheckoutSessionResponse",
    ),
    Body::of::<meteroid::ErrorResponse>("meteroid", "ErrorResponse"),
    Body::of::<polar::CheckoutPage>("polar", "CheckoutPage"),
    Body::of::<polar::ErrorResponse>("polar", "ErrorResponse"),
    Body::of::<polar::ValidationErrorResponse>("polar", "ValidationErrorResponse"),
];

impl Body {
    const fn of<T>(api: &'static str, schema: &'static str) -> Self
    where
        T: DeserializeOwned + Serialize + PartialEq + Debug,
    {
        Self {
            api,
            schema,
            through: through::<T>,
            again: again::<T>,
        }
    }
}

fn through<T: DeserializeOwned + Serialize>(value: &Value) -> Result<(), String> {
    let text = value.to_string();
    let typed: T = serde_json::from_str(&text).map_err(|_| reason::<T>(text.as_bytes()))?;
    let back = serde_json::to_value(typed).map_err(|error| error.to_string())?;
    match difference(value, &back, "") {
        Some(place) => Err(format!("differs at {place}")),
        None => Ok(()),
    }
}

fn again<T>(bytes: &[u8]) -> Result<bool, String>
where
    T: DeserializeOwned + Serialize + PartialEq + Debug,
{
    let Ok(first) = serde_json::from_slice::<T>(bytes) else {
        if serde_json::from_slice::<Content<'_>>(bytes).is_ok() {
            reason::<T>(bytes);
        }
        return Ok(false);
    };
    let text = serde_json::to_string(&first).map_err(|error| error.to_string())?;
    let second: T = serde_json::from_str(&text).map_err(|_| reason::<T>(text.as_bytes()))?;
    if first == second {
        Ok(true)
    } else {
        Err(format!("{first:?} became {second:?} through {text}"))
    }
}

/// Why a body can't be decoded, found in the way in which calls find it.
fn reason<T: DeserializeOwned>(text: &[u8]) -> String {
    let content: Content<'_> = serde_json::from_slice(text).expect("JSON");
    match T::deserialize(&content) {
        Ok(_) => "only the parser refuses it".to_owned(),
        Err(error) => error.to_string(),
    }
}

/// The first place where two values differ. A property that is null and one that is absent are the same.
fn difference(left: &Value, right: &Value, place: &str) -> Option<String> {
    match (left, right) {
        (Value::Object(left), Value::Object(right)) => {
            left.keys().chain(right.keys()).find_map(|key| {
                let (left, right) = (left.get(key), right.get(key));
                let (left, right) = (left.unwrap_or(&Value::Null), right.unwrap_or(&Value::Null));
                difference(left, right, &format!("{place}/{key}"))
            })
        }
        (Value::Array(left), Value::Array(right)) if left.len() == right.len() => {
            let pairs = left.iter().zip(right).enumerate();
            pairs.into_iter().find_map(|(index, (left, right))| {
                difference(left, right, &format!("{place}/{index}"))
            })
        }
        (Value::Number(left), Value::Number(right)) if is_same_number(left, right) => None,
        _ if left == right => None,
        _ => Some(format!("{place}: {left} became {right}")),
    }
}

/// JSON knows one kind of number: 15 and 15.0 are the same. Whole numbers are compared digit by digit.
fn is_same_number(left: &Number, right: &Number) -> bool {
    left == right || ((left.is_f64() || right.is_f64()) && left.as_f64() == right.as_f64())
}

#[test]
fn a_difference_is_found_wherever_it_is() {
    let find = |left, right| {
        let read = |text| serde_json::from_str(text).expect("JSON");
        difference(&read(left), &read(right), "")
    };
    assert_eq!(
        find(r#"{"a": null, "b": [1]}"#, r#"{"b": [1], "c": null}"#),
        None
    );
    assert_eq!(
        find(r#"{"a": [{"b": 1}]}"#, r#"{"a": [{"b": 2}]}"#).as_deref(),
        Some("/a/0/b: 1 became 2")
    );
    assert_eq!(
        find(r#"{"a": [1]}"#, r#"{"a": [1, 2]}"#).as_deref(),
        Some("/a: [1] became [1,2]")
    );
    assert_eq!(
        find("{}", r#"{"a": 0}"#).as_deref(),
        Some("/a: null became 0")
    );
}
