//! The default transport: reqwest with rustls.
//!
//! TLS is ring's cryptography and the operating system's trust store. Measured as a first build of
//! reqwest on two cores: ring 33 s and 85 crates, aws-lc-rs 60 s, a C toolchain and 89 crates; HTTP/2 adds
//! 7 s and 7 crates to a client that makes one request at a time. reqwest brings the operating system's
//! verifier along in any case, and it honours the certificates that an administrator has installed.

use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use http::{Request, Response};
use http_body::{Body, Frame};
use reqwest::redirect::Policy;
use rustls::ClientConfig;
use rustls_platform_verifier::BuilderVerifierExt;

use super::{BodyStream, BoxFuture, Limits, Transport, TransportError, TransportPhase, collect};

/// How long connecting may take: a host that does not answer is noticed before the call's timeout.
pub(crate) const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// The default transport: a connection pool of reqwest's (cargo feature `reqwest`).
///
/// A client makes one of its own. Make one by hand to configure reqwest, or to wrap it in a transport of
/// yours.
///
/// # Examples
///
/// ```no_run
/// use bindery_runtime::ReqwestTransport;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let http = ReqwestTransport::builder()?
///     .pool_max_idle_per_host(4)
///     .http1_title_case_headers()
///     .build()?;
/// let transport = ReqwestTransport::from(http);
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone)]
pub struct ReqwestTransport(reqwest::Client);

impl ReqwestTransport {
    /// A pool of its own, as [`builder`](Self::builder) configures it.
    ///
    /// # Errors
    ///
    /// The operating system's certificates cannot be read.
    pub fn new() -> Result<Self, TransportError> {
        Self::connecting_within(CONNECT_TIMEOUT)
    }

    pub(crate) fn connecting_within(timeout: Duration) -> Result<Self, TransportError> {
        let builder = Self::builder()?.connect_timeout(timeout);
        builder.build().map(Self).map_err(failure)
    }

    /// Reqwest's builder as the default transport uses it: TLS with rustls, ring and the operating
    /// system's certificates, no redirects, 10 seconds for connecting.
    ///
    /// Nothing is set for the process as a whole: the cryptography is part of the configuration.
    ///
    /// # Errors
    ///
    /// The operating system's certificates cannot be read.
    pub fn builder() -> Result<reqwest::ClientBuilder, TransportError> {
        let tls = tls().map_err(|error| TransportError::new(TransportPhase::Permanent, error))?;
        Ok(reqwest::Client::builder()
            .tls_backend_preconfigured(tls)
            .connect_timeout(CONNECT_TIMEOUT)
            .redirect(Policy::none()))
    }
}

/// A client of your own. It must not follow redirects, which could carry an API key to another host:
/// start from [`ReqwestTransport::builder`], or set [`Policy::none`].
impl From<reqwest::Client> for ReqwestTransport {
    fn from(client: reqwest::Client) -> Self {
        Self(client)
    }
}

impl ReqwestTransport {
    /// The answer whose head has arrived.
    async fn open(&self, request: Request<Bytes>) -> Result<Response<Frames>, TransportError> {
        let request = reqwest::Request::try_from(request).map_err(failure)?;
        let response = self.0.execute(request).await.map_err(failure)?;
        Ok(Response::<reqwest::Body>::from(response).map(Frames))
    }
}

fn tls() -> Result<ClientConfig, rustls::Error> {
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()?
        .with_platform_verifier()?
        .with_no_client_auth();
    Ok(config)
}

impl Transport for ReqwestTransport {
    fn send(
        &self,
        request: Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>> {
        Box::pin(async move { collect(self.open(request).await?, limits.response_bytes).await })
    }

    fn stream(
        &self,
        request: Request<Bytes>,
        _limits: Limits,
    ) -> BoxFuture<'_, Result<Response<BodyStream>, TransportError>> {
        Box::pin(async move {
            let answer = self.open(request).await?;
            Ok(answer.map(|body| Box::pin(body) as BodyStream))
        })
    }
}

/// The data of a body, as it arrives.
struct Frames(reqwest::Body);

impl Stream for Frames {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let frame = ready!(Pin::new(&mut self.0).poll_frame(context));
            match frame.transpose().map_err(failure)?.map(Frame::into_data) {
                // Trailers are not of the body.
                Some(Err(_)) => {}
                Some(Ok(data)) => return Poll::Ready(Some(Ok(data))),
                None => return Poll::Ready(None),
            }
        }
    }
}

/// reqwest's error without the URL, whose query may hold a key and whose path may hold personal data.
fn failure(error: reqwest::Error) -> TransportError {
    let phase = if error.is_connect() {
        TransportPhase::Connect
    } else if error.is_timeout() {
        TransportPhase::Timeout
    } else if error.is_builder() || error.is_redirect() {
        TransportPhase::Permanent
    } else {
        TransportPhase::Exchange
    };
    TransportError::new(phase, error.without_url())
}
