//! The default transport: reqwest with rustls.
//!
//! TLS is ring's cryptography and the operating system's trust store. Measured as a first build of
//! reqwest on two cores: ring 33 s and 85 crates, aws-lc-rs 60 s, a C toolchain and 89 crates; HTTP/2 adds
//! 7 s and 7 crates to a client that makes one request at a time. reqwest brings the operating system's
//! verifier along in any case, and it honours the certificates that an administrator has installed.

use std::fmt;
use std::mem::take;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_core::Stream;
use http::{Request, Response};
use reqwest::redirect::Policy;
use rustls::ClientConfig;
use rustls_platform_verifier::BuilderVerifierExt;

use super::origin::KnownOrigin;
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
#[derive(Clone)]
pub struct ReqwestTransport {
    client: reqwest::Client,
    origin: KnownOrigin,
}

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
        builder.build().map(Self::from).map_err(failure)
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
        Self {
            client,
            origin: KnownOrigin::default(),
        }
    }
}

impl fmt::Debug for ReqwestTransport {
    /// Without where it goes, since a transport around it may have put secrets there.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("ReqwestTransport")
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}

impl ReqwestTransport {
    fn request(&self, request: Request<Bytes>) -> Result<reqwest::Request, TransportError> {
        let (head, body) = request.into_parts();
        let mut request = reqwest::Request::new(head.method, self.origin.url(&head.uri)?);
        *request.version_mut() = head.version;
        *request.headers_mut() = head.headers;
        *request.body_mut() = Some(body.into());
        Ok(request)
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
        let request = self.request(request);
        Box::pin(async move {
            let response = self.client.execute(request?).await.map_err(failure)?;
            collect(answer(response), limits.response_bytes).await
        })
    }

    fn stream(
        &self,
        request: Request<Bytes>,
        _limits: Limits,
    ) -> BoxFuture<'_, Result<Response<BodyStream>, TransportError>> {
        let request = self.request(request);
        Box::pin(async move {
            let response = self.client.execute(request?).await.map_err(failure)?;
            Ok(answer(response).map(|body| Box::pin(body) as BodyStream))
        })
    }
}

fn answer(mut response: reqwest::Response) -> Response<Chunks> {
    let mut answer = Response::new(());
    *answer.status_mut() = response.status();
    *answer.version_mut() = response.version();
    *answer.headers_mut() = take(response.headers_mut());
    *answer.extensions_mut() = take(response.extensions_mut());
    answer.map(|()| Chunks(response))
}

/// The data of a body, as it arrives. reqwest's own stream of it puts it into a box of its own first.
struct Chunks(reqwest::Response);

impl Stream for Chunks {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        // What has arrived stays with the response, so that waiting goes on with another future.
        let chunk = pin!(self.0.chunk()).poll(context);
        chunk.map(|chunk| chunk.map_err(failure).transpose())
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
