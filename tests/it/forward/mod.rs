//! Forward compatibility: every payload and every example, with every change that a newer version of its API may make.

mod mutations;
mod schemas;

use std::collections::BTreeMap;

use serde_json::Value;

use crate::cases::specs;
use crate::payloads::{Sample, round_trip, samples};
use mutations::{Change, Mutation, mutations};
use schemas::Schemas;

#[test]
fn what_is_new_is_kept_and_what_is_missing_is_named() {
    let documents = documents();
    let mut counts = BTreeMap::new();
    let mut failures = Vec::new();
    for sample in samples() {
        let schemas = Schemas(&documents[&sample.api]);
        let schema = schemas.component(&sample.schema);
        for mutation in mutations(schemas, schema, &sample.value) {
            *counts.entry(kind(&mutation.change)).or_insert(0) += 1;
            failures.extend(check(&sample, &mutation).err());
        }
    }
    assert!(
        failures.is_empty(),
        "{} failures:\n{}",
        failures.len(),
        failures.join("\n")
    );
    // So many that no kind of change can have been forgotten.
    let few: Vec<_> = counts.iter().filter(|(_, count)| **count < 10).collect();
    assert!(few.is_empty() && counts.len() == 6, "{counts:?}");
}

/// The documents by the names of their APIs.
fn documents() -> BTreeMap<String, Value> {
    let documents = specs().into_iter().map(|spec| {
        let name = spec
            .path()
            .trim_start_matches("specs/")
            .trim_end_matches(".yaml");
        let document = serde_yaml::from_str(spec.text()).expect("YAML");
        (name.to_owned(), document)
    });
    documents.collect()
}

fn kind(change: &Change) -> Change {
    match change {
        Change::Missing(_) => Change::Missing(String::new()),
        other => other.clone(),
    }
}

fn check(sample: &Sample, mutation: &Mutation) -> Result<(), String> {
    let Mutation {
        change,
        place,
        body,
    } = mutation;
    let outcome = round_trip(&sample.api, &sample.schema, body);
    let problem = match (change, &outcome) {
        (Change::Missing(_), Ok(())) => "it is not missed",
        (Change::Missing(name), Err(error)) => {
            let expected = (place.clone(), format!("missing field `{name}`"));
            if named(error) == expected {
                return Ok(());
            }
            error
        }
        (Change::MissingInVariant, _) | (_, Ok(())) => return Ok(()),
        (_, Err(error)) => error,
    };
    Err(format!(
        "{}: {change:?} at `{place}`: {problem}",
        sample.name
    ))
}

/// Where an error is, and what it is: `at lines: variant `List`: at [0].id: missing` is at `lines[0].id`.
fn named(mut error: &str) -> (String, String) {
    let mut path = String::new();
    loop {
        if let Some((step, rest)) = error
            .strip_prefix("at ")
            .and_then(|rest| rest.split_once(": "))
        {
            if !path.is_empty() && !step.starts_with('[') {
                path.push('.');
            }
            path.push_str(step);
            error = rest;
        } else if let Some((_, rest)) = error
            .strip_prefix("variant `")
            .and_then(|rest| rest.split_once("`: "))
        {
            error = rest;
        } else {
            return (path, error.to_owned());
        }
    }
}
