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
    /// What makes it another document than the one that was read.
    change: Change,
}

/// What was done to a document.
#[derive(Clone)]
enum Change {
    Nothing,
    /// What stood at a place was taken out.
    Without {
        place: String,
        /// Items of lists that have nothing else to be called by than what they say, and say less now.
        others: Vec<String>,
    },
    /// Everything whose order means nothing stands the other way round.
    Reversed,
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
            change: Change::Nothing,
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

    /// Whether it has items of lists that are others now: nothing but what they say tells them from the rest of the list.
    pub(super) fn has_other_items(&self) -> bool {
        matches!(&self.change, Change::Without { others, .. } if !others.is_empty())
    }

    pub(super) fn has_names(&self) -> bool {
        self.names.is_some()
    }

    /// The document without one of the things that can be added to one later, for some of them, spread over all.
    pub(super) fn removals(&self, most: usize) -> impl Iterator<Item = Mutation> {
        let mut places = Vec::new();
        removable(&self.root, "", &mut places);
        let step = places.len().div_ceil(most).max(1);
        let places = places.into_iter().step_by(step);
        places.map(|place| self.without(place))
    }

    fn without(&self, place: String) -> Mutation {
        let mut document = self.clone();
        let forgotten = remove(&mut document.root, &place);
        // What has moved up to the place of what is gone is still the same.
        let around = place.rsplit_once('/').map(|(around, _)| around);
        let reduced = forgotten.iter().map(String::as_str).chain(around);
        let others = reduced.flat_map(|place| nameless(&self.root, place));
        let others = others.collect();
        let note = format!("without #{place}");
        document.change = Change::Without { others, place };
        Mutation { note, document }
    }

    /// The document with everything in the opposite order whose order means nothing.
    pub(super) fn reversed(&self) -> Mutation {
        let mut document = self.clone();
        reverse(&mut document.root, "");
        document.change = Change::Reversed;
        Mutation {
            note: "in the opposite order".to_owned(),
            document,
        }
    }

    /// Where what stands at a place stood in the document that was read.
    pub(super) fn identity(&self, pointer: &str) -> String {
        match &self.change {
            Change::Nothing => pointer.to_owned(),
            Change::Without { others, .. } if others.iter().any(|other| is_in(pointer, other)) => {
                format!("{pointer} as another item")
            }
            Change::Without { place, .. } => before_removal(&self.root, place, pointer),
            Change::Reversed => before_reversal(&self.root, pointer),
        }
    }
}

/// Whether one place is another, or in it.
pub(super) fn is_in(place: &str, around: &str) -> bool {
    let rest = place.strip_prefix(around);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The items of lists around a place, or there, that have no name.
fn nameless(root: &Value, place: &str) -> Vec<String> {
    let ends = place.match_indices('/').map(|(end, _)| end);
    let around = ends
        .skip(1)
        .chain([place.len()])
        .filter_map(|end| place.get(..end));
    let items = around.filter(|around| {
        let list = around
            .rsplit_once('/')
            .and_then(|(list, _)| root.pointer(list));
        let item = root.pointer(around);
        list.is_some_and(Value::is_array) && item.is_some_and(|item| !has_name(item))
    });
    items.map(str::to_owned).collect()
}

/// Whether an item of a list has something to be called by, whatever else it says.
fn has_name(item: &Value) -> bool {
    let properties = item["properties"].as_object().into_iter().flatten();
    let mut constants = properties.map(|(_, property)| is_constant(property));
    !item["title"].is_null()
        || !item["name"].is_null()
        || !item["url"].is_null()
        || item["required"]
            .as_array()
            .is_some_and(|names| (1..=5).contains(&names.len()))
        || constants.any(|is_constant| is_constant)
}

/// Where something stood before something else was taken out: further behind, if that was an item of the same list.
fn before_removal(root: &Value, removed: &str, pointer: &str) -> String {
    let moved = || {
        let (list, removed) = removed.rsplit_once('/')?;
        root.pointer(list)?.as_array()?;
        let inside = pointer.strip_prefix(list)?.strip_prefix('/')?;
        let (index, rest) = inside
            .split_once('/')
            .map_or((inside, String::new()), |(index, rest)| {
                (index, format!("/{rest}"))
            });
        let index: usize = index.parse().ok()?;
        let removed: usize = removed.parse().ok()?;
        (index >= removed).then(|| format!("{list}/{}{rest}", index + 1))
    };
    moved().unwrap_or_else(|| pointer.to_owned())
}

/// Where something stood before everything was turned round.
fn before_reversal(root: &Value, pointer: &str) -> String {
    let mut node = Some(root);
    // Of what is not turned round, nothing in it is.
    let mut is_turned = true;
    let mut keyword = "";
    let mut identity = String::new();
    for token in pointer.split('/').skip(1) {
        identity.push('/');
        match node {
            Some(Value::Array(items)) if is_turned && UNORDERED.contains(&keyword) => {
                let index: usize = token.parse().unwrap_or_default();
                identity += &(items.len() - 1 - index).to_string();
                keyword = "";
            }
            Some(Value::Object(members)) => {
                is_turned &= is_part(token, has_labels(members));
                identity += token;
                keyword = token;
            }
            _ => {
                identity += token;
                keyword = "";
            }
        }
        node = node.and_then(|node| node.pointer(&format!("/{token}")));
    }
    identity
}

/// The places of what can be added to a document later.
fn removable(node: &Value, place: &str, places: &mut Vec<String>) {
    let key = place.rsplit('/').next().unwrap_or_default();
    match node {
        Value::Object(members) => {
            // A property may be called like a keyword.
            let is_map = MAPS.contains(&key) && !place.ends_with("/properties/properties");
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
                // The tags of an operation say where it stands.
                if matches!(key, "parameters" | "servers")
                    || place.starts_with("/tags/")
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

/// Takes a node out, and makes everything that refers to it describe nothing: where that stands.
fn remove(root: &mut Value, place: &str) -> Vec<String> {
    let mut forgotten = Vec::new();
    let Some((around, key)) = place.rsplit_once('/') else {
        return forgotten;
    };
    match root.pointer_mut(around) {
        Some(Value::Object(members)) => {
            _ = members.shift_remove(&key.replace("~1", "/").replace("~0", "~"))
        }
        Some(Value::Array(items)) => _ = key.parse().map(|index: usize| items.remove(index)),
        _ => {}
    }
    if place.starts_with("/components/") && place.matches('/').count() == 3 {
        forget(root, "", &format!("#{place}"), &mut forgotten);
    }
    forgotten
}

fn forget(node: &mut Value, place: &str, target: &str, forgotten: &mut Vec<String>) {
    match node {
        Value::Object(members) if members.get("$ref").and_then(Value::as_str) == Some(target) => {
            members.clear();
            forgotten.push(place.to_owned());
        }
        Value::Object(members) => {
            for (name, member) in members {
                forget(member, &child(place, name), target, forgotten);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                forget(item, &format!("{place}/{index}"), target, forgotten);
            }
        }
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

/// Objects whose members have names of their own.
const MAPS: [&str; 8] = [
    "properties",
    "schemas",
    "responses",
    "headers",
    "securitySchemes",
    "webhooks",
    "callbacks",
    "content",
];

/// Lists whose order doesn't decide what anything is called.
const UNORDERED: [&str; 7] = [
    "parameters",
    "enum",
    "required",
    "oneOf",
    "anyOf",
    "servers",
    "security",
];

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
