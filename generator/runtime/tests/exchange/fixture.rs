//! An API as it would be emitted.

use bindery_runtime::{
    Api, Bytes, Call, Case, Client, ClientBuilder, Error, Method, Operation, Parameter, Placement,
    Scheme, Statuses, Value,
};

use super::clock::TestClock;
use crate::runtime;

pub(crate) static API: Api = Api {
    name: "shop",
    base_url: "https://api.example.com",
    base_url_variable: "BINDERY_TEST_BASE_URL",
    schemes: &[
        Scheme {
            name: "header_key",
            placement: Placement::Header("x-api-key"),
            variable: "BINDERY_TEST_KEY",
        },
        Scheme {
            name: "query_key",
            placement: Placement::Query("key"),
            variable: "BINDERY_TEST_KEY",
        },
    ],
    environments: &[],
    user_agent: "shop-client/1.2.3",
};

static CREATE: Operation = Operation {
    id: "create_order",
    method: Method::POST,
    path: "/shops/{shop}/orders",
    security: &[&["header_key", "query_key"]],
    errors: &[],
};

static CREATED: &[Case<Value>] = &[Case::json(Statuses::Exactly(201))];

/// An emitted call whose document has a parameter by the name of an option.
#[derive(Clone, Debug)]
pub(crate) struct CreateOrder {
    call: Call<Value>,
}

impl CreateOrder {
    pub(crate) fn new(client: &Client, shop: &str) -> Self {
        let call = Call::new(client, &CREATE, CREATED).parameter(&Parameter::path("shop"), shop);
        Self {
            call: call.json_body("application/json", &serde_json::json!({ "units": 1 })),
        }
    }

    pub(crate) fn timeout(mut self, timeout: &str) -> Self {
        self.call = self.call.parameter(&Parameter::query("timeout"), timeout);
        self
    }

    pub(crate) fn form(mut self, form: &Value) -> Self {
        self.call = self.call.form_body(form, &[]);
        self
    }

    pub(crate) fn bytes(mut self, bytes: &'static [u8]) -> Self {
        self.call = self.call.bytes_body("image/png", Bytes::from_static(bytes));
        self
    }
}

runtime::call_methods!(CreateOrder, Value);

/// An emitted builder.
#[derive(Clone, Debug)]
pub(crate) struct ShopBuilder {
    inner: ClientBuilder,
}

#[derive(Clone, Debug)]
pub(crate) struct Shop {
    pub(crate) inner: Client,
}

runtime::client_builder_methods!(ShopBuilder, Shop);

pub(crate) fn shop() -> ShopBuilder {
    ShopBuilder {
        inner: ClientBuilder::new(&API),
    }
}

pub(crate) const KEY: &str = "hunter2";

/// A builder of a client with this clock and both keys.
pub(crate) fn builder(base_url: &str, clock: &TestClock) -> ClientBuilder {
    ClientBuilder::new(&API)
        .base_url(base_url)
        .clock(clock.clone())
        .credential("header_key", KEY)
        .credential("query_key", KEY)
}

pub(crate) fn client(base_url: &str, clock: &TestClock) -> Client {
    build(builder(base_url, clock))
}

pub(crate) fn build(builder: ClientBuilder) -> Client {
    builder.build().unwrap_or_else(|error| panic!("{error}"))
}

/// The error of a call that must fail.
pub(crate) fn failure<T: std::fmt::Debug>(result: Result<T, Error>) -> Error {
    match result {
        Ok(value) => panic!("succeeded with {value:?}"),
        Err(error) => error,
    }
}
