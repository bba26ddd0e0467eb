//! A span per call and an event per attempt.

use std::time::Duration;

use http::Response;
use tracing::field::{Empty, debug, display};
use tracing::{Instrument, debug, info_span};

use super::super::call::Target;
use super::super::error::{Error, request_id};

/// The span `call`: `operation`, `method` and the template of the `path`, then how it ended: `status` or
/// `error`, `attempts`, `duration`, `request_id`.
pub(crate) struct Span(tracing::Span);

impl Span {
    pub(crate) fn new(target: &Target) -> Self {
        let span = info_span!(
            "call",
            operation = Empty,
            method = %target.method(),
            path = Empty,
            status = Empty,
            error = Empty,
            attempts = Empty,
            duration = Empty,
            request_id = Empty,
        );
        // The path that a caller composed is filled already: only templates are shown.
        if let Target::Operation(operation) = target {
            span.record("operation", operation.id);
            span.record("path", operation.path);
        }
        Self(span)
    }

    pub(crate) async fn within<T>(&self, work: impl Future<Output = T>) -> T {
        work.instrument(self.0.clone()).await
    }

    /// An attempt that ended, and how long it is until the next one.
    pub(crate) fn attempt<B>(
        &self,
        attempt: u32,
        outcome: &Result<Response<B>, Error>,
        wait: Option<Duration>,
    ) {
        let status = outcome.as_ref().ok().map(|answer| answer.status().as_u16());
        let error = outcome.as_ref().err().map(|error| debug(error.kind()));
        debug!(parent: &self.0, attempt, status, error, wait = wait.map(debug), "attempt ended");
    }

    pub(crate) fn end<B>(
        &self,
        outcome: &Result<Response<B>, Error>,
        attempts: u32,
        duration: Duration,
    ) {
        match outcome {
            Ok(answer) => {
                self.0.record("status", answer.status().as_u16());
                self.0
                    .record("request_id", request_id(answer.headers()).map(display));
            }
            Err(error) => {
                self.0.record("error", debug(error.kind()));
            }
        }
        self.0.record("attempts", attempts);
        self.0.record("duration", debug(duration));
    }
}
