//! A client of a server on loopback, and an emitted call.

use std::future::pending;
use std::sync::Mutex;
use std::time::{Duration, SystemTime};

use bindery_runtime::{
    Api, BoxFuture, Call, Case, Client, ClientBuilder, Clock, Method, Operation, Parameter,
    Placement, Scheme, Statuses, Value,
};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::runtime;

pub(crate) const KEY: &str = "hunter2";

static API: Api = Api {
    name: "shop",
    base_url: "",
    base_url_variable: "BINDERY_TEST_BASE_URL",
    schemes: &[
        scheme("header_key", Placement::Header("x-api-key")),
        scheme("query_key", Placement::Query("key")),
    ],
    environments: &[],
    user_agent: "shop-client/1.2.3",
};

const fn scheme(name: &'static str, placement: Placement) -> Scheme {
    Scheme {
        name,
        placement,
        variable: "BINDERY_TEST_KEY",
    }
}

static CREATE: Operation = Operation {
    id: "create_order",
    method: Method::POST,
    path: "/shops/{shop}/orders",
    security: &[&["header_key", "query_key"]],
    errors: &[],
};

static CREATED: &[Case<Value>] = &[Case::json(Statuses::Exactly(201))];

#[derive(Clone, Debug)]
pub(crate) struct CreateOrder {
    call: Call<Value>,
}

impl CreateOrder {
    pub(crate) fn new(client: &Client, shop: &str) -> Self {
        let call = Call::new(client, &CREATE, CREATED)
            .parameter(&Parameter::path("shop"), shop)
            .parameter(&Parameter::query("shop"), shop)
            .json_body("application/json", &serde_json::json!({ "shop": shop }));
        Self { call }
    }
}

runtime::call_methods!(CreateOrder, Value);

pub(crate) fn client(base_url: &str) -> Client {
    ClientBuilder::new(&API)
        .base_url(base_url)
        .clock(Instant(Mutex::default()))
        .credential("header_key", KEY)
        .credential("query_key", KEY)
        .build()
        .unwrap_or_else(|error| panic!("{error}"))
}

/// Waits between attempts pass at once, time limits never run out.
struct Instant(Mutex<Duration>);

impl Clock for Instant {
    fn elapsed(&self) -> Duration {
        *self.0.lock().expect("the lock")
    }

    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            // The default budget is 30 seconds, so that a longer sleep is a limit.
            if duration > Duration::from_secs(30) {
                pending().await
            }
            *self.0.lock().expect("the lock") += duration;
        })
    }
}

/// A server that gives `first` once, if there is one, and then `answer`.
pub(crate) async fn answering(
    first: Option<ResponseTemplate>,
    answer: ResponseTemplate,
) -> MockServer {
    let server = MockServer::start().await;
    if let Some(first) = first {
        let mock = Mock::given(any()).respond_with(first).up_to_n_times(1);
        mock.mount(&server).await;
    }
    Mock::given(any()).respond_with(answer).mount(&server).await;
    server
}

/// An address at which nobody listens, as long as its socket is kept: its port can't be taken by others meanwhile.
pub(crate) fn nobody() -> (tokio::net::TcpSocket, String) {
    let socket = tokio::net::TcpSocket::new_v4().expect("a socket");
    let port = socket.bind(([127, 0, 0, 1], 0).into());
    let address = port.and_then(|()| socket.local_addr()).expect("a port");
    (socket, format!("http://{address}"))
}
