//! Whether a value fits a schema, and where it doesn't.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::parts::list;
use crate::document::check::describe;
use crate::document::suggestion::nearest;
use crate::document::walk::Place;
use crate::document::{Document, Pointer};

/// How many schemas are held against parts of values, in a whole document: unions of unions could go on for very long.
/// What is left then is taken to fit.
const STEPS: usize = 5_000_000;

/// How deep values nest, variants of unions included, before what is in them is taken to fit.
const DEEPEST: usize = 64;

/// How much of a value is shown in a message.
const LONGEST: usize = 40;

/// Holds values against the schemas of a document.
pub(super) struct Fit<'d> {
    pub(super) document: &'d Document,
    /// What references lead to.
    pub(super) targets: BTreeMap<&'d str, Option<&'d Value>>,
    steps: usize,
}

/// A part of a value that doesn't fit.
#[derive(Debug)]
pub(super) struct Misfit {
    pub(super) pointer: Pointer,
    pub(super) message: String,
    pub(super) help: Option<String>,
}

/// A part of a value, and where it stands.
#[derive(Clone, Copy)]
struct Part<'a> {
    value: &'a Value,
    place: Place<'a>,
    depth: usize,
}

impl<'a> Part<'a> {
    fn misfit(self, message: String) -> Misfit {
        Misfit {
            pointer: self.place.pointer(),
            message,
            help: None,
        }
    }
}

impl<'d> Fit<'d> {
    pub(super) fn new(document: &'d Document) -> Self {
        Self {
            document,
            targets: BTreeMap::new(),
            steps: STEPS,
        }
    }

    /// The parts of a value that don't fit a schema. Null alone always does: it says that there is nothing to show.
    pub(super) fn misfits(
        &mut self,
        schema: &'d Value,
        value: &Value,
        place: Place<'_>,
    ) -> Vec<Misfit> {
        let part = Part {
            value,
            place,
            depth: 0,
        };
        self.part(schema, part)
    }

    fn part(&mut self, schema: &'d Value, part: Part<'_>) -> Vec<Misfit> {
        if part.value.is_null() || self.steps == 0 || part.depth > DEEPEST {
            return Vec::new();
        }
        self.steps -= 1;
        let schemas = self.parts(schema);
        if let Some(misfit) = schemas.iter().find_map(|schema| own_misfit(schema, part)) {
            return vec![misfit];
        }
        let mut misfits = Vec::new();
        for schema in &schemas {
            for keyword in ["oneOf", "anyOf"] {
                misfits.extend(self.union(list(schema, keyword), part));
            }
        }
        match part.value {
            Value::Object(members) => misfits.extend(self.object(&schemas, members, part)),
            Value::Array(items) => misfits.extend(self.array(&schemas, items, part)),
            _ => {}
        }
        misfits
    }

    /// What doesn't fit the variant that fits best; nothing if one fits.
    fn union(&mut self, variants: &'d [Value], part: Part<'_>) -> Vec<Misfit> {
        let deeper = Part {
            depth: part.depth + 1,
            ..part
        };
        let mut nearest: Vec<Vec<Misfit>> = Vec::new();
        let mut depth = 0;
        for variant in variants {
            let misfits = self.part(variant, deeper);
            let Some(first) = misfits.first() else {
                return Vec::new();
            };
            let found = first.pointer.tokens().count();
            if found > depth {
                nearest.clear();
                depth = found;
            }
            if found == depth {
                nearest.push(misfits);
            }
        }
        match (nearest.pop(), nearest.is_empty()) {
            (None, _) => Vec::new(),
            (Some(only), true) => only,
            (Some(_), false) => vec![part.misfit("it is none of the variants".to_owned())],
        }
    }

    fn object(
        &mut self,
        schemas: &[&'d Value],
        members: &Map<String, Value>,
        part: Part<'_>,
    ) -> Vec<Misfit> {
        let required = schemas.iter().flat_map(|schema| list(schema, "required"));
        let required: Vec<&str> = required.filter_map(Value::as_str).collect();
        let mut misfits = Vec::new();
        for name in required.iter().filter(|name| !members.contains_key(**name)) {
            if property(schemas, name).is_some_and(|schema| self.is_always_there(schema)) {
                misfits.push(part.misfit(format!("`{name}` is required, and missing")));
            }
        }
        for (name, value) in members {
            let Some(schema) = property(schemas, name).or_else(|| additional(schemas)) else {
                continue;
            };
            let inner = Part {
                value,
                place: part.place.key(name),
                depth: part.depth + 1,
            };
            misfits.extend(self.part(schema, inner));
            let is_required = required.contains(&name.as_str());
            if value.is_null() && is_required && !self.allows_null(schema) {
                misfits.push(inner.misfit("null stands where a value is required".to_owned()));
            }
        }
        misfits
    }

    /// Whether values without a required property can't be read: absent is read as null where that is allowed.
    fn is_always_there(&mut self, schema: &'d Value) -> bool {
        !self.is_one_sided(schema) && !self.allows_null(schema)
    }

    fn array(&mut self, schemas: &[&'d Value], items: &[Value], part: Part<'_>) -> Vec<Misfit> {
        let Some(schema) = schemas.iter().find_map(|schema| schema.get("items")) else {
            return Vec::new();
        };
        let mut misfits = Vec::new();
        for (index, value) in items.iter().enumerate() {
            misfits.extend(self.part(
                schema,
                Part {
                    value,
                    place: part.place.index(index),
                    depth: part.depth + 1,
                },
            ));
        }
        misfits
    }
}

/// The schema of a property.
fn property<'d>(schemas: &[&'d Value], name: &str) -> Option<&'d Value> {
    let mut lists = schemas.iter().filter_map(|schema| schema.get("properties"));
    lists.find_map(|properties| properties.get(name))
}

