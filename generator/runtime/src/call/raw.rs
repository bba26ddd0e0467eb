//! The escape hatch: a request that the caller composes.

use std::fmt;

use bytes::Bytes;
use http::Method;
use serde::Serialize;

use super::super::client::Client;
use super::super::error::{Error, Subject};
use super::super::parameter::percent;
use super::super::response::Response;
use super::super::transport::BoxFuture;
use super::help;
use super::parts::Parts;

/// A request to any path of the API; see [`Client::request`](super::super::Client::request).
///
/// It carries the credential of the API's first security scheme that has one; a header that is set by
/// hand goes before it. Awaiting it sends it. A status other than 2xx is an error.
#[derive(Clone)]
#[must_use = "a request is sent when it is awaited"]
pub struct RawCall {
    client: Client,
    method: Method,
    path: String,
    parts: Parts,
}

impl RawCall {
    pub(crate) fn new(client: &Client, method: Method, path: &str) -> Self {
        let mut parts = Parts::default();
        parts.accept(std::iter::once("*/*"));
        Self {
            client: client.clone(),
            method,
            path: path.to_owned(),
            parts,
        }
    }

    /// Adds a pair to the query, percent-encoded. The same name can be given several times.
    pub fn query(mut self, name: &str, value: impl fmt::Display) -> Self {
        let pair = format!(
            "{}={}",
            percent::encode(name),
            percent::encode(&value.to_string())
        );
        self.parts.query_pair(pair);
        self
    }

    /// Sets a header.
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.parts.header(name, value);
        self
    }

    /// A JSON body.
    pub fn json<V: Serialize + ?Sized>(mut self, body: &V) -> Self {
        self.parts
            .json("application/json", serde_json::to_vec(body));
        self
    }

    /// A body of any kind under the given media type.
    pub fn bytes(mut self, content_type: &str, body: impl Into<Bytes>) -> Self {
        self.parts.body(content_type, body.into());
        self
    }

    /// Sends the request and gives the body with the status and headers of its answer.
    ///
    /// # Errors
    ///
    /// See [`ErrorKind`](super::super::ErrorKind) for what can fail when.
    pub async fn send(self) -> Result<Response<Bytes>, Error> {
        let Self {
            client,
            method,
            path,
            parts,
        } = self;
        let subject = Subject::Raw(method.clone());
        let request = check(&path).and_then(|()| {
            let credentials = client.credentials().first(client.api().schemes);
            parts.into_request(
                method,
                client.base_url(),
                &path,
                client.api().user_agent,
                &credentials,
            )
        });
        let request = request.map_err(|problem| Error::build(subject.clone(), problem))?;
        let answer = client.send(&subject, request).await?;
        if !answer.status().is_success() {
            let schemes: Vec<_> = client
                .api()
                .schemes
                .iter()
                .map(|scheme| scheme.name)
                .collect();
            let help = help::about(client.api(), &schemes, &answer);
            return Err(Error::status_of(subject, answer, None, help));
        }
        let (head, body) = answer.into_parts();
        Ok(Response::new(head.status, head.headers, body))
    }
}

/// A query has its own method, which encodes.
fn check(path: &str) -> Result<(), String> {
    if path.contains(['?', '#']) {
        return Err(
            "the path must not hold `?` or `#`; use `query`, or percent-encode them".to_owned(),
        );
    }
    Ok(())
}

impl IntoFuture for RawCall {
    type Output = Result<Response<Bytes>, Error>;
    type IntoFuture = BoxFuture<'static, Self::Output>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.send())
    }
}

impl fmt::Debug for RawCall {
    /// Without path, query, headers and body, any of which may hold secrets.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("RawCall")
            .field("method", &self.method)
            .field("client", &self.client)
            .finish_non_exhaustive()
    }
}
