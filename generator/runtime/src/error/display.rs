//! What an error says: the operation, the phase, and what to do about it where that can be said.

use std::error::Error as StdError;
use std::fmt::{self, Debug, Display, Formatter};

use super::super::transport::TransportPhase;
use super::{Cause, Error, Part, Subject};

impl Display for Error {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.0.subject, self.0.cause)?;
        if let Some(page) = self.page() {
            write!(formatter, " ({page})")?;
        }
        if self.attempts() > 1 {
            write!(formatter, " (after {} attempts)", self.attempts())?;
        }
        match self.request_id() {
            Some(id) => write!(formatter, " (request id {id})"),
            None => Ok(()),
        }
    }
}

impl Display for Subject {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Client(api) => write!(formatter, "{api}"),
            Self::Operation(operation) => {
                write!(
                    formatter,
                    "{} ({} {})",
                    operation.id, operation.method, operation.path
                )
            }
            Self::Raw(method) => write!(formatter, "{method} request"),
        }
    }
}

impl Display for Cause {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Build(problem) => formatter.write_str(problem),
            Self::Token { scheme, .. } => write!(
                formatter,
                "the token provider gave no token for `{scheme}`"
            ),
            Self::Connect { server, .. } => {
                write!(formatter, "{server} could not be reached; nothing was sent")
            }
            Self::Timeout { limit, .. } => write!(
                formatter,
                "{} within {:?}; the server may have done what it was asked (`{}` on the client's builder or \
                 the call sets the limit)",
                limit.missing, limit.duration, limit.setting
            ),
            Self::Transport(error) if error.phase == TransportPhase::Permanent => formatter.write_str(
                "the request cannot be sent or its answer cannot be taken; the server may have done what \
                 it was asked",
            ),
            Self::Transport(_) => formatter
                .write_str("the exchange broke off; the server may have done what it was asked"),
            Self::Status {
                answer, help: None, ..
            } => write!(formatter, "the server answered {}", answer.status()),
            Self::Status {
                answer,
                help: Some(help),
                ..
            } => {
                write!(formatter, "the server answered {}; {help}", answer.status())
            }
            Self::Decode {
                answer,
                problem,
                part,
            } => write!(
                formatter,
                "the server answered {}, but {part}, kept in `raw_body`, cannot be read: {problem}",
                answer.status()
            ),
            Self::Paging { problem, .. } => write!(formatter, "the list can't go on: {problem}"),
        }
    }
}

impl Display for Part {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Body => "its body",
            Self::Event => "an event of it",
        })
    }
}

impl Debug for Error {
    /// Without headers and bodies, which may hold secrets.
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        let mut output = formatter.debug_struct("Error");
        output
            .field("kind", &self.kind())
            .field("message", &format_args!("{self}"));
        if let Some(body) = self.raw_body() {
            output.field("body_bytes", &body.len());
        }
        if let Some(source) = self.source() {
            output.field("source", &source);
        }
        output.finish()
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.0.cause {
            Cause::Connect { error, .. } | Cause::Transport(error) => error.source(),
            Cause::Timeout { error, .. } => error.as_ref()?.source(),
            Cause::Token { error, .. } => Some(error.as_ref()),
            Cause::Build(_)
            | Cause::Status { .. }
            | Cause::Decode { .. }
            | Cause::Paging { .. } => None,
        }
    }
}
