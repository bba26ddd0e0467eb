//! One change of a document at a time.

mod components;
mod objects;
mod operations;

use serde_json::Value;

/// A kind of change.
#[derive(Clone, Copy)]
pub(super) struct Mutation {
    /// What the table calls it.
    name: &'static str,
    /// Changes a node, and whatever has to change with it; says whether that was possible.
    apply: fn(&mut Site<'_>) -> Option<()>,
}

/// A node of a document.
pub(super) struct Site<'d> {
    document: &'d mut Value,
    pointer: &'d str,
}

impl Site<'_> {
    fn node(&mut self) -> Option<&mut Value> {
        self.document.pointer_mut(self.pointer)
    }

    /// The names that lead to the node.
    fn tokens(&self) -> Vec<String> {
        let tokens = self.pointer.split('/').skip(1);
        tokens
            .map(|token| token.replace("~1", "/").replace("~0", "~"))
            .collect()
    }
}

/// Kinds of changes that are made at the same places.
struct Group {
    mutations: &'static [Mutation],
    /// Whether a node is such a place; the change itself looks closer.
    is_place: fn(&str, &Value) -> bool,
}

const GROUPS: [Group; 3] = [
    Group {
        mutations: objects::MUTATIONS,
        is_place: |_, node| {
            ["properties", "enum", "oneOf", "anyOf"]
                .iter()
                .any(|key| node.get(key).is_some())
        },
    },
    Group {
        mutations: operations::MUTATIONS,
        is_place: |pointer, node| pointer.starts_with("/paths/") && node.get("responses").is_some(),
    },
    Group {
        mutations: components::MUTATIONS,
        is_place: |pointer, _| pointer.is_empty() || pointer.starts_with("/components/schemas/"),
    },
];

/// A document after each kind of change, at up to `limit` places that lie apart.
pub(super) fn changed(document: &Value, limit: usize) -> Vec<(&'static str, Value)> {
    let mut nodes = Vec::new();
    collect(document, "", &mut nodes);
    let mut changed = Vec::new();
    for group in &GROUPS {
        let places = nodes
            .iter()
            .filter(|(pointer, node)| (group.is_place)(pointer, node));
        let places: Vec<_> = places.map(|(pointer, _)| pointer.as_str()).collect();
        for mutation in group.mutations {
            let documents = mutation.apply(document, &places, limit);
            changed.extend(
                documents
                    .into_iter()
                    .map(|document| (mutation.name, document)),
            );
        }
    }
    changed
}

impl Mutation {
    fn apply(self, document: &Value, places: &[&str], limit: usize) -> Vec<Value> {
        let changed = |pointer: &str| {
            let mut changed = document.clone();
            let mut site = Site {
                document: &mut changed,
                pointer,
            };
            (self.apply)(&mut site)?;
            (changed != *document).then_some(changed)
        };
        let step = places.len().div_ceil(limit).max(1);
        let found = places
            .chunks(step)
            .filter_map(|places| places.iter().find_map(|place| changed(place)));
        found.collect()
    }
}

/// All objects and their places, but those that are examples.
fn collect<'d>(node: &'d Value, pointer: &str, nodes: &mut Vec<(String, &'d Value)>) {
    let below = |key: &str| format!("{pointer}/{}", key.replace('~', "~0").replace('/', "~1"));
    match node {
        Value::Object(members) => {
            nodes.push((pointer.to_owned(), node));
            for (key, value) in members {
                if !matches!(key.as_str(), "example" | "examples" | "default") {
                    collect(value, &below(key), nodes);
                }
            }
        }
        Value::Array(items) => {
            for (index, value) in items.iter().enumerate() {
                collect(value, &below(&index.to_string()), nodes);
            }
        }
        _ => {}
    }
}
