//! Changes of a document at any of its nodes.

use arbitrary::Arbitrary;
use serde_json::{Map, Value, json};

/// A change at a node.
#[derive(Arbitrary, Clone, Debug)]
pub(crate) struct Mutation {
    /// Which node: its number in the order of the text, or what is left when that is divided by how many there are.
    pub(crate) node: u32,
    pub(crate) change: Change,
}

/// What becomes of a node.
#[derive(Arbitrary, Clone, Debug)]
pub(crate) enum Change {
    /// It is taken out.
    Drop,
    /// It stands there twice.
    Duplicate,
    /// Something of another type stands in its place.
    Retype(u8),
    /// Its key is another one, which may be known or not.
    Rename(u8),
    /// It stands in an object or a list in its place.
    Nest(u8),
    /// Another node stands in its place.
    Replace(u32),
    /// This text stands in its place, or is its key.
    Say(String),
}

/// Words with a meaning in OpenAPI, some of which a node gets as its key.
const KEYS: [&str; 32] = [
    "$ref",
    "type",
    "allOf",
    "oneOf",
    "anyOf",
    "not",
    "enum",
    "const",
    "items",
    "prefixItems",
    "properties",
    "additionalProperties",
    "patternProperties",
    "required",
    "nullable",
    "discriminator",
    "mapping",
    "propertyName",
    "format",
    "default",
    "example",
    "description",
    "parameters",
    "schema",
    "content",
    "application/json",
    "responses",
    "get",
    "default ",
    "x-bindery-pagination",
    "x-rust-name",
    "",
];

/// The document with the changes, one after the other.
pub(crate) fn apply(document: &Value, mutations: &[Mutation]) -> Value {
    let mut document = document.clone();
    for mutation in mutations {
        let places = places(&document);
        let at = |number: u32| &places[number as usize % places.len()];
        let place = at(mutation.node);
        match &mutation.change {
            Change::Replace(other) => {
                let other = document.pointer(at(*other)).cloned();
                set(&mut document, place, other.unwrap_or_default());
            }
            Change::Drop => remove(&mut document, place),
            Change::Duplicate => duplicate(&mut document, place),
            Change::Retype(kind) => set(&mut document, place, other_type(*kind)),
            Change::Rename(key) => rename(&mut document, place, KEYS[*key as usize % KEYS.len()]),
            Change::Nest(kind) => nest(&mut document, place, *kind),
            Change::Say(text) => say(&mut document, place, text),
        }
    }
    document
}

/// The pointers to all nodes, in the order of the text.
pub(crate) fn places(document: &Value) -> Vec<String> {
    let mut places = Vec::new();
    collect(document, String::new(), &mut places);
    places
}

fn collect(node: &Value, place: String, places: &mut Vec<String>) {
    places.push(place.clone());
    match node {
        Value::Object(members) => {
            for (key, member) in members {
                collect(member, crate::plain::child(&place, key), places);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(item, format!("{place}/{index}"), places);
            }
        }
        _ => {}
    }
}

fn set(document: &mut Value, place: &str, value: Value) {
    if let Some(node) = document.pointer_mut(place) {
        *node = value;
    }
}

/// Takes a node out of the one that it stands in; the root becomes null.
pub(crate) fn remove(document: &mut Value, place: &str) {
    match parent(document, place) {
        Some((Value::Object(members), key)) => _ = members.shift_remove(&key),
        Some((Value::Array(items), index)) => {
            if let Ok(index) = index.parse::<usize>() {
                items.remove(index);
            }
        }
        _ => *document = Value::Null,
    }
}

fn duplicate(document: &mut Value, place: &str) {
    let Some(copy) = document.pointer(place).cloned() else {
        return;
    };
    match parent(document, place) {
        Some((Value::Object(members), key)) => _ = members.insert(format!("{key}-"), copy),
        Some((Value::Array(items), _)) => items.push(copy),
        _ => {}
    }
}

pub(crate) fn rename(document: &mut Value, place: &str, name: &str) {
    if let Some((Value::Object(members), key)) = parent(document, place) {
        let renamed = std::mem::take(members).into_iter();
        let renamed = renamed.map(|(known, value)| match known == key {
            true => (name.to_owned(), value),
            false => (known, value),
        });
        *members = renamed.collect::<Map<_, _>>();
    }
}

fn nest(document: &mut Value, place: &str, kind: u8) {
    let Some(node) = document.pointer_mut(place) else {
        return;
    };
    let inner = node.take();
    *node = match kind as usize % (KEYS.len() + 2) {
        0 => json!([inner]),
        1 => json!([inner.clone(), inner]),
        key => json!({ KEYS[key - 2]: inner }),
    };
}

/// Puts a text where a text is, and makes it the key of anything else.
fn say(document: &mut Value, place: &str, text: &str) {
    match document.pointer_mut(place) {
        Some(Value::String(said)) => text.clone_into(said),
        _ => rename(document, place, text),
    }
}

fn other_type(kind: u8) -> Value {
    match kind % 12 {
        0 => Value::Null,
        1 => json!(true),
        2 => json!(-1),
        3 => json!(18_446_744_073_709_551_615_u64),
        4 => json!(1.5e300),
        5 => json!(""),
        6 => json!("string"),
        7 => json!("#"),
        8 => json!([]),
        9 => json!({}),
        10 => json!([null, 1, "a", {}]),
        _ => json!({ "a": { "b": "c" } }),
    }
}

/// The node that a node stands in, and its key there.
fn parent<'d>(document: &'d mut Value, place: &str) -> Option<(&'d mut Value, String)> {
    let (parent, token) = place.rsplit_once('/')?;
    let key = token.replace("~1", "/").replace("~0", "~");
    Some((document.pointer_mut(parent)?, key))
}
