//! Values that fit a document's schemas: what to call its operations with to see whether a server takes them.
//!
//! What the document shows (`example`, `examples`, `default`) comes first, as far as it fits its own schema; the rest is
//! made up. Optional properties are part of a value, so that as much as possible of a client is tried.

mod array;
mod facets;
mod fit;
mod number;
mod object;
mod pattern;
#[cfg(test)]
mod tests;
mod text;
mod union;
mod value;

use serde_json::Value;

use self::value::Above;
use crate::document::{Document, Pointer};
use crate::ir::api::{Api, Body, Operation, Parameter};
use crate::ir::sample::Sample;
use crate::ir::{Encoding, Payload};

/// A sample for each operation of an API, in the order of its resources and their operations.
pub fn samples(document: &Document, api: &Api) -> Vec<Sample> {
    let sampler = Sampler { document };
    let operations = api
        .resources
        .iter()
        .flat_map(|resource| &resource.operations);
    operations
        .map(|operation| sampler.operation(operation))
        .collect()
}

/// Makes values for schemas of a document.
struct Sampler<'d> {
    document: &'d Document,
}

impl Sampler<'_> {
    fn operation(&self, operation: &Operation) -> Sample {
        let parameters = operation.parameters.iter();
        Sample {
            parameters: parameters
                .map(|parameter| self.parameter(parameter))
                .collect(),
            body: operation.body.as_ref().and_then(|body| self.body(body)),
        }
    }

    /// A value for a parameter; a text if the document has forgotten to describe it.
    fn parameter(&self, parameter: &Parameter) -> Option<Value> {
        let place = &parameter.origin.0;
        let schema = match &parameter.encoding {
            Encoding::Style { .. } => place.child("schema"),
            Encoding::Content(media_type) => {
                place.child("content").child(media_type).child("schema")
            }
        };
        match self.document.node(&schema) {
            Some(_) => self.shown(&schema, parameter.docs.examples.first()),
            None => Some(Value::from(parameter.wire.as_str())),
        }
    }

    fn body(&self, body: &Body) -> Option<Value> {
        if matches!(body.payload, Payload::Text | Payload::Bytes) {
            return Some(Value::from("text"));
        }
        let content = body.origin.0.child("content");
        let media_types = self.document.node(&content)?.as_object()?;
        // A range such as `*/*` is sent as a media type that the document doesn't name.
        let key = match media_types.contains_key(&body.media_type) {
            true => body.media_type.as_str(),
            false => media_types.keys().next()?,
        };
        let schema = content.child(key).child("schema");
        self.shown(&schema, body.docs.examples.first())
    }

    fn shown(&self, schema: &Pointer, example: Option<&Value>) -> Option<Value> {
        self.value(std::slice::from_ref(schema), example, &Above::nothing())
    }
}
