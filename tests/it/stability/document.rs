//! Documents in which something is missing or stands elsewhere.

use bindery::record_names;
use bindery::source::Source;
use serde_json::{Map, Value};

use crate::plain::{self, METHODS, child};

/// A document as a tree.
#[derive(Clone)]
pub(super) struct Document {
    path: String,
    root: Value,
    size: usize,
    /// The names that are recorded for it.
    names: Option<Source>,
}

/// A document that differs from another in one thing.
pub(super) struct Mutation {
    /// What was done.
    pub(super) note: String,
    /// The result.
    pub(super) document: Document,
}

impl Document {
    pub(super) fn read(source: &Source) -> Self {
        let path = format!("{}.json", source.path());
        Self {
            path,
            root: plain::read(source),
            size: source.text().len(),
            names: source.names().cloned(),
        }
    }

    pub(super) fn source(&self) -> Source {
        Source::new(&self.path, self.root.to_string()).with_names(self.names.clone())
    }

    /// The document with what `--record-names` writes beside it, where that is something new.
    pub(super) fn recorded(self) -> Self {
        self.recorded_since(None)
    }

    /// The same, where names of an earlier edition are kept.
    pub(super) fn recorded_since(self, earlier: Option<&Self>) -> Self {
        let source = self.source();
        let earlier = earlier.map(Self::source);
        let recording =
            record_names(&source, earlier.as_ref()).expect("a document that is accepted");
        let text = recording
            .text
            .map(|text| Source::new(&source.names_path(), text));
        Self {
            names: text.or_else(|| self.names.clone()),
            ..self
        }
    }

    /// The document with the names that are recorded for another.
    pub(super) fn with_names_of(&self, other: &Self) -> Self {
        Self {
            names: other.names.clone(),
            ..self.clone()
        }
    }

    /// About how long its text is.
    pub(super) fn size(&self) -> usize {
        self.size
    }

    pub(super) fn has_names(&self) -> bool {
        self.names.is_some()
    }

    /// The document without one of the things that can be added to one later, for each of them.
    pub(super) fn removals(&self) -> impl ExactSizeIterator<Item = Mutation> {
        let mut places = Vec::new();
        removable(&self.root, "", &mut places);
        places.into_iter().map(|place| {
            let note = format!("without #{place}");
            Mutation {
                note,
                document: self.with(|root| remove(root, &place)),
            }
        })
    }

    /// The document with everything in the opposite order whose order means nothing.
    pub(super) fn reversed(&self) -> Mutation {
        Mutation {
            note: "in the opposite order".to_owned(),
            document: self.with(|root| reverse(root, "")),
        }
    }

    /// A place that doesn't change when others are added, moved or removed: without the indices of lists.
    pub(super) fn identity(&self, pointer: &str) -> String {
        let mut node = Some(&self.root);
        let mut identity = String::new();
        for token in pointer.split('/').skip(1) {
            let index = node
                .and_then(Value::as_array)
                .and_then(|_| token.parse::<usize>().ok());
            node = node.and_then(|node| node.pointer(&format!("/{token}")));
            match (index, node) {
                (Some(_), Some(item)) => identity += &format!("/[{}]", name(item)),
                _ => identity += &format!("/{token}"),
            }
        }
        identity
    }

    fn with(&self, change: impl FnOnce(&mut Value)) -> Self {
        let mut changed = self.clone();
        change(&mut changed.root);
        changed
    }
}

/// What an item of a list is called: what it refers to, its name, else what it holds.
fn name(item: &Value) -> String {
    match (&item["$ref"], &item["name"], &item["in"]) {
        (Value::String(target), ..) => target.clone(),
        (_, Value::String(name), Value::String(location)) => format!("{location} {name}"),
        _ => item.to_string(),
    }
}

/// The places of what can be added to a document later.
fn removable(node: &Value, place: &str, places: &mut Vec<String>) {
    let key = place.rsplit('/').next().unwrap_or_default();
    match node {
        Value::Object(members) => {
            // A property may be called like a keyword.
            let is_map = matches!(key, "properties" | "schemas" | "responses")
                && !place.ends_with("/properties/properties");
            let has_labels = has_labels(members);
            for (name, member) in members {
                let place = child(place, name);
                let is_operation = METHODS.contains(&name.as_str())
                    && place.starts_with("/paths/")
                    && place.matches('/').count() == 3;
                if is_operation || (is_map && members.len() > 1 && !is_constant(member)) {
                    places.push(place.clone());
                }
                if is_part(name, has_labels) {
                    removable(member, &place, places);
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                let place = format!("{place}/{index}");
                if matches!(key, "parameters")
                    || (matches!(key, "enum" | "oneOf" | "anyOf") && items.len() > 2)
                {
                    places.push(place.clone());
                }
                removable(item, &place, places);
            }
        }
        _ => {}
    }
}

/// Whether a property has one value, which may be what a variant of a union is told apart and called by: without it, that
/// variant is another thing.
fn is_constant(property: &Value) -> bool {
    property.get("const").is_some()
        || property["enum"]
            .as_array()
            .is_some_and(|values| values.len() == 1)
}

/// Takes a node out, and makes everything that refers to it describe nothing.
fn remove(root: &mut Value, place: &str) {
    let Some((around, key)) = place.rsplit_once('/') else {
        return;
    };
    match root.pointer_mut(around) {
        Some(Value::Object(members)) => {
            _ = members.shift_remove(&key.replace("~1", "/").replace("~0", "~"))
        }
        Some(Value::Array(items)) => _ = key.parse().map(|index: usize| items.remove(index)),
        _ => {}
    }
    if place.starts_with("/components/") && place.matches('/').count() == 3 {
        forget(root, &format!("#{place}"));
    }
}

fn forget(node: &mut Value, target: &str) {
    match node {
        Value::Object(members) if members.get("$ref").and_then(Value::as_str) == Some(target) => {
            members.clear()
        }
        Value::Object(members) => members
            .values_mut()
            .for_each(|member| forget(member, target)),
        Value::Array(items) => items.iter_mut().for_each(|item| forget(item, target)),
        _ => {}
    }
}

/// Whether a member of an object is a part of the document, and none whose order something else follows or that only
/// shows what the document describes.
fn is_part(name: &str, has_labels: bool) -> bool {
    !(name.starts_with("x-")
        || matches!(name, "example" | "examples" | "default")
        || (has_labels && name == "enum"))
}

/// Whether names of values stand beside an enum, in the order of its values.
fn has_labels(members: &Map<String, Value>) -> bool {
    members.keys().any(|key| key.starts_with("x-enum"))
}

/// Lists whose order means nothing.
const UNORDERED: [&str; 5] = ["parameters", "enum", "required", "oneOf", "anyOf"];

fn reverse(node: &mut Value, key: &str) {
    match node {
        Value::Object(members) => {
            let has_labels = has_labels(members);
            let reversed = std::mem::take(members).into_iter().rev();
            members.extend(reversed);
            for (name, member) in members {
                if is_part(name, has_labels) {
                    reverse(member, name);
                }
            }
        }
        Value::Array(items) => {
            if UNORDERED.contains(&key) {
                items.reverse();
            }
            items.iter_mut().for_each(|item| reverse(item, ""));
        }
        _ => {}
    }
}
