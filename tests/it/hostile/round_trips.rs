//! Bodies of any content: what is decoded is the same after it was encoded.

use arbitrary::Unstructured;
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::test_runner::TestCaseError;
use serde_json::Value;

use super::mutation::apply;
use super::mutations::mutation;
use super::runs::{Run, runner};
use crate::bodies::BODIES;
use crate::cases::specs;
use crate::payloads::samples;
use crate::plain;
use crate::values;

#[test]
fn any_value_of_a_type_survives() {
    let documents: Vec<(String, Value)> = specs()
        .iter()
        .map(|spec| (spec.path().to_owned(), plain::read(spec)))
        .collect();
    let document = |api: &str| {
        let path = format!("specs/{api}.yaml");
        let found = documents.iter().find(|(known, _)| *known == path);
        &found.expect("a document for each API").1
    };
    let run = Run::of("BINDERY_VALUES", 1_000);
    let strategy = (0..BODIES.len(), vec(any::<u8>(), 64..2_048));
    let outcome = runner(&run).run(&strategy, |(body, bytes)| {
        let body = &BODIES[body];
        let mut choices = Unstructured::new(&bytes);
        let value = values::value(document(body.api), body.schema, &mut choices);
        let Ok(value) = value else {
            return Ok(());
        };
        let name = body.schema;
        (body.through)(&value)
            .map_err(|loss| TestCaseError::fail(format!("{name}: {loss}\n{value:#}")))
    });
    outcome.unwrap_or_else(|error| panic!("{run}: {error}"));
}

#[test]
fn any_body_that_can_be_decoded_is_the_same_after_it_was_encoded() {
    let samples = samples();
    let run = Run::of("BINDERY_VALUES", 1_000);
    let strategy = (0..samples.len(), vec(mutation(), 0..6));
    let outcome = runner(&run).run(&strategy, |(index, mutations)| {
        let text = apply(&samples[index].value, &mutations).to_string();
        let mut again = BODIES.iter().map(|body| (body.again)(text.as_bytes()));
        again
            .try_for_each(|decoded| decoded.map(drop))
            .map_err(|difference| TestCaseError::fail(format!("{difference}\n{text}")))
    });
    outcome.unwrap_or_else(|error| panic!("{run}: {error}"));
}