/// The schema of properties without one of their own, if only one schema has a say.
fn additional<'d>(schemas: &[&'d Value]) -> Option<&'d Value> {
    match schemas {
        [only] => only
            .get("additionalProperties")
            .filter(|schema| schema.is_object()),
        _ => None,
    }
}

/// How a value as a whole differs from what a schema itself allows.
fn own_misfit(schema: &Value, part: Part<'_>) -> Option<Misfit> {
    if is_reference(part.value) {
        return Some(part.misfit("a `$ref` within a value is not followed".to_owned()));
    }
    let (expected, fits) = expected(schema, part.value);
    if !fits {
        return Some(wrong_type(part, expected));
    }
    let values = schema.get("enum")?.as_array()?;
    let text = plain(part.value);
    let texts: Vec<_> = values.iter().map(plain).collect();
    if texts.contains(&text) {
        return None;
    }
    let suggestion = nearest(&text, texts.iter().map(String::as_str));
    let misfit = part.misfit(format!("`{}` is not in its `enum`", shortened(&text)));
    Some(Misfit {
        help: suggestion.map(|text| format!("did you mean `{text}`?")),
        ..misfit
    })
}

fn wrong_type(part: Part<'_>, expected: &str) -> Misfit {
    let found = describe(part.value);
    let misfit = part.misfit(format!("{found} stands where {expected} belongs"));
    let help = match (expected, part.value) {
        ("a text", Value::Number(_) | Value::Bool(_)) => Some("put it in quotes"),
        ("a list" | "an object", Value::String(text))
            if text.trim_start().starts_with(['{', '[']) =>
        {
            Some("write it as a value rather than as a text of JSON")
        }
        ("a whole number" | "a number" | "`true` or `false`", Value::String(_)) => {
            Some("leave the quotes out")
        }
        _ => None,
    };
    Misfit {
        help: help.map(str::to_owned),
        ..misfit
    }
}

/// What messages call the values of a schema's type, and whether a value is one; all are if the type isn't stated.
fn expected(schema: &Value, value: &Value) -> (&'static str, bool) {
    let stated = schema.get("type").and_then(Value::as_str);
    let format = schema.get("format").and_then(Value::as_str);
    match stated {
        Some("string") => ("a text", value.is_string()),
        Some("integer") if format == Some("int32") => {
            let fits =
                |number: i64| i32::try_from(number).is_ok() || is_within_bounds(schema, number);
            match value.as_i64() {
                Some(number) => ("a whole number of 32 bits", fits(number)),
                None => ("a whole number", is_whole(value)),
            }
        }
        Some("integer") => ("a whole number", is_whole(value)),
        Some("number") => ("a number", value.is_number()),
        Some("boolean") => ("`true` or `false`", value.is_boolean()),
        Some("array") => ("a list", value.is_array()),
        Some("object") => ("an object", value.is_object()),
        None if schema.get("properties").is_some() => ("an object", value.is_object()),
        _ => ("a value", true),
    }
}

/// Whether a value is an object with a `$ref` in it and nothing else.
fn is_reference(value: &Value) -> bool {
    let members = value.as_object().filter(|members| members.len() == 1);
    members.is_some_and(|members| members.get("$ref").is_some_and(Value::is_string))
}

fn is_whole(value: &Value) -> bool {
    value.as_f64().is_some_and(|number| number.fract() == 0.0)
}

/// Whether a schema names a greater bound than its format has: then the type is wide enough.
fn is_within_bounds(schema: &Value, number: i64) -> bool {
    let maximum = schema.get("maximum").and_then(Value::as_i64);
    maximum.is_some_and(|maximum| number <= maximum)
}

/// A value as its text, so that `1` is the `'1'` that a list of texts may hold.
fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Number(number) => match number.as_f64() {
            Some(float) if number.is_f64() => float.to_string(),
            _ => number.to_string(),
        },
        other => other.to_string(),
    }
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}
