//! Calls: a request that grows by parameters and a body, is sent, and is read by one of the operation's
//! cases. Everything but that last step is the same code for all operations.

mod arrival;
mod exchange;
mod fields;
mod form;
mod help;
mod methods;
mod multipart;
mod options;
mod outcome;
mod parts;
mod path;
mod raw;
mod signer;
mod target;
mod unsent;

use std::fmt;

use bytes::Bytes;
use serde::Serialize;

use super::client::Client;
use super::error::Error;
use super::file_part::Files;
use super::operation::{Case, Operation};
use super::parameter::Parameter;
use super::response::Response;
use super::retry::RetryRule;
use super::transport::{BodyStream, BoxFuture};
use arrival::IsStream;

pub(crate) use exchange::Received;
pub use methods::call_methods;
pub use options::CallOptions;
pub(crate) use outcome::decode;
pub use raw::RawCall;
pub(crate) use target::Target;
pub use unsent::Unsent;

/// A call of an operation that results in a `T`. Emitted calls wrap it.
///
/// Setting a parameter twice leaves the last value. What cannot be sent is reported when the call is sent.
#[must_use = "a call does nothing until it is sent"]
pub struct Call<T: 'static> {
    unsent: Box<Unsent>,
    cases: &'static [Case<T>],
}

impl<T> Call<T> {
    /// A call without parameters and body. `cases` are the ways in which it succeeds.
    pub fn new(client: &Client, operation: &'static Operation, cases: &'static [Case<T>]) -> Self {
        let media_types = cases
            .iter()
            .map(Case::asks_for)
            .chain(operation.error_media_types());
        Self {
            unsent: Unsent::new(client, Target::Operation(operation), media_types),
            cases,
        }
    }

    /// Says what the document says about sending the call again.
    pub fn retry_rule(mut self, rule: &'static RetryRule) -> Self {
        self.unsent.options.rule = rule;
        self
    }

    /// Sets a parameter.
    pub fn parameter<V: Serialize + ?Sized>(mut self, parameter: &Parameter, value: &V) -> Self {
        self.unsent
            .parts
            .parameter(parameter, serde_json::to_value(value));
        self
    }

    /// A JSON body under the given media type.
    pub fn json_body<V: Serialize + ?Sized>(
        mut self,
        content_type: &'static str,
        value: &V,
    ) -> Self {
        self.unsent
            .parts
            .json(content_type, serde_json::to_vec(value));
        self
    }

    /// A body of the type `application/x-www-form-urlencoded`.
    ///
    /// Every property of `value` is written like an exploded query parameter; `encoding` names those that
    /// the document wants in another style (OpenAPI 3.0.3, "Encoding Object"). A property that is an
    /// object, and an item that is none of the primitives, is written as JSON text.
    pub fn form_body<V: Serialize + ?Sized>(mut self, value: &V, encoding: &[Parameter]) -> Self {
        self.unsent
            .parts
            .form(serde_json::to_value(value), encoding);
        self
    }

    /// A body of the type `multipart/form-data`.
    ///
    /// Every property of `value` is a part, an array a part for each item; `files` holds those properties
    /// whose parts are files, and `content_types` the media types that the document gives to properties
    /// (OpenAPI 3.0.3, "Encoding Object").
    pub fn multipart_body<V: Serialize + ?Sized>(
        mut self,
        value: &V,
        files: &[(&str, &dyn Files)],
        content_types: &[(&str, &str)],
    ) -> Self {
        self.unsent
            .parts
            .multipart(serde_json::to_value(value), files, content_types);
        self
    }

    /// A text body, in UTF-8, under the given media type.
    pub fn text_body(mut self, content_type: &'static str, text: impl Into<String>) -> Self {
        self.unsent.parts.body(content_type, text.into().into());
        self
    }

    /// A body of any kind under the given media type.
    pub fn bytes_body(mut self, content_type: &'static str, bytes: impl Into<Bytes>) -> Self {
        self.unsent.parts.body(content_type, bytes.into());
        self
    }

    /// The call without the type of its result, and what gives it that type.
    pub(crate) fn into_parts(self) -> (Box<Unsent>, &'static [Case<T>]) {
        (self.unsent, self.cases)
    }

    /// The same call with its answer read in another way, which is what it asks for.
    pub fn reading<U>(mut self, cases: &'static [Case<U>]) -> Call<U> {
        let media_types = cases.iter().map(Case::asks_for);
        self.unsent.parts.accept(media_types);
        Call {
            unsent: self.unsent,
            cases,
        }
    }

    /// Sends the call and gives the value alone.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](super::ErrorKind) for what can fail when.
    pub async fn send(self) -> Result<T, Error> {
        self.with_response().await.map(Response::into_inner)
    }

    /// Sends the call and gives the value with the status and headers of its answer.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](super::ErrorKind) for what can fail when.
    pub async fn with_response(self) -> Result<Response<T>, Error> {
        let cases = self.cases;
        let is_stream = |head: &http::Response<BodyStream>| Case::opener(cases, head).is_some();
        let arrival = self.unsent.arrive(streams(cases, &is_stream)).await?;
        outcome::read(cases, arrival)
    }

    /// [`send`](Self::send) for programs without an async runtime.
    ///
    /// # Errors
    ///
    /// As there, and one of kind [`Build`](super::ErrorKind::Build) within an async runtime.
    #[cfg(feature = "blocking")]
    pub fn send_blocking(self) -> Result<T, Error> {
        self.with_response_blocking().map(Response::into_inner)
    }

    /// [`with_response`](Self::with_response) for programs without an async runtime.
    ///
    /// # Errors
    ///
    /// As there, and one of kind [`Build`](super::ErrorKind::Build) within an async runtime.
    #[cfg(feature = "blocking")]
    pub fn with_response_blocking(self) -> Result<Response<T>, Error> {
        let cases = self.cases;
        let is_stream = |head: &http::Response<BodyStream>| Case::opener(cases, head).is_some();
        let arrival = self.unsent.arrive_blocking(streams(cases, &is_stream))?;
        outcome::read(cases, arrival)
    }
}

/// What says which answers are read while they arrive, if there are such.
fn streams<'c, T>(cases: &[Case<T>], is_stream: IsStream<'c>) -> Option<IsStream<'c>> {
    cases.iter().any(Case::is_stream).then_some(is_stream)
}

/// A call is a value; awaiting it sends it.
impl<T: Send + 'static> IntoFuture for Call<T> {
    type Output = Result<T, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl<T> CallOptions for Call<T> {
    fn unsent(&mut self) -> &mut Unsent {
        &mut self.unsent
    }

    fn into_unsent(self) -> Box<Unsent> {
        self.unsent
    }
}

impl<T> Clone for Call<T> {
    fn clone(&self) -> Self {
        Self {
            unsent: self.unsent.clone(),
            cases: self.cases,
        }
    }
}

impl<T> fmt::Debug for Call<T> {
    /// Which operation of which client, without parameters and body.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.unsent.debug(formatter, "Call")
    }
}
