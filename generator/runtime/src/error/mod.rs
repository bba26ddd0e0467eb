//! What can go wrong with a call, by the phase in which it did.

mod display;
mod predicates;

use std::any::Any;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Method, StatusCode};

use super::credentials::TokenError;
use super::decode::DecodeError;
use super::operation::Operation;
use super::transport::{TransportError, TransportPhase};

/// A call that failed. What arrived is never lost: see [`status`](Self::status),
/// [`headers`](Self::headers), [`raw_body`](Self::raw_body) and [`body`](Self::body).
///
/// Neither `Display` nor `Debug` shows credentials, the filled path, the query, or a body: the operation
/// and its path template tell where, and the body is there to be asked for.
///
/// # Examples
///
/// ```
/// use bindery_runtime::Error;
///
/// fn advice(error: &Error) -> String {
///     if error.is_authentication() {
///         return "check the key".to_owned();
///     }
///     match error.retry_after() {
///         Some(wait) if error.is_retryable() => format!("come back in {wait:?}"),
///         _ if error.is_retryable() => format!("down, after {} attempts", error.attempts()),
///         _ => format!("ask support about {:?}", error.request_id()),
///     }
/// }
/// ```
pub struct Error(Box<Failure>);

/// The phase in which a call failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client or the request could not be built. Nothing was sent.
    Build,
    /// A [token provider](super::TokenProvider) gave no token. Nothing was sent, or what was sent was refused.
    Token,
    /// There was no connection. The server has not seen the request.
    Connect,
    /// There was no complete answer in time. The server may have done what it was asked.
    Timeout,
    /// The connection broke, or the answer was not HTTP or too large. The server may have done what it
    /// was asked.
    Transport,
    /// The server answered with a status that the operation does not count as a success.
    Status,
    /// The server answered with a success whose body could not be read. It has done what it was asked.
    Decode,
    /// The server answered with a page of a list from which the list can't go on: it has come before, or
    /// says nothing usable of the page after it.
    Paging,
}

/// What a failure is about.
#[derive(Debug, Clone)]
pub(crate) enum Subject {
    /// Building the client of the API of this name.
    Client(&'static str),
    /// A call of a described operation.
    Operation(&'static Operation),
    /// A request that the caller composed.
    Raw(Method),
}

/// How a call was sent, for what its error can say about sending it again.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Attempts {
    pub(crate) count: u32,
    pub(crate) idempotent: bool,
    pub(crate) retry_after: Option<Duration>,
}

/// A setting that bounds how long an answer is waited for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TimeLimit {
    setting: &'static str,
    /// What there was not in that time.
    missing: &'static str,
    duration: Duration,
}

impl TimeLimit {
    pub(crate) fn new(setting: &'static str, duration: Duration) -> Self {
        Self {
            setting,
            missing: "no complete answer",
            duration,
        }
    }

    /// The limit of a stream that has begun.
    pub(crate) fn of_silence(duration: Duration) -> Self {
        Self {
            setting: "idle_timeout",
            missing: "nothing more of the stream",
            duration,
        }
    }
}

struct Failure {
    subject: Subject,
    cause: Cause,
    attempts: Attempts,
    page: Option<String>,
}

enum Cause {
    Build(String),
    Token {
        scheme: &'static str,
        error: TokenError,
    },
    Connect {
        error: TransportError,
        server: String,
    },
    Timeout {
        /// None if the transport was still at work.
        error: Option<TransportError>,
        limit: TimeLimit,
    },
    Transport(TransportError),
    Status {
        answer: http::Response<Bytes>,
        body: Option<Box<dyn Any + Send + Sync>>,
        help: Option<String>,
    },
    Decode {
        answer: http::Response<Bytes>,
        problem: DecodeError,
        /// What the answer's body is.
        part: Part,
    },
    Paging {
        answer: http::Response<Bytes>,
        problem: String,
    },
}

/// What of an answer can't be read.
#[derive(Debug, Clone, Copy)]
enum Part {
    /// All of its body.
    Body,
    /// An event of a stream.
    Event,
}

impl Error {
    pub(crate) fn build(subject: Subject, problem: impl Into<String>) -> Self {
        Self::new(subject, Cause::Build(problem.into()))
    }

    pub(crate) fn token(subject: Subject, scheme: &'static str, error: TokenError) -> Self {
        Self::new(subject, Cause::Token { scheme, error })
    }

    pub(crate) fn transport(
        subject: Subject,
        error: TransportError,
        server: &str,
        limit: TimeLimit,
    ) -> Self {
        let cause = match error.phase {
            TransportPhase::Connect => Cause::Connect {
                error,
                server: server.to_owned(),
            },
            TransportPhase::Timeout => Cause::Timeout {
                error: Some(error),
                limit,
            },
            TransportPhase::Exchange | TransportPhase::Permanent => Cause::Transport(error),
        };
        Self::new(subject, cause)
    }

    pub(crate) fn timeout(subject: Subject, limit: TimeLimit) -> Self {
        Self::new(subject, Cause::Timeout { error: None, limit })
    }

    pub(crate) fn status_of(
        subject: Subject,
        answer: http::Response<Bytes>,
        body: Option<Box<dyn Any + Send + Sync>>,
        help: Option<String>,
    ) -> Self {
        Self::new(subject, Cause::Status { answer, body, help })
    }

