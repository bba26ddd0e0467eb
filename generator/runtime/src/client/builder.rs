//! Putting a client together.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::super::api::Api;
use super::super::base_url::BaseUrl;
use super::super::clock::Clock;
use super::super::credentials::{Credential, Credentials, Given};
use super::super::error::{Error, Subject};
use super::super::retry::Retries;
use super::super::transport::Transport;
use super::{Client, Settings, Shared, builder_docs, default, environment};

/// Builds a [`Client`]. What is wrong is reported by [`build`](Self::build), so that steps chain.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use bindery_runtime::{Client, ClientBuilder, Error, Retries};
///
/// fn hurried(builder: ClientBuilder) -> Result<Client, Error> {
///     builder
///         .connect_timeout(Duration::from_secs(2))
///         .attempt_timeout(Duration::from_secs(5))
///         .timeout(Duration::from_secs(12))
///         .retries(Retries::default().limit(1))
///         .max_response_bytes(1024 * 1024)
///         .build()
/// }
/// ```
#[derive(Clone)]
#[must_use = "a builder does nothing until it builds"]
pub struct ClientBuilder {
    pub(super) api: &'static Api,
    pub(super) credentials: BTreeMap<String, Credential>,
    pub(super) base_url: Option<String>,
    allow_http: bool,
    settings: Settings,
    connect_timeout: Option<Duration>,
    transport: Option<Arc<dyn Transport>>,
    clock: Option<Arc<dyn Clock>>,
    pub(super) problem: Option<String>,
}

impl ClientBuilder {
    /// A client of `api`: its documented address, no credentials, and the defaults of the methods below.
    /// Reads nothing from the environment.
    pub fn new(api: &'static Api) -> Self {
        Self {
            api,
            credentials: BTreeMap::new(),
            base_url: None,
            allow_http: false,
            settings: Settings::default(),
            connect_timeout: None,
            transport: None,
            clock: None,
            problem: None,
        }
    }

    /// What identifies the caller by the security scheme of this name: a key or token as text, or a
    /// [`TokenProvider`](super::super::TokenProvider).
    pub fn credential(mut self, scheme: &str, credential: impl Into<Credential>) -> Self {
        self.credentials
            .insert(scheme.to_owned(), credential.into());
        self
    }

    /// User name and password for the HTTP Basic scheme of this name.
    pub fn basic_credential(
        mut self,
        scheme: &str,
        user: impl Into<String>,
        password: impl Into<String>,
    ) -> Self {
        let credential = Credential(Given::Login {
            user: user.into(),
            password: password.into().into(),
        });
        self.credentials.insert(scheme.to_owned(), credential);
        self
    }

    #[doc = builder_docs!(from_env)]
    pub fn from_env(mut self) -> Self {
        environment::read(&mut self, &|name| std::env::var(name));
        self
    }

    #[doc = builder_docs!(base_url)]
    pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
        self.base_url = Some(base_url.into());
        self
    }

    #[doc = builder_docs!(allow_http)]
    pub fn allow_http(mut self) -> Self {
        self.allow_http = true;
        self
    }

    #[doc = builder_docs!(timeout)]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeout = timeout;
        self
    }

    #[doc = builder_docs!(attempt_timeout)]
    pub fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.settings.attempt_timeout = timeout;
        self
    }

    #[doc = builder_docs!(idle_timeout)]
    pub fn idle_timeout(mut self, timeout: Duration) -> Self {
        self.settings.idle_timeout = timeout;
        self
    }

    #[doc = builder_docs!(connect_timeout)]
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = Some(timeout);
        self
    }

    #[doc = builder_docs!(retries)]
    pub fn retries(mut self, retries: Retries) -> Self {
        self.settings.retries = retries;
        self
    }

    #[doc = builder_docs!(max_response_bytes)]
    pub fn max_response_bytes(mut self, bytes: usize) -> Self {
        self.settings.response_bytes = bytes;
        self
    }

    #[doc = builder_docs!(transport)]
    pub fn transport(mut self, transport: impl Transport + 'static) -> Self {
        self.transport = Some(Arc::new(transport));
        self
    }

    #[doc = builder_docs!(clock)]
    pub fn clock(mut self, clock: impl Clock + 'static) -> Self {
        self.clock = Some(Arc::new(clock));
        self
    }

    /// The client.
    ///
    /// # Errors
    ///
    /// An [`ErrorKind::Build`](super::super::ErrorKind::Build) error: the base URL is none or is unsafe,
    /// a credential cannot be sent as it is or is one of another environment of the API, the process's
    /// environment lacks what it should have, or there is no transport or clock.
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
        let base_url = BaseUrl::parse(base_url, self.allow_http)?;
        Ok(Client(Arc::new(Shared {
            api: self.api,
            credentials: Credentials::seal(self.api, &self.credentials, &base_url)?,
            base_url,
            allow_http: self.allow_http,
            transport: match self.transport {
                Some(transport) => transport,
                None => default::transport(self.connect_timeout)?,
            },
            clock: self.clock.map_or_else(default::clock, Ok)?,
            settings: self.settings,
        })))
    }
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
            .field("settings", &self.settings)
            .finish_non_exhaustive()
    }
}
