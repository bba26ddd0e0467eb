//! Where values are shown.

use serde_json::Value;

use super::{Code, Pointer};
use crate::document::fields::{DOCUMENT, Definition, HEADER, MEDIA_TYPE, PARAMETER, SCHEMA};
use crate::document::references::Adopted;
use crate::document::walk::{Place, Visitor, walk_object};

/// A value and the schema that it is shown for.
#[derive(Clone, Debug)]
pub(in crate::document) struct Shown {
    pub(super) schema: Pointer,
    pub(super) value: Pointer,
    /// What it is called if it doesn't fit.
    pub(super) code: Code,
}

/// Every value that a document shows, in its order.
pub(in crate::document) fn collect(root: &mut Value, adopted: &Adopted) -> Vec<Shown> {
    let mut collector = Collector(Vec::new());
    let start = Pointer::root();
    walk_object(&DOCUMENT, root, Place::start(&start), &mut collector);
    for (pointer, definition) in adopted.iter() {
        if let Some(node) = root.pointer_mut(pointer.as_str()) {
            walk_object(definition, node, Place::start(pointer), &mut collector);
        }
    }
    collector.0
}

struct Collector(Vec<Shown>);

impl Visitor for Collector {
    fn enter(&mut self, definition: &'static Definition, node: &mut Value, place: Place<'_>) {
        let is = |other| std::ptr::eq(definition, other);
        let is_json = || is(&MEDIA_TYPE) && place.last_key().is_some_and(is_json);
        if is(&SCHEMA) {
            self.of_schema(node, place);
        } else if is(&PARAMETER) || is(&HEADER) || is_json() {
            self.beside_schema(node, place);
        }
    }
}

impl Collector {
    fn of_schema(&mut self, schema: &Value, place: Place<'_>) {
        if schema.get("default").is_some() {
            self.add(place, place.key("default"), Code::DefaultValue);
        }
        if schema.get("example").is_some() {
            self.add(place, place.key("example"), Code::ExampleValue);
        }
        let examples = schema.get("examples").and_then(Value::as_array);
        for index in 0..examples.map_or(0, Vec::len) {
            self.add(
                place,
                place.key("examples").index(index),
                Code::ExampleValue,
            );
        }
    }

    /// The examples of a node that has a schema. Those that it refers to are seen at each place that does.
    fn beside_schema(&mut self, node: &Value, place: Place<'_>) {
        if node.get("schema").is_none() {
            return;
        }
        let schema = place.key("schema");
        if node.get("example").is_some() {
            self.add(schema, place.key("example"), Code::ExampleValue);
        }
        let list = place.key("examples");
        let examples = node.get("examples").and_then(Value::as_object);
        for (name, example) in examples.into_iter().flatten() {
            if example.get("value").is_some() {
                self.add(schema, list.key(name).key("value"), Code::ExampleValue);
            }
        }
    }

    fn add(&mut self, schema: Place<'_>, value: Place<'_>, code: Code) {
        self.0.push(Shown {
            schema: schema.pointer(),
            value: value.pointer(),
            code,
        });
    }
}

/// Whether examples of a media type are written as values. Those of others may be written as texts of that type.
fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    essence.ends_with("/json") || essence.ends_with("+json")
}
