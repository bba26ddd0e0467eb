//! Security schemes and requirements (OpenAPI 3.0.3 §4.7.27 to §4.7.30).

use super::{Definition, Field, Form, Others, Stub};

pub(in crate::document) static SECURITY_SCHEME: Definition = Definition {
    name: "a security scheme",
    fields: &[
        Field::new(
            "type",
            Form::Word(&["apiKey", "http", "oauth2", "openIdConnect", "mutualTLS"]),
        )
        .essential(),
        Field::new("description", Form::Text),
        Field::new("name", Form::Text),
        Field::new("in", Form::Word(&["query", "header", "cookie"])),
        Field::new("scheme", Form::Text),
        Field::new("bearerFormat", Form::Text),
        Field::new("flows", Form::Object(&OAUTH_FLOWS)),
        Field::new("openIdConnectUrl", Form::Text),
        Field::new("x-bindery-prefixes", Form::Any),
    ],
    others: Others::Unknown,
    stub: Stub::Reference,
};

static OAUTH_FLOWS: Definition = Definition {
    name: "OAuth flows",
    fields: &[
        Field::new("implicit", Form::Object(&IMPLICIT_FLOW)),
        Field::new("password", Form::Object(&TOKEN_FLOW)),
        Field::new("clientCredentials", Form::Object(&TOKEN_FLOW)),
        Field::new("authorizationCode", Form::Object(&AUTHORIZATION_CODE_FLOW)),
    ],
    others: Others::Unknown,
    stub: Stub::Whole,
};

static IMPLICIT_FLOW: Definition = Definition {
    name: "an implicit OAuth flow",
    fields: &[
        Field::new("authorizationUrl", Form::Text).required(),
        Field::new("refreshUrl", Form::Text),
        Field::new("scopes", Form::Map(&Form::Text)).required(),
    ],
    others: Others::Unknown,
    stub: Stub::Whole,
};

static TOKEN_FLOW: Definition = Definition {
    name: "an OAuth flow",
    fields: &[
        Field::new("tokenUrl", Form::Text).required(),
        Field::new("refreshUrl", Form::Text),
        Field::new("scopes", Form::Map(&Form::Text)).required(),
    ],
    others: Others::Unknown,
    stub: Stub::Whole,
};

static AUTHORIZATION_CODE_FLOW: Definition = Definition {
    name: "an OAuth flow with an authorization code",
    fields: &[
        Field::new("authorizationUrl", Form::Text).required(),
        Field::new("tokenUrl", Form::Text).required(),
        Field::new("refreshUrl", Form::Text),
        Field::new("scopes", Form::Map(&Form::Text)).required(),
    ],
    others: Others::Unknown,
    stub: Stub::Whole,
};

pub(in crate::document) static SECURITY_REQUIREMENT: Definition = Definition {
    name: "a security requirement",
    fields: &[],
    others: Others::Any(Form::List(&Form::Text)),
    stub: Stub::Whole,
};
