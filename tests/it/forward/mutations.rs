//! What a newer version of an API may make of a body, one change at a time.

use serde_json::{Value, json};

use super::schemas::{Plain, Schemas, required};
use crate::plain::child;

/// A body with one change.
pub(super) struct Mutation {
    pub(super) change: Change,
    /// Where the change is, as errors write it: `items[0].status`.
    pub(super) place: String,
    pub(super) body: Value,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Change {
    /// A property that no document names.
    NewProperty,
    /// A value that an enum does not have.
    NewValue,
    /// A tag that a union does not have.
    NewTag,
    /// Null in a property that need not be there.
    Null,
    /// No property that has to be there, by its name.
    Missing(String),
    /// The same, where another variant of a union may fit what is left.
    MissingInVariant,
}

/// Every change of a body that is described by `schema`.
pub(super) fn mutations<'d>(
    schemas: Schemas<'d>,
    schema: &'d Value,
    body: &Value,
) -> Vec<Mutation> {
    let mut walk = Walk {
        schemas,
        body,
        mutations: Vec::new(),
    };
    walk.value(schema, body, &Place::default());
    walk.mutations
}

/// Where a value stands: for JSON Pointer, and for people.
#[derive(Clone, Default)]
struct Place {
    pointer: String,
    path: String,
}

impl Place {
    fn property(&self, name: &str) -> Self {
        let dot = if self.path.is_empty() { "" } else { "." };
        Self {
            pointer: child(&self.pointer, name),
            path: format!("{}{dot}{name}", self.path),
        }
    }

    fn item(&self, index: usize) -> Self {
        Self {
            pointer: format!("{}/{index}", self.pointer),
            path: format!("{}[{index}]", self.path),
        }
    }
}

struct Walk<'d, 'b> {
    schemas: Schemas<'d>,
    body: &'b Value,
    mutations: Vec<Mutation>,
}

impl<'d> Walk<'d, '_> {
    fn value(&mut self, schema: &'d Value, value: &Value, place: &Place) {
        let Some(plain) = self.schemas.plain(schema, value) else {
            return;
        };
        if plain
            .schemas
            .iter()
            .any(|schema| schema.get("enum").is_some())
        {
            let unheard_of = match value {
                Value::Number(_) => json!(987_654_321),
                _ => json!("a value of tomorrow"),
            };
            self.change(Change::NewValue, place, |value| *value = unheard_of);
        }
        match value {
            Value::Object(_) => self.object(&plain, value, place),
            Value::Array(items) => {
                for schema in plain
                    .schemas
                    .iter()
                    .filter_map(|schema| schema.get("items"))
                {
                    for item in items {
                        self.item(schema, item, place);
                    }
                }
            }
            _ => {}
        }
    }

    /// An item as the only one of its list: large lists would be decoded again for each of their items.
    fn item(&mut self, schema: &'d Value, item: &Value, list: &Place) {
        let mut body = self.body.clone();
        *at(&mut body, list) = json!([item]);
        let mut walk = Walk {
            schemas: self.schemas,
            body: &body,
            mutations: Vec::new(),
        };
        walk.value(schema, item, &list.item(0));
        self.mutations.append(&mut walk.mutations);
    }

    fn object(&mut self, plain: &Plain<'d>, value: &Value, place: &Place) {
        let properties = plain
            .schemas
            .iter()
            .filter_map(|schema| schema["properties"].as_object());
        let properties: Vec<_> = properties.flatten().collect();
        let is_map = |schema: &&Value| schema["additionalProperties"].is_object();
        if !properties.is_empty() && !plain.schemas.iter().any(is_map) {
            let news = json!({"a": [1, null, "b"]});
            self.set(Change::NewProperty, place, "property_of_tomorrow", news);
        }
        for tag in &plain.tags {
            self.set(Change::NewTag, place, tag, json!("tag of tomorrow"));
        }
        let names: Vec<_> = plain.schemas.iter().copied().flat_map(required).collect();
        for (name, schema) in properties {
            self.property(plain, place, name, names.contains(&name.as_str()), schema);
            if let Some(value) = value.get(name) {
                self.value(schema, value, &place.property(name));
            }
        }
        self.values_of_maps(plain, value, place);
    }

    fn values_of_maps(&mut self, plain: &Plain<'d>, value: &Value, place: &Place) {
        for schema in &plain.schemas {
            let named = |name: &str| schema["properties"].get(name).is_some();
            let schema = &schema["additionalProperties"];
            for (name, value) in value.as_object().into_iter().flatten() {
                if schema.is_object() && !named(name) {
                    self.value(schema, value, &place.property(name));
                }
            }
        }
    }

    /// Null or nothing in place of a property.
    fn property(
        &mut self,
        plain: &Plain<'d>,
        place: &Place,
        name: &str,
        is_required: bool,
        schema: &'d Value,
    ) {
        let plain_schema = self.schemas.plain(schema, &Value::Null);
        let is_nullable = plain_schema.is_some_and(|plain| {
            plain
                .schemas
                .iter()
                .any(|schema| schema["nullable"] == true)
        });
        if !is_required {
            self.set(Change::Null, place, name, Value::Null);
        } else if !is_nullable {
            let change = match plain.is_guessed || plain.tags.contains(&name) {
                true => Change::MissingInVariant,
                false => Change::Missing(name.to_owned()),
            };
            self.change(change, place, |value| {
                value.as_object_mut().and_then(|object| object.remove(name));
            });
        }
    }

    fn set(&mut self, change: Change, place: &Place, name: &str, value: Value) {
        self.change(change, place, |object| object[name] = value);
    }

    fn change(&mut self, change: Change, place: &Place, make: impl FnOnce(&mut Value)) {
        let mut body = self.body.clone();
        make(at(&mut body, place));
        self.mutations.push(Mutation {
            change,
            place: place.path.clone(),
            body,
        });
    }
}

fn at<'v>(body: &'v mut Value, place: &Place) -> &'v mut Value {
    let value = body.pointer_mut(&place.pointer);
    value.expect("a place that was walked to")
}
