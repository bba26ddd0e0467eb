//! The escape hatch: a request that the caller composes.

use std::fmt;

use bytes::Bytes;
use http::Method;
use serde::Serialize;

use super::super::client::Client;
use super::super::error::Error;
use super::super::operation::{Case, Statuses};
use super::super::response::Response;
use super::super::stream::{ByteStream, Event, EventStream};
use super::super::transport::BoxFuture;
use super::{Call, CallOptions, Target, Unsent, outcome};

/// A request to any path of the API; see [`Client::request`](super::super::Client::request).
///
/// It carries the credential of the API's first security scheme that has one; a header that is set by
/// hand goes before it. Awaiting it sends it. A status other than 2xx is an error.
#[derive(Clone)]
#[must_use = "a request is sent when it is awaited"]
pub struct RawCall(Box<Unsent>);

impl RawCall {
    pub(crate) fn new(client: &Client, method: Method, path: &str) -> Self {
        let path = path.to_owned();
        let target = Target::Raw { method, path };
        Self(Unsent::new(client, target, std::iter::once("*/*")))
    }

    /// Adds a pair to the query, percent-encoded. The same name can be given several times.
    pub fn query(self, name: &str, value: impl fmt::Display) -> Self {
        CallOptions::query(self, name, value)
    }

    /// Sets a header.
    pub fn header(self, name: &str, value: &str) -> Self {
        CallOptions::header(self, name, value)
    }

    /// A JSON body.
    pub fn json<V: Serialize + ?Sized>(mut self, body: &V) -> Self {
        self.0
            .parts
            .json("application/json", serde_json::to_vec(body));
        self
    }

    /// A body of any kind under the given media type.
    pub fn bytes(mut self, content_type: &str, body: impl Into<Bytes>) -> Self {
        self.0.parts.body(content_type.to_owned(), body.into());
        self
    }

    /// Sends the request and gives the body with the status and headers of its answer.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](super::super::ErrorKind) for what can fail when.
    pub async fn send(self) -> Result<Response<Bytes>, Error> {
        outcome::raw(self.0.send().await?)
    }

    /// Sends the request and gives the body while it arrives.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](super::super::ErrorKind) for what can fail when.
    pub async fn stream(self) -> Result<ByteStream, Error> {
        static CHUNKS: &[Case<ByteStream>] = &[Case::stream(Statuses::Class(2))];
        let call = Call {
            unsent: self.0,
            cases: CHUNKS,
        };
        call.await
    }

    /// Sends the request, asks for `text/event-stream`, and gives the events while they arrive.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](super::super::ErrorKind) for what can fail when.
    pub async fn events(self) -> Result<EventStream<Event>, Error> {
        static EVENTS: &[Case<EventStream<Event>>] = &[Case::events(Statuses::Class(2))];
        let call = Call {
            unsent: self.0,
            cases: EVENTS,
        };
        call.reading(EVENTS).await
    }

    /// [`send`](Self::send) for programs without an async runtime.
    ///
    /// # Errors
    ///
    /// As there, and one of kind [`Build`](super::super::ErrorKind::Build) within an async runtime.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Result<Response<Bytes>, Error> {
        outcome::raw(self.0.send_blocking()?)
    }
}

impl CallOptions for RawCall {
    fn unsent(&mut self) -> &mut Unsent {
        &mut self.0
    }

    fn into_unsent(self) -> Box<Unsent> {
        self.0
    }
}

impl IntoFuture for RawCall {
    type Output = Result<Response<Bytes>, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl fmt::Debug for RawCall {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.debug(formatter, "RawCall")
    }
}
