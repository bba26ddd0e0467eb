//! Putting a client together.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::super::api::Api;
use super::super::base_url::BaseUrl;
use super::super::credentials::{Credential, Credentials};
use super::super::error::{Error, Subject};
use super::super::transport::{Limits, Transport};
use super::environment;
use super::{Client, Shared};

/// Builds a [`Client`]. What is wrong is reported by [`build`](Self::build), so that steps chain.
#[derive(Clone)]
#[must_use = "a builder does nothing until it builds"]
pub struct ClientBuilder {
    pub(super) api: &'static Api,
    pub(super) credentials: BTreeMap<String, Credential>,
    pub(super) base_url: Option<String>,
    allow_http: bool,
    limits: Limits,
    transport: Option<Arc<dyn Transport>>,
    pub(super) problem: Option<String>,
}

impl ClientBuilder {
    /// A client of `api`: its documented address, no credentials, 60 seconds for a call, of which 10 for
    /// connecting, and 32 MiB for a response body. Reads nothing from the environment.
    pub fn new(api: &'static Api) -> Self {
        Self {
            api,
            credentials: BTreeMap::new(),
            base_url: None,
            allow_http: false,
            limits: Limits::DEFAULT,
            transport: None,
            problem: None,
        }
    }

    /// The key or token for the security scheme of this name.
    pub fn credential(mut self, scheme: &str, value: impl Into<String>) -> Self {
        self.credentials
            .insert(scheme.to_owned(), Credential::Key(value.into()));
        self
    }

    /// User name and password for the HTTP Basic scheme of this name.
    pub fn basic_credential(
        mut self,
        scheme: &str,
        user: impl Into<String>,
        password: impl Into<String>,
    ) -> Self {
        let credential = Credential::Basic {
            user: user.into(),
            password: password.into(),
        };
        self.credentials.insert(scheme.to_owned(), credential);
        self
    }

    /// Reads what has not been given yet from the environment: each scheme's variable and the variable of
    /// the base URL. A variable that is empty counts as not set.
    ///
    /// It is an error, reported by [`build`](Self::build), if the API has security schemes and there is
    /// no credential for any of them.
    pub fn from_env(mut self) -> Self {
        environment::read(&mut self, &|name| std::env::var(name));
        self
    }

    /// Another address than the documented one, with or without a trailing slash; a path is kept as a
    /// prefix. It must be `https`, except on loopback.
    pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
        self.base_url = Some(base_url.into());
        self
    }

    /// Accepts a base URL with plain `http` outside of loopback. Whoever can listen in on the network
    /// can then read credentials and answers, and change them.
    pub fn allow_http(mut self) -> Self {
        self.allow_http = true;
        self
    }

    /// How long a call may take as a whole. Default: 60 seconds.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.limits.timeout = timeout;
        self
    }

    /// How large a response body may be, in bytes. Default: 32 MiB.
    pub fn max_response_bytes(mut self, bytes: usize) -> Self {
        self.limits.response_bytes = bytes;
        self
    }

    /// Another transport than reqwest.
    pub fn transport(mut self, transport: impl Transport + 'static) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    /// The client.
    ///
    /// # Errors
    ///
    /// An [`ErrorKind::Build`](super::super::ErrorKind::Build) error: the base URL is none or is unsafe,
    /// a credential cannot be sent as it is, the environment lacks what it should have, or there is no
    /// transport.
    pub fn build(self) -> Result<Client, Error> {
        let subject = Subject::Client(self.api.name);
        self.try_build()
            .map_err(|problem| Error::build(subject, problem))
    }

    fn try_build(self) -> Result<Client, String> {
        if let Some(problem) = self.problem {
            return Err(problem);
        }
        let base_url = self.base_url.as_deref().unwrap_or(self.api.base_url);
        Ok(Client(Arc::new(Shared {
            api: self.api,
            base_url: BaseUrl::parse(base_url, self.allow_http)?,
            credentials: Credentials::seal(self.api, &self.credentials)?,
            transport: self.transport.map_or_else(default_transport, Ok)?,
            limits: self.limits,
        })))
    }
}

#[cfg(feature = "reqwest")]
fn default_transport() -> Result<Arc<dyn Transport>, String> {
    let transport = super::super::transport::reqwest::Reqwest::new();
    let transport =
        transport.map_err(|problem| format!("the HTTP client cannot be set up: {problem}"))?;
    Ok(Arc::new(transport))
}

#[cfg(not(feature = "reqwest"))]
fn default_transport() -> Result<Arc<dyn Transport>, String> {
    Err(
        "there is no transport: give one to the client's builder, or enable the feature `reqwest`"
            .into(),
    )
}

impl fmt::Debug for ClientBuilder {
    /// Which credentials are set, not what they are.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let base_url = self.base_url.as_deref().unwrap_or(self.api.base_url);
        let mut output = formatter.debug_struct("ClientBuilder");
        output.field("api", &self.api.name);
        match BaseUrl::parse(base_url, self.allow_http) {
            Ok(base_url) => output.field("base_url", &base_url),
            Err(_) => output.field("base_url", &"invalid"),
        };
        output
            .field("credentials", &self.credentials.keys())
            .field("limits", &self.limits)
            .finish_non_exhaustive()
    }
}
