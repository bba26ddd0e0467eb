use std::fmt::{self, Display};

use serde::ser::Error;

/// Why a value is not shown.
#[derive(Debug)]
pub(super) enum DebugError {
    /// The formatter failed.
    Format,
    /// The value can't be serialized, for this reason.
    Value(String),
}

impl From<fmt::Error> for DebugError {
    fn from(_: fmt::Error) -> Self {
        Self::Format
    }
}

impl Display for DebugError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Format => fmt::Error.fmt(formatter),
            Self::Value(reason) => formatter.write_str(reason),
        }
    }
}

impl std::error::Error for DebugError {}

impl Error for DebugError {
    fn custom<T: Display>(reason: T) -> Self {
        Self::Value(reason.to_string())
    }
}
