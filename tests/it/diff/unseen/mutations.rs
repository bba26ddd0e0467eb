//! Changes of a document in one thing.

use std::fmt;

use serde_json::{Value, json};

use crate::hostile::mutation::{places, remove, rename};
use crate::plain::METHODS;

/// A change at a node.
pub(super) struct Mutation {
    place: String,
    change: Change,
}

enum Change {
    Remove,
    Rename(String),
    Replace(Value),
}

/// Keywords with values that others may stand in the place of.
const ALTERNATIVES: [(&str, &[&str]); 5] = [
    (
        "type",
        &["string", "integer", "number", "boolean", "object"],
    ),
    ("format", &["date-time", "uuid", "int32", "int64", "binary"]),
    ("in", &["query", "header", "cookie"]),
    ("style", &["form", "simple", "spaceDelimited", "deepObject"]),
    ("scheme", &["basic", "bearer"]),
];

/// Every change of a document, in the order of its text.
pub(super) fn all(document: &Value) -> Vec<Mutation> {
    let places = places(document).into_iter().skip(1);
    let mutations = places.flat_map(|place| {
        let changes = changes(document, &place);
        changes.into_iter().map(move |change| Mutation {
            place: place.clone(),
            change,
        })
    });
    mutations.collect()
}

fn changes(document: &Value, place: &str) -> Vec<Change> {
    let (around, key) = place.rsplit_once('/').unwrap_or_default();
    let alternatives = ALTERNATIVES.iter().find(|(keyword, _)| *keyword == key);
    let alternatives = alternatives.map_or(&[][..], |(_, words)| words).iter();
    let mut changes = vec![Change::Remove];
    if document.pointer(around).is_some_and(Value::is_object) {
        let is_method = METHODS.contains(&key);
        let other = METHODS.into_iter().find(|other| is_method && *other != key);
        changes.push(Change::Rename(
            other.map_or_else(|| format!("{key}x"), str::to_owned),
        ));
    }
    match document.pointer(place) {
        Some(Value::String(text)) => {
            changes.push(Change::Replace(json!(format!("{text}x"))));
            let others = alternatives.filter(|other| *other != text);
            changes.extend(others.map(|other| Change::Replace(json!(other))));
        }
        Some(Value::Bool(is)) => changes.push(Change::Replace(json!(!is))),
        Some(Value::Number(number)) => {
            let next = number.as_i64().map(|number| json!(number.wrapping_add(1)));
            changes.extend(next.map(Change::Replace));
        }
        _ => {}
    }
    changes
}

impl Mutation {
    /// The document with the change.
    pub(super) fn apply(&self, document: &Value) -> Value {
        let mut document = document.clone();
        match &self.change {
            Change::Remove => remove(&mut document, &self.place),
            Change::Rename(key) => rename(&mut document, &self.place, key),
            Change::Replace(value) => {
                if let Some(node) = document.pointer_mut(&self.place) {
                    node.clone_from(value);
                }
            }
        }
        document
    }
}

impl fmt::Display for Mutation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "#{} ", self.place)?;
        match &self.change {
            Change::Remove => formatter.write_str("removed"),
            Change::Rename(key) => write!(formatter, "called {key}"),
            Change::Replace(value) => write!(formatter, "is {value}"),
        }
    }
}
