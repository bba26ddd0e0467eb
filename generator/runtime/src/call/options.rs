//! What every call can be told besides its parameters.

use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::Request;
use serde::Serialize;

use super::super::error::Error;
use super::super::response::Response;
use super::super::retry::Retries;
use super::Unsent;

/// What every call can be told besides its parameters, for this once: extra parts of the request, and how
/// it is sent.
///
/// These are a trait's methods, so that an operation can have a parameter called `timeout` or `query`
/// without either being lost: the operation's own setter is the one that `call.timeout(…)` finds, and
/// `CallOptions::timeout(call, …)` is this one.
///
/// # Examples
///
/// What is added to a request:
///
/// ```
/// # use bindery_runtime::{Api, ClientBuilder};
/// use bindery_runtime::{CallOptions, Client, Method};
///
/// # static API: Api = Api { name: "shop", base_url: "https://api.example.com", base_url_variable: "SHOP",
/// #     schemes: &[], environments: &[], user_agent: "shop/1" };
/// # fn main() -> Result<(), bindery_runtime::Error> {
/// # let client: Client = ClientBuilder::new(&API).build()?;
/// let request = client
///     .request(Method::POST, "/charges")
///     .header("X-Trace", "7")
///     .query("expand", "a b")
///     .body_field("note", "hello")
///     .idempotency_key("order-4711")
///     .base_url("https://eu.example.com/v2")
///     .build()?;
/// assert_eq!(request.uri(), "https://eu.example.com/v2/charges?expand=a%20b");
/// assert_eq!(request.headers()["x-trace"], "7");
/// assert_eq!(request.headers()["idempotency-key"], "order-4711");
/// assert_eq!(request.body(), r#"{"note":"hello"}"#);
/// # Ok(())
/// # }
/// ```
///
/// How it is sent:
///
/// ```
/// use std::time::Duration;
///
/// use bindery_runtime::{Bytes, CallOptions, Client, Error, Method, Response, Retries};
///
/// async fn refund(client: &Client) -> Result<Response<Bytes>, Error> {
///     client
///         .request(Method::POST, "/charges/4711/refund")
///         .idempotent() // the second refund of a charge changes nothing
///         .timeout(Duration::from_secs(20))
///         .attempt_timeout(Duration::from_secs(5))
///         .retries(Retries::default().limit(4))
///         .await
/// }
/// ```
pub trait CallOptions: Sized {
    /// The part of the call that this trait works on.
    #[doc(hidden)]
    fn unsent(&mut self) -> &mut Unsent;

    /// The same, for good.
    #[doc(hidden)]
    fn into_unsent(self) -> Box<Unsent>;

    /// Sets a header, also one that the operation or the client would set. Its value is taken for a
    /// secret.
    #[must_use]
    fn header(mut self, name: &str, value: &str) -> Self {
        self.unsent().parts.extra_header(name, value);
        self
    }

    /// Adds a pair to the query, percent-encoded. The same name can be given several times.
    #[must_use]
    fn query(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.unsent().parts.extra_query(name, &value.to_string());
        self
    }

    /// Sets a property of the body, which has to be a JSON object, a form, or none: for what the document
    /// leaves out.
    #[must_use]
    fn body_field<V: Serialize + ?Sized>(mut self, name: &str, value: &V) -> Self {
        self.unsent()
            .parts
            .body_field(name, serde_json::to_value(value));
        self
    }

    /// How long the call may take as a whole, with all its attempts and the waits between them; if the answer
    /// is a stream, until it begins. Default: the client's.
    #[must_use]
    fn timeout(mut self, timeout: Duration) -> Self {
        self.unsent().options.timeout = Some(timeout);
        self
    }

    /// How long each attempt may take. Default: the client's.
    #[must_use]
    fn attempt_timeout(mut self, timeout: Duration) -> Self {
        self.unsent().options.attempt_timeout = Some(timeout);
        self
    }

    /// How long the answer may be silent while it is waited for, if it is a stream. Default: the client's.
    #[must_use]
    fn idle_timeout(mut self, timeout: Duration) -> Self {
        self.unsent().options.idle_timeout = Some(timeout);
        self
    }

    /// How often and when the call is tried again. Default: the client's.
    #[must_use]
    fn retries(mut self, retries: Retries) -> Self {
        self.unsent().options.retries = Some(retries);
        self
    }

    /// Says that doing this twice is the same as doing it once, whatever the method, so that the call may
    /// be [tried again](Retries) after any failure that can pass.
    #[must_use]
    fn idempotent(mut self) -> Self {
        self.unsent().options.idempotent = true;
        self
    }

    /// Sets the header by which a server tells a repetition from a second request, so that the call may be
    /// [tried again](Retries): the one that the document names for the operation, or else `Idempotency-Key`
    /// (draft-ietf-httpapi-idempotency-key-header).
    ///
    /// Only for servers that know the header: others do everything twice.
    #[must_use]
    fn idempotency_key(mut self, key: &str) -> Self {
        let name = self.unsent().options.rule.key();
        self.header(name, key)
    }

    /// Another address than the client's, under the same rules. The credentials go along.
    #[must_use]
    fn base_url(mut self, base_url: &str) -> Self {
        self.unsent().set_base_url(base_url);
        self
    }

    /// The request, without sending it. Headers with credentials are marked as sensitive; an API key that
    /// travels in the query is part of the URL. A token of a [provider](super::super::TokenProvider) is part of
    /// it only if the client has one already: nobody can be asked without waiting.
    ///
    /// ```
    /// use bindery_runtime::{CallOptions, Client, Error, Method};
    ///
    /// fn size(client: &Client) -> Result<usize, Error> {
    ///     let request = client.request(Method::POST, "/charges").json(&["4711"]).build()?;
    ///     Ok(request.body().len())
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// An [`ErrorKind::Build`](super::super::ErrorKind::Build) error, if the call cannot be sent.
    fn build(self) -> Result<Request<Bytes>, Error> {
        self.into_unsent().into_request()
    }

    /// Sends the call and gives the answer as it came, whatever its status and body.
    ///
    /// ```
    /// use bindery_runtime::{CallOptions, Client, Error, Method};
    ///
    /// async fn exists(client: &Client) -> Result<bool, Error> {
    ///     let answer = client.request(Method::HEAD, "/charges/4711").send_raw().await?;
    ///     Ok(answer.status() != 404)
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// Only if there is no answer; see [`ErrorKind`](super::super::ErrorKind).
    fn send_raw(self) -> impl Future<Output = Result<Response<Bytes>, Error>> + Send {
        let unsent = self.into_unsent();
        async { Ok(Response::from(unsent.send().await?.answer)) }
    }

    /// [`send_raw`](Self::send_raw) for programs without an async runtime.
    ///
    /// # Errors
    ///
    /// As there, and one of kind [`Build`](super::super::ErrorKind::Build) within an async runtime.
    #[cfg(feature = "blocking")]
    fn send_raw_blocking(self) -> Result<Response<Bytes>, Error> {
        Ok(Response::from(self.into_unsent().send_blocking()?.answer))
    }
}
