//! What OpenAPI defines: the objects of 3.0 and 3.1 with their fields, as data.
//!
//! Checking, bringing 3.1 to 3.0 and reading nodes all follow these tables, so a field is known to all of them or to
//! none. Sources: OpenAPI 3.0.3 §4.7 and 3.1.0 §4.8; JSON Schema 2020-12 for the schemas of 3.1.

mod frame;
mod operation;
mod place;
mod schema;
mod security;

pub(super) use frame::{
    COMPONENTS, DOCUMENT, EXTERNAL_DOCUMENTATION, INFO, PATH_ITEM, SERVER, TAG,
};
pub(super) use operation::{
    ENCODING, EXAMPLE, HEADER, MEDIA_TYPE, OPERATION, PARAMETER, REQUEST_BODY, RESPONSE, RESPONSES,
};
pub(super) use place::{definition_at, definition_within};
pub(super) use schema::{SCHEMA, SCHEMA_FORM};
pub(super) use security::SECURITY_SCHEME;

use super::Version;

/// An object of OpenAPI.
#[derive(Debug)]
pub(super) struct Definition {
    /// What messages call it, with its article: `an operation`.
    pub(super) name: &'static str,
    /// Its fixed fields.
    pub(super) fields: &'static [Field],
    /// Keys that aren't fixed.
    pub(super) others: Others,
    /// What may stand for it where a node is read on its own.
    pub(super) stub: Stub,
}

/// Keys of an object that no table lists. Keys that start with `x-` are always allowed.
#[derive(Debug)]
pub(super) enum Others {
    /// None are allowed.
    Unknown,
    /// Every key is allowed, and its value has this form.
    Any(Form),
    /// Keys are paths, which start with `/`.
    Paths(Form),
    /// In OpenAPI 3.1 every key is allowed, as in JSON Schema; in 3.0 none is.
    Vocabulary,
}

/// What stands for a node inside of its parent, when only the parent is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stub {
    /// A `$ref` to the node itself: OpenAPI allows a Reference Object in its place.
    Reference,
    /// An object that has required fields only.
    Empty,
    /// The node itself, which is small.
    Whole,
}

/// A fixed field of an object.
#[derive(Debug)]
pub(super) struct Field {
    /// Its key.
    pub(super) name: &'static str,
    /// What its value looks like.
    pub(super) form: Form,
    /// The version that has it; `None` for both.
    pub(super) version: Option<Version>,
    /// Whether it may be missing.
    pub(super) presence: Presence,
}

/// Whether a field may be missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Presence {
    /// It may.
    Optional,
    /// It must be there; a missing one is read as empty.
    Required,
    /// It must be there in 3.0; a missing one is read as empty.
    RequiredIn3_0,
    /// It must be there, and nothing can stand for it.
    Essential,
}

/// What the value of a field looks like.
#[derive(Debug)]
pub(super) enum Form {
    /// Any JSON value.
    Any,
    /// A string.
    Text,
    /// One of these strings.
    Word(&'static [&'static str]),
    /// `true` or `false`.
    Boolean,
    /// A number.
    Number,
    /// A whole number from 0.
    Count,
    /// A number (3.1) or a boolean (3.0): `exclusiveMinimum` and `exclusiveMaximum`.
    Limit,
    /// The name of a type, or a list of them (3.1).
    Types,
    /// An object of OpenAPI.
    Object(&'static Definition),
    /// A schema or a boolean that is no schema in 3.0: `additionalProperties`.
    SchemaOrBoolean,
    /// A schema, or a list of them (JSON Schema before 2020-12): `items`.
    SchemaOrSchemas,
    /// A list.
    List(&'static Form),
    /// An object whose keys the document chooses.
    Map(&'static Form),
}

impl Definition {
    /// Its fixed field of this name.
    pub(super) fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    /// The form of the value under a key, if OpenAPI gives it one.
    pub(super) fn form(&'static self, key: &str) -> Option<&'static Form> {
        match (&self.others, self.field(key)) {
            (_, Some(field)) => Some(&field.form),
            (Others::Any(form) | Others::Paths(form), None) if !key.starts_with("x-") => Some(form),
            _ => None,
        }
    }

    /// Whether a Reference Object may stand in its place.
    pub(super) fn is_referable(&self) -> bool {
        self.stub == Stub::Reference || self.field("$ref").is_some()
    }
}

impl Form {
    /// The object of OpenAPI that a value of this form is, if it is one.
    pub(super) fn definition(&self) -> Option<&'static Definition> {
        match self {
            Self::Object(definition) => Some(definition),
            Self::SchemaOrBoolean | Self::SchemaOrSchemas => Some(&SCHEMA),
            _ => None,
        }
    }

    /// The form of what stands in a value of this form under a key or index.
    pub(super) fn inner(&'static self, token: &str) -> Option<&'static Self> {
        match self {
            Self::List(form) | Self::Map(form) => Some(form),
            // A list of schemas is only told from a schema by what its place goes on with.
            Self::SchemaOrSchemas if token.parse::<usize>().is_ok() => Some(&SCHEMA_FORM),
            _ => self.definition()?.form(token),
        }
    }
}

impl Field {
    const fn new(name: &'static str, form: Form) -> Self {
        Self {
            name,
            form,
            version: None,
            presence: Presence::Optional,
        }
    }

    /// It must be there; a missing one is read as empty.
    const fn required(self) -> Self {
        Self {
            presence: Presence::Required,
            ..self
        }
    }

    /// It must be there in 3.0; a missing one is read as empty.
    const fn required_in_3_0(self) -> Self {
        Self {
            presence: Presence::RequiredIn3_0,
            ..self
        }
    }

    /// It must be there, and nothing can stand for it.
    const fn essential(self) -> Self {
        Self {
            presence: Presence::Essential,
            ..self
        }
    }

    /// It belongs to one version only.
    const fn only(self, version: Version) -> Self {
        Self {
            version: Some(version),
            ..self
        }
    }
}
