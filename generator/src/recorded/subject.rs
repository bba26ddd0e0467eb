//! What can have a recorded name.

use crate::document::Pointer;

/// Something that has a name in Rust: what a place of the document has it for, and what the document calls it there.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Subject {
    /// The schema, the operation or the security scheme in whose scope it stands, or that it is itself.
    pub place: Pointer,
    /// What has the name.
    pub kind: Kind,
    /// What the document calls it in its scope; empty if it is what stands at the place itself. Of variants it is the
    /// pointer to where they are listed.
    pub wire: String,
}

/// What has a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A type.
    Type,
    /// A field of a struct, called by its property.
    Field,
    /// A variant of an enum, called by its value.
    Value,
    /// A variant of a union, called by its place in the document.
    Variant,
    /// The struct of an operation's call.
    Call,
    /// The method of an operation.
    Method,
    /// An argument or setter of a call, called by location and name of its parameter: `query page`.
    Parameter,
    /// The argument or setter of a call that takes the body.
    Body,
    /// The enum of an operation's successes.
    Successes,
    /// The struct that reads the headers of an operation's answers.
    Headers,
    /// A method of that struct, called by its header.
    Header,
    /// The alias for what a webhook or callback carries.
    Alias,
    /// The builder's method for the credential of a security scheme.
    Credential,
    /// The variant for a server.
    Environment,
}

/// The kinds, and what a names file calls them, in the order in which it lists them.
const KEYS: [(Kind, &str); 14] = [
    (Kind::Type, "type"),
    (Kind::Field, "fields"),
    (Kind::Value, "values"),
    (Kind::Variant, "variants"),
    (Kind::Call, "call"),
    (Kind::Method, "method"),
    (Kind::Parameter, "parameters"),
    (Kind::Body, "body"),
    (Kind::Successes, "successes"),
    (Kind::Headers, "headers_struct"),
    (Kind::Header, "headers"),
    (Kind::Alias, "alias"),
    (Kind::Credential, "credential"),
    (Kind::Environment, "environment"),
];

impl Kind {
    /// What a names file calls it.
    pub fn key(self) -> &'static str {
        let key = KEYS.iter().find(|(kind, _)| *kind == self);
        key.map_or("", |(_, key)| key)
    }

    /// What a names file calls so.
    pub(super) fn from_key(key: &str) -> Option<Self> {
        let kind = KEYS.iter().find(|(_, known)| *known == key);
        kind.map(|(kind, _)| *kind)
    }

    pub(super) fn keys() -> impl Iterator<Item = &'static str> {
        KEYS.iter().map(|(_, key)| *key)
    }

    /// What messages call what the document has it for.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Type => "type",
            Self::Field => "property",
            Self::Value => "value",
            Self::Variant => "variant",
            Self::Call | Self::Method => "operation",
            Self::Parameter => "parameter",
            Self::Body => "body",
            Self::Successes => "choice of successes",
            Self::Headers | Self::Header => "header",
            Self::Alias => "webhook or callback",
            Self::Credential => "credential",
            Self::Environment => "server",
        }
    }

    /// Whether a place may have several, which are called by their wire names.
    pub(super) fn is_plural(self) -> bool {
        matches!(
            self,
            Self::Field | Self::Value | Self::Variant | Self::Parameter | Self::Header
        )
    }
}

impl Subject {
    /// What stands at a place itself.
    pub fn itself(place: &Pointer, kind: Kind) -> Self {
        Self::within(place, kind, "")
    }

    /// What is called so in the scope of a place.
    pub fn within(place: &Pointer, kind: Kind, wire: impl Into<String>) -> Self {
        Self {
            place: place.clone(),
            kind,
            wire: wire.into(),
        }
    }

    /// The key by which the document itself can name it, if it can.
    pub(super) fn document_key(&self) -> Option<&'static str> {
        match self.kind {
            Kind::Field | Kind::Method | Kind::Parameter | Kind::Alias => Some("x-rust-name"),
            Kind::Type if is_component(&self.place) => Some("x-rust-name"),
            Kind::Value => Some("x-enum-varnames"),
            Kind::Environment => Some("x-bindery-name"),
            _ => None,
        }
    }
}

/// Whether a place is that of a schema with a name.
fn is_component(place: &Pointer) -> bool {
    let section = place
        .parent()
        .filter(|section| section.as_str() == "/components/schemas");
    section.is_some()
}
