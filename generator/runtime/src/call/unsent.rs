//! A call without the type of its result: what is the same code for all calls.

use std::fmt;
#[cfg(feature = "blocking")]
use std::pin::pin;
use std::time::Duration;

use bytes::Bytes;
use http::Request;

use super::super::base_url::BaseUrl;
#[cfg(feature = "blocking")]
use super::super::blocking::wait;
use super::super::client::{Client, Settings};
use super::super::error::{Error, Subject};
use super::super::retry::{Retries, RetryRule};
use super::super::stream::StreamLimits;
use super::arrival::{Arrival, IsStream, Opened, Whole};
use super::exchange::{self, Received};
use super::parts::Parts;
use super::signer::Signer;
use super::target::Target;

/// A call that has not been sent; [`CallOptions`](super::CallOptions) works on it.
///
/// It travels in a box: every step of putting a call together moves it, and the future of a call would hold it once for
/// each function that it went through.
#[derive(Clone)]
#[doc(hidden)]
pub struct Unsent {
    pub(super) client: Client,
    pub(super) target: Target,
    pub(super) parts: Parts,
    pub(super) options: Options,
}

/// What a call wants otherwise than its client.
#[derive(Clone)]
pub(super) struct Options {
    /// What the document says; everything else goes before it.
    pub(super) rule: &'static RetryRule,
    pub(super) retries: Option<Retries>,
    pub(super) timeout: Option<Duration>,
    pub(super) attempt_timeout: Option<Duration>,
    pub(super) idle_timeout: Option<Duration>,
    pub(super) base_url: Option<BaseUrl>,
    pub(super) idempotent: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            rule: &RetryRule::NONE,
            retries: None,
            timeout: None,
            attempt_timeout: None,
            idle_timeout: None,
            base_url: None,
            idempotent: false,
        }
    }
}

impl Options {
    /// The client's settings with this call's in their place.
    pub(super) fn over(&self, settings: &Settings) -> Settings {
        Settings {
            retries: (self.retries).unwrap_or_else(|| settings.retries.within(self.rule)),
            timeout: self.timeout.unwrap_or(settings.timeout),
            attempt_timeout: self.attempt_timeout.unwrap_or(settings.attempt_timeout),
            idle_timeout: self.idle_timeout.unwrap_or(settings.idle_timeout),
            ..*settings
        }
    }

    /// Where the call goes: its own address, or else the client's.
    pub(super) fn base_url<'a>(&'a self, client: &'a Client) -> &'a BaseUrl {
        self.base_url.as_ref().unwrap_or(client.base_url())
    }
}

impl Unsent {
    /// A call without parameters and body that asks for these media types.
    pub(super) fn new(
        client: &Client,
        target: Target,
        media_types: impl Iterator<Item = &'static str>,
    ) -> Box<Self> {
        let mut parts = Parts::default();
        parts.accept(media_types);
        Box::new(Self {
            client: client.clone(),
            target,
            parts,
            options: Options::default(),
        })
    }

    /// Another address for this call.
    pub(super) fn set_base_url(&mut self, text: &str) {
        match self.client.parse_base_url(text) {
            Ok(base_url) => self.options.base_url = Some(base_url),
            Err(problem) => self.parts.fail(problem),
        }
    }

    /// What a query parameter has been given.
    pub(crate) fn query(&self, name: &str) -> Option<String> {
        self.parts.query(name)
    }

    /// Gives a query parameter this value, whatever it had.
    pub(crate) fn set_query(&mut self, name: &str, value: &str) {
        self.parts.set_query(name, value);
    }

    /// Goes to the path and query of a URL of the same server, which an answer may hold, instead of the
    /// operation's.
    pub(crate) fn follow(&mut self, url: &str) {
        match self.base_url().resolve(url) {
            Ok((path, query)) => {
                if let Some(path) = path {
                    self.parts.set_path(path);
                    self.options.base_url = Some(self.base_url().origin());
                }
                self.parts.replace_query(query);
            }
            Err(problem) => self.parts.fail(problem),
        }
    }

    /// Whether [`follow`](Self::follow) can take a URL; if not, a sentence for people.
    pub(crate) fn can_follow(&self, url: &str) -> Result<(), String> {
        self.base_url().resolve(url).map(drop)
    }

    /// What messages call the call.
    pub(crate) fn subject(&self) -> Subject {
        self.target.subject()
    }

    /// The request, without sending it.
    pub(super) fn into_request(mut self: Box<Self>) -> Result<Request<Bytes>, Error> {
        let (request, signer) = self.take_request()?;
        let signed = signer.sign(request, self.base_url());
        signed.map_err(|problem| Error::build(self.subject(), problem))
    }

    /// The request without its credentials, and what signs it with them. What it was made of is gone then.
    pub(super) fn take_request(&mut self) -> Result<(Request<Bytes>, Signer), Error> {
        let parts = std::mem::take(&mut self.parts);
        match self.target.request(&self.client, self.base_url(), parts) {
            Ok((request, credentials)) => {
                let signer = Signer::new(credentials, &request);
                Ok((request, signer))
            }
            Err(problem) => Err(Error::build(self.subject(), problem)),
        }
    }

    pub(super) fn base_url(&self) -> &BaseUrl {
        self.options.base_url(&self.client)
    }

    /// Sends the call, again where that is allowed.
    pub(crate) async fn send(self: Box<Self>) -> Result<Received, Error> {
        exchange::send(self, &Whole).await
    }

    /// The same for a call whose answer may be read while it arrives: `is_stream` says which.
    pub(super) async fn arrive(
        self: Box<Self>,
        is_stream: Option<IsStream<'_>>,
    ) -> Result<Arrival, Error> {
        let Some(is_stream) = is_stream else {
            return self.send().await.map(Arrival::Whole);
        };
        let limits = StreamLimits::of(&self.options.over(self.client.settings()));
        let received = exchange::send(self, &Opened { is_stream }).await?;
        Ok(Arrival::new(received, limits))
    }

    /// [`send`](Self::send) for programs without an async runtime.
    #[cfg(feature = "blocking")]
    pub(super) fn send_blocking(self: Box<Self>) -> Result<Received, Error> {
        let subject = self.subject();
        wait(pin!(self.send())).unwrap_or_else(|problem| Err(Error::build(subject, problem)))
    }

    /// [`arrive`](Self::arrive) for programs without an async runtime.
    #[cfg(feature = "blocking")]
    pub(super) fn arrive_blocking(
        self: Box<Self>,
        is_stream: Option<IsStream<'_>>,
    ) -> Result<Arrival, Error> {
        let subject = self.subject();
        let arrival = wait(pin!(self.arrive(is_stream)));
        arrival.unwrap_or_else(|problem| Err(Error::build(subject, problem)))
    }

    /// Where the call goes, without parameters and body, any of which may hold secrets.
    pub(crate) fn debug(
        &self,
        formatter: &mut fmt::Formatter<'_>,
        name: &'static str,
    ) -> fmt::Result {
        let mut output = formatter.debug_struct(name);
        if let Target::Operation(operation) = &self.target {
            output
                .field("operation", &operation.id)
                .field("path", &operation.path);
        }
        output
            .field("method", self.target.method())
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
