//! What the targets do with bytes. Each panics on what must not be; what may be refused is refused with an error.

#![forbid(unsafe_code)]

mod answer;
#[path = "../../it/bodies.rs"]
mod bodies;
#[path = "../../it/hostile/demands.rs"]
mod demands;
mod document;
#[path = "../../it/hostile/mutation.rs"]
mod mutation;
#[path = "../../it/plain/value.rs"]
mod plain;
mod request;
#[path = "../../it/values.rs"]
mod values;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use arbitrary::Unstructured;
use serde_json::Value;

pub use answer::answer;
pub use document::{load, mutate, pipeline};
pub use request::request;

use bodies::BODIES;

/// Decodes a body as each type that bodies have; what could be decoded is the same after it was encoded.
///
/// # Panics
///
/// If it is not.
pub fn decode(bytes: &[u8]) {
    for body in &BODIES {
        if let Err(difference) = (body.again)(bytes) {
            panic!("{} of {}: {difference}", body.schema, body.api);
        }
    }
}

/// Decodes and encodes values that fit the schema of a body, both of which the bytes choose.
///
/// # Panics
///
/// If anything of them is lost.
pub fn values(bytes: &[u8]) {
    let mut choices = Unstructured::new(bytes);
    let Ok(body) = choices.choose(&BODIES) else {
        return;
    };
    let Ok(value) = values::value(&DOCUMENTS[body.api], body.schema, &mut choices) else {
        return;
    };
    if let Err(loss) = (body.through)(&value) {
        panic!("{} of {}: {loss}\n{value}", body.schema, body.api);
    }
}

/// The documents that the types are generated from.
static DOCUMENTS: LazyLock<BTreeMap<&str, Value>> = LazyLock::new(|| {
    let texts = [
        ("creem", include_str!("../../../specs/creem.yaml")),
        ("meteroid", include_str!("../../../specs/meteroid.yaml")),
        ("polar", include_str!("../../../specs/polar.yaml")),
    ];
    let documents = texts.map(|(api, text)| (api, serde_yaml::from_str(text).expect("YAML")));
    documents.into()
});
