//! JSON types.

use std::fmt;

use crate::document::SchemaNode;

/// A JSON type, as `type` names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Object,
    Array,
    String,
    Integer,
    Number,
    Boolean,
}

impl Kind {
    /// The type that a schema declares.
    pub(crate) fn declared(schema: &SchemaNode) -> Option<Self> {
        Some(match schema.keywords.typ.as_deref()? {
            "object" => Self::Object,
            "array" => Self::Array,
            "string" => Self::String,
            "integer" => Self::Integer,
            "number" => Self::Number,
            "boolean" => Self::Boolean,
            _ => return None,
        })
    }

    /// The type of values that satisfy both. `None` if there is none.
    pub(crate) fn and(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Number, Self::Integer) | (Self::Integer, Self::Number) => Some(Self::Integer),
            _ if self == other => Some(self),
            _ => None,
        }
    }
}

/// As OpenAPI spells it.
impl fmt::Display for Kind {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Object => "object",
            Self::Array => "array",
            Self::String => "string",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
        })
    }
}
