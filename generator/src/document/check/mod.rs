//! Holds a value tree against the tables of what OpenAPI defines, and mends or takes out what doesn't fit.
//!
//! Afterwards each fixed field has the form that the tables say, or is not there. A node that can't be read is null:
//! it keeps its place, so that pointers to its neighbours stay right.

mod cut;
mod extension;
mod mend;
mod report;

pub(crate) use mend::describe;

use serde_json::{Map, Value};

use super::Version;
use super::fields::{Definition, Field, Form, Others, Presence, SCHEMA};
use super::walk::{Place, Visitor};
use crate::diagnostic::Diagnostics;

/// Keys that may stand beside the `$ref` of a schema in 3.0, too: OpenAPI says that they are ignored there, but what
/// published documents mean by them is clear, and they change nothing about the values that are allowed.
pub(super) const ANNOTATIONS: &[&str] = &[
    "title",
    "description",
    "default",
    "nullable",
    "readOnly",
    "writeOnly",
    "deprecated",
    "example",
    "examples",
    "externalDocs",
    "xml",
];

/// Keywords of OpenAPI 3.1 that have no part in the types of values.
const UNCHECKED: &[&str] = &[
    "if",
    "contains",
    "propertyNames",
    "dependentRequired",
    "dependentSchemas",
    "unevaluatedItems",
    "contentSchema",
    "$dynamicRef",
];

/// Checks every object that a walk comes across.
pub(super) struct Check<'a> {
    pub(super) version: Version,
    pub(super) diagnostics: &'a mut Diagnostics,
}

impl Visitor for Check<'_> {
    fn enter(&mut self, definition: &'static Definition, node: &mut Value, place: Place<'_>) {
        match node {
            Value::Object(members) => {
                if std::ptr::eq(definition, &SCHEMA) {
                    self.check_rust_name(members, place);
                }
                if !self.members(definition, members, place) {
                    *node = Value::Null;
                }
            }
            Value::Bool(_) if std::ptr::eq(definition, &SCHEMA) => {
                if self.version == Version::V3_0 {
                    self.other_version("a boolean as a schema", place, Version::V3_1);
                }
            }
            Value::Array(items) if items.is_empty() => {
                self.malformed(
                    place,
                    definition.name,
                    "an empty list",
                    "it is read as an empty object",
                );
                *node = Value::Object(Map::new());
            }
            _ => {
                self.malformed(place, definition.name, describe(node), "it is left out");
                *node = Value::Null;
            }
        }
    }
}

impl Check<'_> {
    /// Whether the node can be read.
    fn members(
        &mut self,
        definition: &'static Definition,
        members: &mut Map<String, Value>,
        place: Place<'_>,
    ) -> bool {
        let is_reference =
            definition.is_referable() && members.get("$ref").is_some_and(Value::is_string);
        if is_reference {
            self.siblings(definition, members, place);
        }
        members.retain(|key, value| {
            // `$ref` belongs to a Reference Object, not to the object that it stands for.
            (is_reference && key == "$ref") || self.member(definition, key, value, place)
        });
        is_reference || self.required(definition, members, place)
    }

    /// Whether a member stays.
    fn member(
        &mut self,
        definition: &'static Definition,
        key: &str,
        value: &mut Value,
        place: Place<'_>,
    ) -> bool {
        if let Some(field) = definition.field(key) {
            return self.field(definition, field, value, place.key(key));
        }
        match &definition.others {
            _ if extension::is_ours(key) => self.unknown_key(definition, key, place),
            _ if key.starts_with("x-") => {}
            Others::Any(form) => return self.mend(form, value, place.key(key)),
            Others::Paths(form) => {
                if !key.starts_with('/') {
                    self.path_without_slash(key, place);
                }
                return self.mend(form, value, place.key(key));
            }
            Others::Unknown => self.unknown_key(definition, key, place),
            Others::Vocabulary => self.unknown_keyword(definition, key, place),
        }
        true
    }

    /// Whether the value of a fixed field stays.
    fn field(
        &mut self,
        definition: &Definition,
        field: &'static Field,
        value: &mut Value,
        place: Place<'_>,
    ) -> bool {
        // YAML reads a key without a value as null: nobody means more by it than that there is nothing.
        if value.is_null() && !matches!(field.form, Form::Any | Form::Types) {
            return false;
        }
        if let Some(version) = field.version
            && version != self.version
        {
            self.other_version(
                &format!("`{}` in {}", field.name, definition.name),
                place,
                version,
            );
        }
        if UNCHECKED.contains(&field.name) {
            self.unchecked(field.name, place);
        }
        self.mend(&field.form, value, place)
    }

    /// Whether every field is there, or could be filled in.
    fn required(
        &mut self,
        definition: &Definition,
        members: &mut Map<String, Value>,
        place: Place<'_>,
    ) -> bool {
        let mut complete = true;
        for field in definition.fields {
            if field.presence == Presence::Optional || members.contains_key(field.name) {
                continue;
            }
            let essential = field.presence == Presence::Essential;
            if field.presence != Presence::RequiredIn3_0 || self.version == Version::V3_0 {
                self.missing(definition, field, place);
            }
            if essential {
                complete = false;
            } else {
                members.insert(field.name.to_owned(), empty(&field.form));
            }
        }
        complete
    }

    /// Takes out what OpenAPI says is ignored beside a `$ref`.
    fn siblings(
        &mut self,
        definition: &Definition,
        members: &mut Map<String, Value>,
        place: Place<'_>,
    ) {
        let is_schema = std::ptr::eq(definition, &SCHEMA);
        // A path item is the only other object whose own fields may stand beside its `$ref`.
        if definition.field("$ref").is_some() && !is_schema
            || is_schema && self.version == Version::V3_1
        {
            return;
        }
        members.retain(|key, _| {
            let stays = match key.as_str() {
                "$ref" | "summary" | "description" => true,
                key if key.starts_with("x-") => true,
                key => is_schema && ANNOTATIONS.contains(&key),
            };
            if !stays {
                self.ignored_sibling(key, place);
            }
            stays
        });
    }
}

/// What a missing field is read as: the smallest value that has every field it needs.
pub(super) fn empty(form: &Form) -> Value {
    match form {
        Form::Text => Value::String(String::new()),
        Form::List(_) => Value::Array(Vec::new()),
        Form::Object(definition) => empty_object(definition),
        _ => Value::Object(Map::new()),
    }
}

/// An object of OpenAPI that has required fields only.
pub(super) fn empty_object(definition: &Definition) -> Value {
    let required = definition
        .fields
        .iter()
        .filter(|field| field.presence != Presence::Optional);
    Value::Object(
        required
            .map(|field| (field.name.to_owned(), empty(&field.form)))
            .collect(),
    )
}
