//! Operations with their parameters, bodies and responses (OpenAPI 3.0.3 §4.7.10 to §4.7.21).

use super::frame::{EXTERNAL_DOCUMENTATION, PATH_ITEM, SERVER};
use super::security::SECURITY_REQUIREMENT;
use super::{Definition, Field, Form, Others, SCHEMA, Stub};

pub(in crate::document) static OPERATION: Definition = Definition {
    name: "an operation",
    fields: &[
        Field::new("tags", Form::List(&Form::Text)),
        Field::new("summary", Form::Text),
        Field::new("description", Form::Text),
        Field::new("externalDocs", Form::Object(&EXTERNAL_DOCUMENTATION)),
        Field::new("operationId", Form::Text),
        Field::new("parameters", Form::List(&Form::Object(&PARAMETER))),
        Field::new("requestBody", Form::Object(&REQUEST_BODY)),
        Field::new("responses", Form::Object(&RESPONSES)).required_in_3_0(),
        Field::new("callbacks", Form::Map(&Form::Object(&CALLBACK))),
        Field::new("deprecated", Form::Boolean),
        Field::new("security", Form::List(&Form::Object(&SECURITY_REQUIREMENT))),
        Field::new("servers", Form::List(&Form::Object(&SERVER))),
        Field::new("x-bindery-pagination", Form::Any),
        Field::new("x-bindery-retry", Form::Any),
        Field::new("x-rust-name", Form::Text),
    ],
    others: Others::Unknown,
    stub: Stub::Empty,
};

/// Values of `style` (OpenAPI 3.0.3 §4.7.12.3); which of them a location allows is told where parameters are lowered.
const STYLES: &[&str] = &[
    "matrix",
    "label",
    "simple",
    "form",
    "spaceDelimited",
    "pipeDelimited",
    "deepObject",
];

pub(in crate::document) static PARAMETER: Definition = Definition {
    name: "a parameter",
    fields: &[
        Field::new("name", Form::Text).essential(),
        Field::new("in", Form::Word(&["query", "header", "path", "cookie"])).essential(),
        Field::new("description", Form::Text),
        Field::new("required", Form::Boolean),
        Field::new("deprecated", Form::Boolean),
        Field::new("allowEmptyValue", Form::Boolean),
        Field::new("style", Form::Word(STYLES)),
        Field::new("explode", Form::Boolean),
        Field::new("allowReserved", Form::Boolean),
        Field::new("schema", Form::Object(&SCHEMA)),
        Field::new("example", Form::Any),
        Field::new("examples", Form::Map(&Form::Object(&EXAMPLE))),
        Field::new("content", Form::Map(&Form::Object(&MEDIA_TYPE))),
        Field::new("x-rust-name", Form::Text),
    ],
    others: Others::Unknown,
    stub: Stub::Reference,
};

pub(in crate::document) static HEADER: Definition = Definition {
    name: "a header",
    fields: &[
        Field::new("description", Form::Text),
        Field::new("required", Form::Boolean),
        Field::new("deprecated", Form::Boolean),
        Field::new("allowEmptyValue", Form::Boolean),
        Field::new("style", Form::Word(&["simple"])),
        Field::new("explode", Form::Boolean),
        Field::new("allowReserved", Form::Boolean),
        Field::new("schema", Form::Object(&SCHEMA)),
        Field::new("example", Form::Any),
        Field::new("examples", Form::Map(&Form::Object(&EXAMPLE))),
        Field::new("content", Form::Map(&Form::Object(&MEDIA_TYPE))),
    ],
    others: Others::Unknown,
    stub: Stub::Reference,
};

pub(in crate::document) static REQUEST_BODY: Definition = Definition {
    name: "a request body",
    fields: &[
        Field::new("description", Form::Text),
        Field::new("content", Form::Map(&Form::Object(&MEDIA_TYPE))).required(),
        Field::new("required", Form::Boolean),
    ],
    others: Others::Unknown,
    stub: Stub::Reference,
};

pub(in crate::document) static MEDIA_TYPE: Definition = Definition {
    name: "a media type",
    fields: &[
        Field::new("schema", Form::Object(&SCHEMA)),
        Field::new("example", Form::Any),
        Field::new("examples", Form::Map(&Form::Object(&EXAMPLE))),
        Field::new("encoding", Form::Map(&Form::Object(&ENCODING))),
    ],
    others: Others::Unknown,
    stub: Stub::Empty,
};

pub(in crate::document) static ENCODING: Definition = Definition {
    name: "an encoding",
    fields: &[
        Field::new("contentType", Form::Text),
        Field::new("headers", Form::Map(&Form::Object(&HEADER))),
        Field::new("style", Form::Word(STYLES)),
        Field::new("explode", Form::Boolean),
        Field::new("allowReserved", Form::Boolean),
    ],
    others: Others::Unknown,
    stub: Stub::Whole,
};

pub(in crate::document) static RESPONSES: Definition = Definition {
    name: "a responses object",
    fields: &[],
    others: Others::Any(Form::Object(&RESPONSE)),
    stub: Stub::Whole,
};

pub(in crate::document) static RESPONSE: Definition = Definition {
    name: "a response",
    fields: &[
        Field::new("description", Form::Text).required(),
        Field::new("headers", Form::Map(&Form::Object(&HEADER))),
        Field::new("content", Form::Map(&Form::Object(&MEDIA_TYPE))),
        Field::new("links", Form::Map(&Form::Object(&LINK))),
    ],
    others: Others::Unknown,
    stub: Stub::Reference,
};

pub(in crate::document) static CALLBACK: Definition = Definition {
    name: "a callback",
    fields: &[Field::new("$ref", Form::Text)],
    others: Others::Any(Form::Object(&PATH_ITEM)),
    stub: Stub::Empty,
};

pub(in crate::document) static EXAMPLE: Definition = Definition {
    name: "an example",
    fields: &[
        Field::new("summary", Form::Text),
        Field::new("description", Form::Text),
        Field::new("value", Form::Any),
        Field::new("externalValue", Form::Text),
    ],
    others: Others::Unknown,
    stub: Stub::Reference,
};

pub(in crate::document) static LINK: Definition = Definition {
    name: "a link",
    fields: &[
        Field::new("operationRef", Form::Text),
        Field::new("operationId", Form::Text),
        Field::new("parameters", Form::Map(&Form::Any)),
        Field::new("requestBody", Form::Any),
        Field::new("description", Form::Text),
        Field::new("server", Form::Object(&SERVER)),
    ],
    others: Others::Unknown,
    stub: Stub::Reference,
};
