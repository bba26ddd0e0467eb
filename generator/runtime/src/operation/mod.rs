//! What a call knows about its operation: data that is emitted once per operation.

mod case;
mod error_case;
mod when;

use http::{Method, StatusCode};

pub use case::Case;
pub use error_case::ErrorCase;
use when::When;
pub(crate) use when::{EVENT_STREAM, media_type};

/// An operation, as the document describes it.
#[derive(Debug)]
pub struct Operation {
    /// The `operationId`.
    pub id: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path template, `{name}` where a path parameter goes. Messages show this one, never the
    /// filled path.
    pub path: &'static str,
    /// Alternatives of combinations of scheme names; the first alternative whose credentials are all
    /// there is used. Empty: nothing is sent. (OpenAPI 3.0.3, "Security Requirement Object")
    pub security: &'static [&'static [&'static str]],
    /// The types of the bodies that come with errors.
    pub errors: &'static [ErrorCase],
}

impl Operation {
    pub(crate) fn error_media_types(&self) -> impl Iterator<Item = &'static str> {
        self.errors.iter().filter_map(ErrorCase::asked_for)
    }
}

/// The statuses for which a response is described (the keys of OpenAPI's "Responses Object").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Statuses {
    /// `200`.
    Exactly(u16),
    /// `2XX` is `Class(2)`.
    Class(u8),
    /// `default`: whatever no other key covers.
    Default,
}

impl Statuses {
    /// How well this matches `status`; an exact status goes before its class (OpenAPI 3.0.3,
    /// "Responses Object"). `None`: not at all.
    fn precision(self, status: StatusCode) -> Option<u8> {
        match self {
            Self::Exactly(code) => (code == status.as_u16()).then_some(2),
            Self::Class(class) => (u16::from(class) == status.as_u16() / 100).then_some(1),
            Self::Default => Some(0),
        }
    }
}
