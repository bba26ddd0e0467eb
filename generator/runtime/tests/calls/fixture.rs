//! An API as it would be emitted, and a transport that keeps what it is given.

use std::sync::{Arc, Mutex};

use bindery_runtime::{
    Api, BoxFuture, Bytes, Call, Case, Client, ClientBuilder, Error, ErrorCase, Limits, Method,
    Operation, Placement, Retries, Scheme, Statuses, Transport, TransportError, Value,
};
use serde::Deserialize;

pub(crate) static API: Api = Api {
    name: "shop",
    base_url: "https://api.example.com/v1",
    base_url_variable: "BINDERY_TEST_BASE_URL",
    schemes: &[
        scheme("header_key", Placement::Header("x-api-key")),
        scheme("query_key", Placement::Query("api key")),
        scheme("cookie_key", Placement::Cookie("session")),
        scheme("token", Placement::Bearer),
        scheme("login", Placement::Basic),
    ],
    environments: &[],
    user_agent: "shop-client/1.2.3",
};

const fn scheme(name: &'static str, placement: Placement) -> Scheme {
    Scheme {
        name,
        placement,
        variable: "BINDERY_TEST_CREDENTIAL",
    }
}

/// The result of the operations below.
#[derive(Debug, PartialEq, Deserialize)]
pub(crate) struct Order {
    pub(crate) id: String,
    pub(crate) lines: Vec<Line>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub(crate) struct Line {
    pub(crate) amount: i64,
}

/// The body that comes with a documented error.
#[derive(Debug, PartialEq, Deserialize)]
pub(crate) struct Problem {
    pub(crate) title: String,
}

/// Another one.
#[derive(Debug, PartialEq, Deserialize)]
pub(crate) struct Invalid {
    pub(crate) fields: Vec<String>,
}

pub(crate) static CREATE: Operation = Operation {
    id: "create_order",
    method: Method::POST,
    path: "/shops/{shop}/orders/",
    security: &[&["header_key"]],
    errors: &[
        ErrorCase::json::<Invalid>(Statuses::Exactly(422)),
        ErrorCase::json::<Problem>(Statuses::Class(4)),
        ErrorCase::json::<Value>(Statuses::Default).media_type("application/problem+json"),
    ],
};

pub(crate) static ORDER: &[Case<Order>] = &[
    Case::json(Statuses::Exactly(200)),
    Case::json(Statuses::Exactly(201)),
];

/// An operation of the given security, without parameters.
pub(crate) const fn get(security: &'static [&'static [&'static str]]) -> Operation {
    Operation {
        id: "get_order",
        method: Method::GET,
        path: "/order",
        security,
        errors: &[],
    }
}

pub(crate) static PUBLIC: Operation = get(&[]);
pub(crate) static ANYTHING: &[Case<Bytes>] = &[Case::bytes(Statuses::Class(2))];

/// A call of [`CREATE`] that lacks nothing.
pub(crate) fn create(client: &Client) -> Call<Order> {
    Call::new(client, &CREATE, ORDER)
        .parameter(&bindery_runtime::Parameter::path("shop"), "north")
        .json_body("application/json", &serde_json::json!({ "units": 1 }))
}

/// A builder with a key for [`CREATE`] of a client that tries once.
pub(crate) fn builder(base_url: &str) -> ClientBuilder {
    ClientBuilder::new(&API)
        .retries(Retries::NONE)
        .base_url(base_url)
        .credential("header_key", "key-1")
}

pub(crate) fn client(base_url: &str) -> Client {
    build(builder(base_url))
}

pub(crate) fn build(builder: ClientBuilder) -> Client {
    builder.build().unwrap_or_else(|error| panic!("{error}"))
}

/// The message with which a client is refused.
pub(crate) fn refusal(builder: ClientBuilder) -> String {
    match builder.build() {
        Ok(client) => panic!("built {client:?}"),
        Err(error) => error.to_string(),
    }
}

/// The error of a call that must fail.
pub(crate) fn failure<T: std::fmt::Debug>(result: Result<T, Error>) -> Error {
    match result {
        Ok(value) => panic!("succeeded with {value:?}"),
        Err(error) => error,
    }
}

/// Answers 200 with an empty body, and keeps the last request.
#[derive(Clone, Default)]
pub(crate) struct Recorder(Arc<Mutex<Option<http::Request<Bytes>>>>);

impl Recorder {
    pub(crate) fn client(&self) -> Client {
        build(
            ClientBuilder::new(&API)
                .credential("header_key", "key-1")
                .transport(self.clone()),
        )
    }

    /// Sends `call` and gives the request that it became.
    pub(crate) async fn request<T: 'static>(
        &self,
        call: Call<T>,
    ) -> Result<http::Request<Bytes>, Error> {
        call.send().await?;
        Ok(self.last())
    }

    pub(crate) fn last(&self) -> http::Request<Bytes> {
        self.0.lock().expect("the lock").take().expect("a request")
    }
}

impl Transport for Recorder {
    fn send(
        &self,
        request: http::Request<Bytes>,
        _limits: Limits,
    ) -> BoxFuture<'_, Result<http::Response<Bytes>, TransportError>> {
        *self.0.lock().expect("the lock") = Some(request);
        Box::pin(async { Ok(http::Response::new(Bytes::new())) })
    }
}
