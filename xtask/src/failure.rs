//! How a command ends.

use std::fmt;
use std::process::ExitCode;

/// The answer of a command that could do its work. Whatever there was to say about it has been printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Exit code 0.
    Yes,
    /// Exit code 1: a document was refused, a check found something.
    No,
}

/// Why a command could not do its work.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Exit code 1: the system or a generated file was in the way.
    Stopped(String),
    /// Exit code 2: what was asked for makes no sense.
    Misuse(String),
}

impl Failure {
    pub(crate) fn stopped(reason: impl fmt::Display) -> Self {
        Self::Stopped(reason.to_string())
    }

    pub(crate) fn misuse(reason: impl fmt::Display) -> Self {
        Self::Misuse(reason.to_string())
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Stopped(_) => ExitCode::from(1),
            Self::Misuse(_) => ExitCode::from(2),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Stopped(reason) | Self::Misuse(reason) => formatter.write_str(reason),
        }
    }
}
