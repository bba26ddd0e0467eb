//! What sends a request. The rest of the runtime only builds requests and reads responses.

mod body;
#[cfg(feature = "reqwest")]
mod file;
#[cfg(feature = "reqwest")]
mod origin;
#[cfg(feature = "reqwest")]
pub(crate) mod reqwest;

use std::error::Error;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};

pub use body::BodyStream;
pub(crate) use body::collect;

/// A future in a box that can move between threads.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// Sends a request and reads the whole answer.
///
/// The default sends with reqwest (cargo feature `reqwest`). Implement this for another HTTP client or
/// for a test double, and give it to the client's builder.
///
/// An implementation follows no redirects: the request carries credentials, and an API's answer to a
/// wrong address is an error that the caller should see. Dropping the future gives the request up.
///
/// # Middleware
///
/// A transport around a transport sees every attempt, with all its headers, and its answer: enough to
/// sign requests, to count them, or to hold them back. Without a method [`stream`](Transport::stream) of its own it
/// waits for all of an answer that is a stream, too.
///
/// ```
/// use std::sync::atomic::{AtomicU64, Ordering};
///
/// use bindery_runtime::{BoxFuture, Bytes, Limits, Transport, TransportError};
///
/// /// Numbers the requests that it passes on.
/// struct Numbered<T> {
///     inner: T,
///     count: AtomicU64,
/// }
///
/// impl<T: Transport> Transport for Numbered<T> {
///     fn send(
///         &self,
///         mut request: http::Request<Bytes>,
///         limits: Limits,
///     ) -> BoxFuture<'_, Result<http::Response<Bytes>, TransportError>> {
///         let number = self.count.fetch_add(1, Ordering::Relaxed);
///         request.headers_mut().insert("x-number", number.into());
///         self.inner.send(request, limits)
///     }
/// }
/// ```
pub trait Transport: Send + Sync {
    /// Sends `request` and reads the answer within `limits`.
    fn send(
        &self,
        request: Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>>;

    /// Sends `request` and gives the answer when its head has arrived. Its body has no limit.
    ///
    /// By default the body is waited for, within `limits`, and comes as one chunk.
    fn stream(
        &self,
        request: Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<Response<BodyStream>, TransportError>> {
        let answer = self.send(request, limits);
        Box::pin(async { Ok(answer.await?.map(body::whole)) })
    }
}

impl<T: Transport + ?Sized> Transport for Arc<T> {
    fn send(
        &self,
        request: Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>> {
        (**self).send(request, limits)
    }

    fn stream(
        &self,
        request: Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<Response<BodyStream>, TransportError>> {
        (**self).stream(request, limits)
    }
}

/// The bounds within which a [`Transport`] has to answer.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Limits {
    /// When the client stops waiting and drops the future: for transports that have to be told. It does not
    /// count for a body that [`Transport::stream`] gives.
    pub timeout: Duration,
    /// The size in bytes of the largest body that is read.
    pub response_bytes: usize,
}

/// Why a [`Transport`] has no answer.
#[derive(Debug)]
pub struct TransportError {
    pub(crate) phase: TransportPhase,
    pub(crate) source: Box<dyn Error + Send + Sync>,
    pub(crate) answer: Option<Box<Response<Bytes>>>,
}

/// How far an exchange came before it failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransportPhase {
    /// No connection: the server has not seen the request, so that any request may be sent again.
    Connect,
    /// No complete answer in time.
    Timeout,
    /// The connection broke, or the answer is no HTTP.
    Exchange,
    /// What would be the same another time: the answer is too large, the request cannot be sent.
    Permanent,
}

impl TransportError {
    /// A failure in `phase`. The source must not show the request's URL or headers.
    pub fn new(phase: TransportPhase, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self {
            phase,
            source: source.into(),
            answer: None,
        }
    }

    /// The same failure with what had arrived: status, headers, and the body up to there.
    #[must_use]
    pub fn with_answer(mut self, answer: Response<Bytes>) -> Self {
        self.answer = Some(Box::new(answer));
        self
    }

    /// How far the exchange came.
    #[must_use]
    pub fn phase(&self) -> TransportPhase {
        self.phase
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self.phase {
            TransportPhase::Connect => "no connection",
            TransportPhase::Timeout => "no complete answer in time",
            TransportPhase::Exchange => "the exchange broke off",
            TransportPhase::Permanent => "the exchange is not possible",
        })
    }
}

impl Error for TransportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self.source.as_ref())
    }
}
