//! What sends a request. The rest of the runtime only builds requests and reads responses.

#[cfg(feature = "reqwest")]
pub(crate) mod reqwest;

use std::error::Error;
use std::fmt;
use std::pin::Pin;
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};

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
/// ```
/// use bindery_runtime::{BoxFuture, Bytes, Limits, Transport, TransportError};
///
/// /// Answers everything with an empty object.
/// struct Stub;
///
/// impl Transport for Stub {
///     fn send(
///         &self,
///         _request: http::Request<Bytes>,
///         _limits: Limits,
///     ) -> BoxFuture<'_, Result<http::Response<Bytes>, TransportError>> {
///         Box::pin(async { Ok(http::Response::new(Bytes::from_static(b"{}"))) })
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
}

/// The bounds within which a [`Transport`] has to answer.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Limits {
    /// For the whole exchange, from connecting to the last byte of the answer.
    pub timeout: Duration,
    /// The size in bytes of the largest body that is read.
    pub response_bytes: usize,
}

impl Limits {
    pub(crate) const DEFAULT: Self = Self {
        timeout: Duration::from_secs(60),
        response_bytes: 32 * 1024 * 1024,
    };
}

/// Why a [`Transport`] has no answer.
#[derive(Debug)]
pub struct TransportError {
    pub(crate) phase: TransportPhase,
    pub(crate) source: Box<dyn Error + Send + Sync>,
}

/// How far an exchange came before it failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransportPhase {
    /// No connection: the server has not seen the request.
    Connect,
    /// No complete answer in time.
    Timeout,
    /// Anything else: the connection broke, the answer is no HTTP or is too large.
    Exchange,
}

impl TransportError {
    /// A failure in `phase`. The source must not show the request's URL or headers.
    pub fn new(phase: TransportPhase, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self {
            phase,
            source: source.into(),
        }
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
            TransportPhase::Exchange => "the exchange failed",
        })
    }
}

impl Error for TransportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self.source.as_ref())
    }
}