    pub(crate) fn decode(
        subject: Subject,
        answer: http::Response<Bytes>,
        problem: DecodeError,
    ) -> Self {
        Self::undecoded(subject, answer, problem, Part::Body)
    }

    /// An event that can't be read; the answer's body is its data.
    pub(crate) fn undecoded_event(
        subject: Subject,
        answer: http::Response<Bytes>,
        problem: DecodeError,
    ) -> Self {
        Self::undecoded(subject, answer, problem, Part::Event)
    }

    fn undecoded(
        subject: Subject,
        answer: http::Response<Bytes>,
        problem: DecodeError,
        part: Part,
    ) -> Self {
        let cause = Cause::Decode {
            answer,
            problem,
            part,
        };
        Self::new(subject, cause)
    }

    pub(crate) fn paging(subject: Subject, answer: http::Response<Bytes>, problem: String) -> Self {
        Self::new(subject, Cause::Paging { answer, problem })
    }

    fn new(subject: Subject, cause: Cause) -> Self {
        Self(Box::new(Failure {
            subject,
            cause,
            attempts: Attempts::default(),
            page: None,
        }))
    }

    /// This error, with what was tried.
    pub(crate) fn after(mut self, attempts: Attempts) -> Self {
        self.0.attempts = attempts;
        self
    }

    /// This error, with the page of a list that it is about.
    pub(crate) fn at_page(mut self, page: String) -> Self {
        self.0.page = Some(page);
        self
    }

    /// The phase in which the call failed.
    #[must_use]
    pub fn kind(&self) -> ErrorKind {
        match self.0.cause {
            Cause::Build(_) => ErrorKind::Build,
            Cause::Token { .. } => ErrorKind::Token,
            Cause::Connect { .. } => ErrorKind::Connect,
            Cause::Timeout { .. } => ErrorKind::Timeout,
            Cause::Transport(_) => ErrorKind::Transport,
            Cause::Status { .. } => ErrorKind::Status,
            Cause::Decode { .. } => ErrorKind::Decode,
            Cause::Paging { .. } => ErrorKind::Paging,
        }
    }

    /// The `operationId` of the call, if the failure is about one.
    #[must_use]
    pub fn operation(&self) -> Option<&'static str> {
        match self.0.subject {
            Subject::Operation(operation) => Some(operation.id),
            Subject::Client(_) | Subject::Raw(_) => None,
        }
    }

    /// The page that failed, if the call went through the pages of a list: `page 3`, `page from item 200`.
    #[must_use]
    pub fn page(&self) -> Option<&str> {
        self.0.page.as_deref()
    }

    /// The answer's status, if there was an answer.
    #[must_use]
    pub fn status(&self) -> Option<StatusCode> {
        self.answer().map(http::Response::status)
    }

    /// The answer's headers, if there was an answer.
    #[must_use]
    pub fn headers(&self) -> Option<&HeaderMap> {
        self.answer().map(http::Response::headers)
    }

    /// The answer's body as it came, if there was an answer; the part that came, if it broke off or was too
    /// large. Of a stream of events, the data of the event that the error is about.
    ///
    /// After a [`Decode`](ErrorKind::Decode) error this is what the server says it has done.
    #[must_use]
    pub fn raw_body(&self) -> Option<&[u8]> {
        self.answer().map(|answer| answer.body().as_ref())
    }

    /// The body of an error status, in the type that the operation describes for this status.
    ///
    /// `None` if `T` is another type, or if the body is not what the document promises (an HTML page
    /// from a proxy, say); [`raw_body`](Self::raw_body) has it then.
    #[must_use]
    pub fn body<T: 'static>(&self) -> Option<&T> {
        match &self.0.cause {
            Cause::Status { body, .. } => body.as_deref()?.downcast_ref(),
            _ => None,
        }
    }

    /// Where the body did not fit and why, after a [`Decode`](ErrorKind::Decode) error.
    #[must_use]
    pub fn decode_error(&self) -> Option<&DecodeError> {
        match &self.0.cause {
            Cause::Decode { problem, .. } => Some(problem),
            _ => None,
        }
    }

    /// The identifier under which the server knows the request, for its support.
    #[must_use]
    pub fn request_id(&self) -> Option<&str> {
        request_id(self.headers()?)
    }

    fn answer(&self) -> Option<&http::Response<Bytes>> {
        match &self.0.cause {
            Cause::Status { answer, .. }
            | Cause::Decode { answer, .. }
            | Cause::Paging { answer, .. } => Some(answer),
            Cause::Transport(error)
            | Cause::Timeout {
                error: Some(error), ..
            } => error.answer.as_deref(),
            Cause::Build(_)
            | Cause::Token { .. }
            | Cause::Connect { .. }
            | Cause::Timeout { error: None, .. } => None,
        }
    }
}

/// The request's identifier. No standard names the header; these are the names in use.
pub(crate) fn request_id(headers: &HeaderMap) -> Option<&str> {
    const NAMES: [&str; 5] = [
        "x-request-id",
        "request-id",
        "x-correlation-id",
        "x-trace-id",
        "trace-id",
    ];
    NAMES
        .iter()
        .find_map(|name| headers.get(*name)?.to_str().ok())
}
