//! What all calls to one API share.

mod builder;
mod default;
mod docs;
mod environment;
mod methods;
mod settings;

use std::fmt;
use std::sync::Arc;

use http::Method;

use super::api::Api;
use super::base_url::BaseUrl;
use super::call::RawCall;
use super::clock::Clock;
use super::credentials::Credentials;
use super::transport::Transport;

pub use builder::ClientBuilder;
pub use docs::builder_docs;
pub use methods::client_builder_methods;
pub(crate) use settings::Settings;

/// An API's address, credentials and transport. Cloning is cheap and shares the connections.
///
/// With the cargo feature `tracing`, every call is a span `call` at level `INFO`, with the operation, its
/// method and the template of its path, the status or the kind of error, the number of attempts, the
/// duration and the request's identifier; every attempt is an event at level `DEBUG`. Values of parameters,
/// headers and bodies never show.
#[derive(Clone)]
pub struct Client(Arc<Shared>);

struct Shared {
    api: &'static Api,
    base_url: BaseUrl,
    allow_http: bool,
    credentials: Credentials,
    transport: Arc<dyn Transport>,
    clock: Arc<dyn Clock>,
    settings: Settings,
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

    pub(crate) fn base_url(&self) -> &BaseUrl {
        &self.0.base_url
    }

    /// Another base URL, under the rules of the client's own.
    pub(crate) fn parse_base_url(&self, text: &str) -> Result<BaseUrl, String> {
        BaseUrl::parse(text, self.0.allow_http)
    }

    pub(crate) fn credentials(&self) -> &Credentials {
        &self.0.credentials
    }

    pub(crate) fn transport(&self) -> &dyn Transport {
        &*self.0.transport
    }

    pub(crate) fn clock(&self) -> &dyn Clock {
        &*self.0.clock
    }

    pub(crate) fn settings(&self) -> &Settings {
        &self.0.settings
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
            .field("settings", &self.0.settings)
            .finish_non_exhaustive()
    }
}
