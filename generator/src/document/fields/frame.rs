//! The document itself, what describes it, and its components and paths (OpenAPI 3.0.3 §4.7.1 to §4.7.9).

use super::operation::{
    CALLBACK, EXAMPLE, HEADER, LINK, OPERATION, PARAMETER, REQUEST_BODY, RESPONSE,
};
use super::security::{SECURITY_REQUIREMENT, SECURITY_SCHEME};
use super::{Definition, Field, Form, Others, SCHEMA, Stub};
use crate::document::{Version, allowance};

pub(in crate::document) static DOCUMENT: Definition = Definition {
    name: "a document",
    fields: &[
        Field::new("openapi", Form::Text).required(),
        Field::new("info", Form::Object(&INFO)).required(),
        Field::new("jsonSchemaDialect", Form::Text).only(Version::V3_1),
        Field::new("servers", Form::List(&Form::Object(&SERVER))),
        Field::new("paths", Form::Object(&PATHS)).required_in_3_0(),
        Field::new("webhooks", Form::Map(&Form::Object(&PATH_ITEM))).only(Version::V3_1),
        // The usual way to say it in a 3.0 document.
        Field::new("x-webhooks", Form::Map(&Form::Object(&PATH_ITEM))),
        Field::new("components", Form::Object(&COMPONENTS)),
        Field::new("security", Form::List(&Form::Object(&SECURITY_REQUIREMENT))),
        Field::new("tags", Form::List(&Form::Object(&TAG))),
        Field::new("externalDocs", Form::Object(&EXTERNAL_DOCUMENTATION)),
        Field::new(allowance::KEY, Form::Any),
    ],
    others: Others::Unknown,
    stub: Stub::Whole,
};

pub(in crate::document) static INFO: Definition = Definition {
    name: "an info object",
    fields: &[
        Field::new("title", Form::Text).required(),
        Field::new("summary", Form::Text).only(Version::V3_1),
        Field::new("description", Form::Text),
        Field::new("termsOfService", Form::Text),
        Field::new("contact", Form::Object(&CONTACT)),
        Field::new("license", Form::Object(&LICENSE)),
        Field::new("version", Form::Text).required(),
    ],
    others: Others::Unknown,
    stub: Stub::Whole,
};

static CONTACT: Definition = Definition {
    name: "a contact",
    fields: &[
        Field::new("name", Form::Text),
        Field::new("url", Form::Text),
        Field::new("email", Form::Text),
    ],
    others: Others::Unknown,
    stub: Stub::Whole,
};

static LICENSE: Definition = Definition {
    name: "a license",
    fields: &[
        Field::new("name", Form::Text).required(),
        Field::new("identifier", Form::Text).only(Version::V3_1),
        Field::new("url", Form::Text),
    ],
    others: Others::Unknown,
    stub: Stub::Whole,
};

pub(in crate::document) static SERVER: Definition = Definition {
    name: "a server",
    fields: &[
        Field::new("url", Form::Text).essential(),
        Field::new("description", Form::Text),
        Field::new("variables", Form::Map(&Form::Object(&SERVER_VARIABLE))),
        Field::new("x-bindery-name", Form::Text),
    ],
    others: Others::Unknown,
    stub: Stub::Whole,
};

static SERVER_VARIABLE: Definition = Definition {
    name: "a server variable",
    fields: &[
        Field::new("enum", Form::List(&Form::Text)),
        Field::new("default", Form::Text).required(),
        Field::new("description", Form::Text),
    ],
    others: Others::Unknown,
    stub: Stub::Whole,
};

pub(in crate::document) static TAG: Definition = Definition {
    name: "a tag",
    fields: &[
        Field::new("name", Form::Text).essential(),
        Field::new("description", Form::Text),
        Field::new("externalDocs", Form::Object(&EXTERNAL_DOCUMENTATION)),
    ],
    others: Others::Unknown,
    stub: Stub::Whole,
};

pub(in crate::document) static EXTERNAL_DOCUMENTATION: Definition = Definition {
    name: "external documentation",
    fields: &[
        Field::new("description", Form::Text),
        Field::new("url", Form::Text).essential(),
    ],
    others: Others::Unknown,
    stub: Stub::Whole,
};

pub(in crate::document) static COMPONENTS: Definition = Definition {
    name: "a components object",
    fields: &[
        Field::new("schemas", Form::Map(&Form::Object(&SCHEMA))),
        Field::new("responses", Form::Map(&Form::Object(&RESPONSE))),
        Field::new("parameters", Form::Map(&Form::Object(&PARAMETER))),
        Field::new("examples", Form::Map(&Form::Object(&EXAMPLE))),
        Field::new("requestBodies", Form::Map(&Form::Object(&REQUEST_BODY))),
        Field::new("headers", Form::Map(&Form::Object(&HEADER))),
        Field::new(
            "securitySchemes",
            Form::Map(&Form::Object(&SECURITY_SCHEME)),
        ),
        Field::new("links", Form::Map(&Form::Object(&LINK))),
        Field::new("callbacks", Form::Map(&Form::Object(&CALLBACK))),
        Field::new("pathItems", Form::Map(&Form::Object(&PATH_ITEM))).only(Version::V3_1),
    ],
    others: Others::Unknown,
    stub: Stub::Whole,
};

static PATHS: Definition = Definition {
    name: "a paths object",
    fields: &[],
    others: Others::Paths(Form::Object(&PATH_ITEM)),
    stub: Stub::Whole,
};

pub(in crate::document) static PATH_ITEM: Definition = Definition {
    name: "a path item",
    fields: &[
        Field::new("$ref", Form::Text),
        Field::new("summary", Form::Text),
        Field::new("description", Form::Text),
        Field::new("get", Form::Object(&OPERATION)),
        Field::new("put", Form::Object(&OPERATION)),
        Field::new("post", Form::Object(&OPERATION)),
        Field::new("delete", Form::Object(&OPERATION)),
        Field::new("options", Form::Object(&OPERATION)),
        Field::new("head", Form::Object(&OPERATION)),
        Field::new("patch", Form::Object(&OPERATION)),
        Field::new("trace", Form::Object(&OPERATION)),
        Field::new("servers", Form::List(&Form::Object(&SERVER))),
        Field::new("parameters", Form::List(&Form::Object(&PARAMETER))),
    ],
    others: Others::Unknown,
    stub: Stub::Reference,
};
