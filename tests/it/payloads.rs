//! JSON → type → JSON without loss, for every payload of `tests/payloads` and every example of `specs/`.

use std::fs;

use serde::Deserialize;
use serde_json::Value;

use crate::bodies::BODIES;
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
    let body = BODIES
        .iter()
        .find(|body| (body.api, body.schema) == (api, schema));
    let body =
        body.unwrap_or_else(|| panic!("no type is known for the schema `{schema}` of {api}"));
    (body.through)(value)
}
