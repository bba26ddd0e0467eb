//! Questions that a program asks about an error.

use std::time::Duration;

use http::StatusCode;

use super::super::retry::Fate;
use super::super::transport::TransportPhase;
use super::{Cause, Error, ErrorKind};

impl Error {
    /// Whether there was no connection.
    #[must_use]
    pub fn is_connect(&self) -> bool {
        self.kind() == ErrorKind::Connect
    }

    /// Whether there was no complete answer in time.
    #[must_use]
    pub fn is_timeout(&self) -> bool {
        self.kind() == ErrorKind::Timeout
    }

    /// Whether the server does not know who is calling (401).
    #[must_use]
    pub fn is_authentication(&self) -> bool {
        self.has_status(StatusCode::UNAUTHORIZED)
    }

    /// Whether the caller may not do this (403).
    #[must_use]
    pub fn is_permission(&self) -> bool {
        self.has_status(StatusCode::FORBIDDEN)
    }

    /// Whether there is no such thing (404).
    #[must_use]
    pub fn is_not_found(&self) -> bool {
        self.has_status(StatusCode::NOT_FOUND)
    }

    /// Whether the thing is not in a state for this (409).
    #[must_use]
    pub fn is_conflict(&self) -> bool {
        self.has_status(StatusCode::CONFLICT)
    }

    /// Whether there were too many calls (429); see [`retry_after`](Self::retry_after).
    #[must_use]
    pub fn is_rate_limited(&self) -> bool {
        self.has_status(StatusCode::TOO_MANY_REQUESTS)
    }

    /// Whether the failure is the server's (5xx).
    #[must_use]
    pub fn is_server_error(&self) -> bool {
        self.kind() == ErrorKind::Status
            && self.status().is_some_and(|status| status.is_server_error())
    }

    /// Whether the same call may succeed later and can be sent again without doing anything twice.
    ///
    /// The rules are those of [`Retries`](super::super::Retries), which have been followed already: after
    /// this error the call's retries were used up, or did not suffice.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        match self.fate() {
            Fate::Settled => false,
            Fate::Refused => true,
            Fate::Uncertain => self.0.attempts.idempotent,
        }
    }

    /// How long the server asked to wait (`Retry-After`), as of when its answer came.
    #[must_use]
    pub fn retry_after(&self) -> Option<Duration> {
        self.0.attempts.retry_after
    }

    /// How many times the request was sent: once, unless it was tried again; zero if it could not be
    /// built.
    #[must_use]
    pub fn attempts(&self) -> u32 {
        self.0.attempts.count
    }

    pub(crate) fn fate(&self) -> Fate {
        match &self.0.cause {
            Cause::Token { .. } => Fate::Refused,
            Cause::Connect { .. } => Fate::of_failure(TransportPhase::Connect),
            Cause::Timeout { .. } => Fate::of_failure(TransportPhase::Timeout),
            Cause::Transport(error) => Fate::of_failure(error.phase),
            Cause::Status { answer, .. } => Fate::of_answer(answer),
            Cause::Build(_) | Cause::Decode { .. } | Cause::Paging { .. } => Fate::Settled,
        }
    }

    fn has_status(&self, status: StatusCode) -> bool {
        self.kind() == ErrorKind::Status && self.status() == Some(status)
    }
}
