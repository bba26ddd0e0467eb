//! A body that is still arriving, and what can become of it.

use std::fmt;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::Response;

use super::super::call::Target;
use super::super::client::{Client, Settings};
use super::super::decode::DecodeError;
use super::super::error::{Attempts, Error, TimeLimit};
use super::super::transport::{BodyStream, BoxFuture, TransportError, TransportPhase};
use super::Event;

/// An answer that is a success and whose body is still arriving, with what its errors tell.
///
/// An error is the last thing that comes: the body is dropped then, which gives the rest of it up.
pub(crate) struct Incoming {
    client: Client,
    target: Target,
    attempts: Attempts,
    head: Response<()>,
    /// None if there is no more.
    body: Option<BodyStream>,
    limits: StreamLimits,
    /// Runs while a chunk is waited for.
    silence: Option<BoxFuture<'static, ()>>,
}

/// The bounds of a stream. It has none as a whole.
#[derive(Debug, Clone, Copy)]
pub(crate) struct StreamLimits {
    /// How long it may be silent.
    pub(crate) idle_timeout: Duration,
    /// The size in bytes of the largest event.
    pub(crate) event_bytes: usize,
}

impl StreamLimits {
    pub(crate) fn of(settings: &Settings) -> Self {
        Self {
            idle_timeout: settings.idle_timeout,
            event_bytes: settings.response_bytes,
        }
    }
}

impl Incoming {
    pub(crate) fn new(
        client: Client,
        target: Target,
        attempts: Attempts,
        answer: Response<BodyStream>,
        limits: StreamLimits,
    ) -> Self {
        let (head, body) = answer.into_parts();
        Self {
            client,
            target,
            attempts,
            head: Response::from_parts(head, ()),
            body: Some(body),
            limits,
            silence: None,
        }
    }

    /// Status and headers.
    pub(crate) fn head(&self) -> &Response<()> {
        &self.head
    }

    pub(super) fn event_bytes(&self) -> usize {
        self.limits.event_bytes
    }

    /// The next bytes. Time counts only while they are waited for.
    pub(super) fn poll(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, TransportError>>> {
        let Some(body) = &mut self.body else {
            return Poll::Ready(None);
        };
        let Poll::Ready(chunk) = body.as_mut().poll_next(context) else {
            return self.poll_silence(context).map(|error| Some(Err(error)));
        };
        self.silence = None;
        if !matches!(chunk, Some(Ok(_))) {
            self.end();
        }
        Poll::Ready(chunk)
    }

    fn poll_silence(&mut self, context: &mut Context<'_>) -> Poll<TransportError> {
        let (client, limit) = (&self.client, self.limits.idle_timeout);
        let silence = self.silence.get_or_insert_with(|| {
            let client = client.clone();
            Box::pin(async move { client.clock().sleep(limit).await })
        });
        silence.as_mut().poll(context).map(|()| {
            self.end();
            TransportError::new(TransportPhase::Timeout, "the stream is silent")
        })
    }

    /// Gives up what is still to come.
    pub(super) fn end(&mut self) {
        self.body = None;
        self.silence = None;
    }

    /// The error of a stream that broke off, with the part of it that has not been handed out.
    pub(super) fn failure(&self, error: TransportError, rest: Bytes) -> Error {
        let limit = TimeLimit::of_silence(self.limits.idle_timeout);
        let error = error.with_answer(self.answer(rest));
        let server = self.client.base_url().as_str();
        Error::transport(self.target.subject(), error, server, limit).after(self.attempts)
    }

    /// The error for a stream that can't be waited for, unless it has ended.
    #[cfg(feature = "blocking")]
    pub(super) fn unwaited(&mut self, problem: String) -> Option<Error> {
        drop(self.body.take()?);
        Some(Error::build(self.target.subject(), problem).after(self.attempts))
    }

    /// The error of an event that can't be read.
    pub(super) fn undecoded(&self, event: &Event, problem: DecodeError) -> Error {
        let answer = self.answer(Bytes::from(event.data.clone()));
        Error::undecoded_event(self.target.subject(), answer, problem).after(self.attempts)
    }

    /// The error for an answer that the operation does not describe.
    pub(crate) fn undescribed(&self) -> Error {
        let answer = self.answer(Bytes::new());
        Error::decode(self.target.subject(), answer, DecodeError::undescribed())
            .after(self.attempts)
    }

    /// The answer with a part of its body.
    fn answer(&self, part: Bytes) -> Response<Bytes> {
        let mut answer = Response::new(part);
        *answer.status_mut() = self.head.status();
        *answer.version_mut() = self.head.version();
        *answer.headers_mut() = self.head.headers().clone();
        answer
    }

    /// Of which call, without headers and body.
    pub(super) fn debug(
        &self,
        formatter: &mut fmt::Formatter<'_>,
        name: &'static str,
    ) -> fmt::Result {
        formatter
            .debug_struct(name)
            .field("call", &format_args!("{}", self.target.subject()))
            .field("status", &self.head.status())
            .finish_non_exhaustive()
    }
}
