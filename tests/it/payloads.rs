//! JSON → type → JSON without loss, for every payload of `tests/payloads` and every example of `specs/`.

use std::fs;

use checkout_apis::runtime::Content;
use checkout_apis::{creem, meteroid, polar};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Number, Value};

use crate::cases::{specs, workspace};

/// An entry of `tests/payloads/index.yaml`.
#[derive(Deserialize)]
struct Payload {
    path: String,
    api: String,
    schema: String,
    reason: String,
}

/// A body and the schema that it has.
pub(crate) struct Sample {
    /// Where it is from, and why it is there.
    pub(crate) name: String,
    pub(crate) api: String,
    pub(crate) schema: String,
    pub(crate) value: Value,
}

/// Every payload, and every example of our documents.
pub(crate) fn samples() -> Vec<Sample> {
    payloads().into_iter().chain(examples()).collect()
}

fn payloads() -> Vec<Sample> {
    let folder = workspace().join("tests/payloads");
    let index = fs::read_to_string(folder.join("index.yaml")).expect("an index");
    let payloads: Vec<Payload> = serde_yaml::from_str(&index).expect("a list of payloads");
    assert_eq!(
        payloads.len(),
        json_files(&folder),
        "a file is not in the index, or twice"
    );
    let samples = payloads.into_iter().map(|payload| {
        let text = fs::read_to_string(folder.join(&payload.path)).expect("a payload");
        let value = serde_json::from_str(&text);
        Sample {
            value: value.unwrap_or_else(|error| panic!("{}: {error}", payload.path)),
            name: format!("{} ({})", payload.path, payload.reason),
            api: payload.api,
            schema: payload.schema,
        }
    });
    samples.collect()
}

fn examples() -> Vec<Sample> {
    let mut samples = Vec::new();
    for spec in specs() {
        let api = spec
            .path()
            .trim_start_matches("specs/")
            .trim_end_matches(".yaml");
        let document: Value = serde_yaml::from_str(spec.text()).expect("YAML");
        let mut examples = Vec::new();
        collect_examples(&document, &mut examples);
        assert!(examples.len() > 3, "{api} has examples for its bodies");
        samples.extend(examples.into_iter().map(|(schema, value)| Sample {
            name: format!("an example of {schema} of {api}"),
            api: api.to_owned(),
            schema: schema.to_owned(),
            value: value.clone(),
        }));
    }
    samples
}

#[test]
fn payloads_and_examples_survive() {
    let losses = samples().into_iter().filter_map(|sample| {
        let loss = round_trip(&sample.api, &sample.schema, &sample.value).err()?;
        Some(format!("{}: {loss}", sample.name))
    });
    assert_eq!(losses.collect::<Vec<_>>(), Vec::<String>::new());
}

fn json_files(folder: &std::path::Path) -> usize {
    let entries = fs::read_dir(folder).expect("a readable folder");
    let paths = entries.map(|entry| entry.expect("a readable entry").path());
    paths
        .map(|path| match path.is_dir() {
            true => json_files(&path),
            false => usize::from(
                path.extension()
                    .is_some_and(|extension| extension == "json"),
            ),
        })
        .sum()
}

/// The examples that stand beside the schema of a body, with the name of that schema.
fn collect_examples<'a>(node: &'a Value, examples: &mut Vec<(&'a str, &'a Value)>) {
    let reference = node.pointer("/schema/$ref").and_then(Value::as_str);
    if let Some(schema) =
        reference.and_then(|reference| reference.strip_prefix("#/components/schemas/"))
    {
        let several = node["examples"].as_object().into_iter().flatten();
        let values = several
            .map(|(_, example)| &example["value"])
            .chain(node.get("example"));
        examples.extend(values.map(|value| (schema, value)));
    }
    match node {
        Value::Object(members) => members
            .values()
            .for_each(|child| collect_examples(child, examples)),
        Value::Array(items) => items
            .iter()
            .for_each(|child| collect_examples(child, examples)),
        _ => {}
    }
}

/// Decodes and encodes as the type of a schema.
///
/// # Errors
///
/// What an error of a call says of the body, or what is lost.
pub(crate) fn round_trip(api: &str, schema: &str, value: &Value) -> Result<(), String> {
    match (api, schema) {
        ("creem", "CreateCheckoutRequest") => through::<creem::CreateCheckoutRequest>(value),
        ("creem", "Checkout") => through::<creem::Checkout>(value),
        ("creem", "ErrorResponse") => through::<creem::ErrorResponse>(value),
        ("meteroid", "CreateCheckoutSessionRequest") => {
            through::<meteroid::CreateCheckoutSessionRequest>(value)
        }
        ("meteroid", "CreateCheckoutSessionResponse") => {
            through::<meteroid::CreateCheckoutSessionResponse>(value)
        }
        ("meteroid", "ErrorResponse") => through::<meteroid::ErrorResponse>(value),
        ("polar", "CheckoutPage") => through::<polar::CheckoutPage>(value),
        ("polar", "ErrorResponse") => through::<polar::ErrorResponse>(value),
        ("polar", "ValidationErrorResponse") => through::<polar::ValidationErrorResponse>(value),
        _ => panic!("this test knows no type for the schema `{schema}` of {api}"),
    }
}

fn through<T: DeserializeOwned + Serialize>(value: &Value) -> Result<(), String> {
    let text = value.to_string();
    let typed: T = serde_json::from_str(&text).map_err(|_| reason::<T>(&text))?;
    let back = serde_json::to_value(typed).map_err(|error| error.to_string())?;
    match difference(value, &back, "") {
        Some(place) => Err(format!("differs at {place}")),
        None => Ok(()),
    }
}

/// Why a body can't be decoded, found in the way in which calls find it.
fn reason<T: DeserializeOwned>(text: &str) -> String {
    let content: Content<'_> = serde_json::from_str(text).expect("JSON");
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
