//! What all calls to one API share.

mod builder;
mod environment;

use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use http::{Method, Request, Response};

use super::api::Api;
use super::base_url::BaseUrl;
use super::call::RawCall;
use super::credentials::Credentials;
use super::error::{Error, Subject};
use super::transport::{Limits, Transport};

pub use builder::ClientBuilder;

/// An API's address, credentials and transport. Cloning is cheap and shares the connections.
#[derive(Clone)]
pub struct Client(Arc<Shared>);

struct Shared {
    api: &'static Api,
    base_url: BaseUrl,
    credentials: Credentials,
    transport: Arc<dyn Transport>,
    limits: Limits,
}

impl Client {
    /// A request to any path of the API, for what the document leaves out: same address, same
    /// credentials, same errors.
    ///
    /// The path starts with `/`, is percent-encoded already, and has no query: see
    /// [`RawCall::query`].
    pub fn request(&self, method: Method, path: &str) -> RawCall {
        RawCall::new(self, method, path)
    }

    pub(crate) fn api(&self) -> &'static Api {
        self.0.api
    }

    pub(crate) fn base_url(&self) -> &str {
        self.0.base_url.as_str()
    }

    pub(crate) fn credentials(&self) -> &Credentials {
        &self.0.credentials
    }

    /// The one place where requests leave: every call of every operation goes through here.
    pub(crate) async fn send(
        &self,
        subject: &Subject,
        request: Request<Bytes>,
    ) -> Result<Response<Bytes>, Error> {
        let Shared {
            transport,
            limits,
            base_url,
            ..
        } = &*self.0;
        let answer = transport.send(request, *limits).await;
        answer.map_err(|error| {
            Error::transport(subject.clone(), error, base_url.as_str(), limits.timeout)
        })
    }
}

impl fmt::Debug for Client {
    /// Which credentials are set, not what they are.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Client")
            .field("api", &self.0.api.name)
            .field("base_url", &self.0.base_url)
            .field("credentials", &self.0.credentials)
            .field("limits", &self.0.limits)
            .finish_non_exhaustive()
    }
}
