//! Schemas: OpenAPI 3.0.3 §4.7.24 to §4.7.26 and the vocabularies of JSON Schema 2020-12 that 3.1 builds on.

use super::frame::EXTERNAL_DOCUMENTATION;
use super::{Definition, Field, Form, Others, Stub};
use crate::document::Version;

/// The form of a schema.
pub(in crate::document) static SCHEMA_FORM: Form = Form::Object(&SCHEMA);

pub(in crate::document) static SCHEMA: Definition = Definition {
    name: "a schema",
    fields: &[
        Field::new("title", Form::Text),
        Field::new("multipleOf", Form::Number),
        Field::new("maximum", Form::Number),
        Field::new("exclusiveMaximum", Form::Limit),
        Field::new("minimum", Form::Number),
        Field::new("exclusiveMinimum", Form::Limit),
        Field::new("maxLength", Form::Count),
        Field::new("minLength", Form::Count),
        Field::new("pattern", Form::Text),
        Field::new("maxItems", Form::Count),
        Field::new("minItems", Form::Count),
        Field::new("uniqueItems", Form::Boolean),
        Field::new("maxProperties", Form::Count),
        Field::new("minProperties", Form::Count),
        Field::new("required", Form::List(&Form::Text)),
        Field::new("enum", Form::List(&Form::Any)),
        Field::new("type", Form::Types),
        Field::new("allOf", Form::List(&SCHEMA_FORM)),
        Field::new("oneOf", Form::List(&SCHEMA_FORM)),
        Field::new("anyOf", Form::List(&SCHEMA_FORM)),
        Field::new("not", Form::Object(&SCHEMA)),
        Field::new("items", Form::SchemaOrSchemas),
        Field::new("properties", Form::Map(&SCHEMA_FORM)),
        Field::new("additionalProperties", Form::SchemaOrBoolean),
        Field::new("description", Form::Text),
        Field::new("format", Form::Text),
        Field::new("default", Form::Any),
        Field::new("nullable", Form::Boolean).only(Version::V3_0),
        Field::new("discriminator", Form::Object(&DISCRIMINATOR)),
        Field::new("readOnly", Form::Boolean),
        Field::new("writeOnly", Form::Boolean),
        Field::new("xml", Form::Object(&XML)),
        Field::new("externalDocs", Form::Object(&EXTERNAL_DOCUMENTATION)),
        Field::new("example", Form::Any),
        Field::new("deprecated", Form::Boolean),
        Field::new("const", Form::Any).only(Version::V3_1),
        Field::new("examples", Form::Any).only(Version::V3_1),
        Field::new("prefixItems", Form::List(&SCHEMA_FORM)).only(Version::V3_1),
        Field::new("contains", Form::Object(&SCHEMA)).only(Version::V3_1),
        Field::new("minContains", Form::Count).only(Version::V3_1),
        Field::new("maxContains", Form::Count).only(Version::V3_1),
        Field::new("unevaluatedItems", Form::SchemaOrBoolean).only(Version::V3_1),
        Field::new("patternProperties", Form::Map(&SCHEMA_FORM)).only(Version::V3_1),
        Field::new("propertyNames", Form::Object(&SCHEMA)).only(Version::V3_1),
        Field::new("unevaluatedProperties", Form::SchemaOrBoolean).only(Version::V3_1),
        Field::new("dependentRequired", Form::Map(&Form::List(&Form::Text))).only(Version::V3_1),
        Field::new("dependentSchemas", Form::Map(&SCHEMA_FORM)).only(Version::V3_1),
        Field::new("if", Form::Object(&SCHEMA)).only(Version::V3_1),
        Field::new("then", Form::Object(&SCHEMA)).only(Version::V3_1),
        Field::new("else", Form::Object(&SCHEMA)).only(Version::V3_1),
        Field::new("contentEncoding", Form::Text).only(Version::V3_1),
        Field::new("contentMediaType", Form::Text).only(Version::V3_1),
        Field::new("contentSchema", Form::Object(&SCHEMA)).only(Version::V3_1),
        Field::new("$ref", Form::Text),
        Field::new("$id", Form::Text).only(Version::V3_1),
        Field::new("$schema", Form::Text).only(Version::V3_1),
        Field::new("$anchor", Form::Text).only(Version::V3_1),
        Field::new("$dynamicRef", Form::Text).only(Version::V3_1),
        Field::new("$dynamicAnchor", Form::Text).only(Version::V3_1),
        Field::new("$vocabulary", Form::Any).only(Version::V3_1),
        Field::new("$comment", Form::Text).only(Version::V3_1),
        Field::new("$defs", Form::Map(&SCHEMA_FORM)).only(Version::V3_1),
        Field::new("definitions", Form::Map(&SCHEMA_FORM)).only(Version::V3_1),
        Field::new("x-bindery-expandable", Form::Any),
        Field::new("x-bindery-secret", Form::Any),
    ],
    others: Others::Vocabulary,
    stub: Stub::Reference,
};

static DISCRIMINATOR: Definition = Definition {
    name: "a discriminator",
    fields: &[
        Field::new("propertyName", Form::Text).essential(),
        Field::new("mapping", Form::Map(&Form::Text)),
    ],
    others: Others::Unknown,
    stub: Stub::Whole,
};

static XML: Definition = Definition {
    name: "an XML object",
    fields: &[
        Field::new("name", Form::Text),
        Field::new("namespace", Form::Text),
        Field::new("prefix", Form::Text),
        Field::new("attribute", Form::Boolean),
        Field::new("wrapped", Form::Boolean),
    ],
    others: Others::Unknown,
    stub: Stub::Whole,
};
