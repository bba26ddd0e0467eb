//! What a call can be told for this once.

use std::time::Duration;

use bindery_runtime::{CallOptions, ErrorKind, Method, Retries};
use serde_json::{Value, json};
use wiremock::ResponseTemplate;

use super::clock::TestClock;
use super::fixture::{CreateOrder, KEY, client, failure, shop};
use super::server::{answering, nobody, requests, statuses};

const ADDRESS: &str = "https://api.example.com";

fn created() -> ResponseTemplate {
    ResponseTemplate::new(201).set_body_json(json!({ "id": "o1" }))
}

#[tokio::test]
async fn an_emitted_call_takes_all_of_them() {
    let server = answering([created()]).await;
    let (_port, refusing) = nobody();
    let client = client(&refusing, &TestClock::default());
    let order = CreateOrder::new(&client, "north")
        .header("X-Trace", "7")
        .query("expand", "a b")
        .query("expand", 2)
        .body_field("note", "hello")
        .body_field("units", &2)
        .idempotency_key("order-1")
        .attempt_timeout(Duration::from_secs(50))
        .retries(Retries::NONE)
        .base_url(&format!("{}/v2/", server.uri()))
        .await
        .expect("an order");
    assert_eq!(order["id"], "o1");
    let sent = &requests(&server).await[0];
    assert_eq!(sent.url.path(), "/v2/shops/north/orders");
    assert_eq!(sent.url.query(), Some("expand=a%20b&expand=2&key=hunter2"));
    assert_eq!(sent.headers["x-trace"], "7");
    assert_eq!(sent.headers["idempotency-key"], "order-1");
    assert_eq!(sent.headers["x-api-key"], KEY);
    let body: Value = sent.body_json().expect("JSON");
    assert_eq!(body, json!({ "units": 2, "note": "hello" }));
}

#[tokio::test]
async fn a_parameter_of_the_same_name_goes_before_an_option() {
    let server = answering([created()]).await;
    let client = client(&server.uri(), &TestClock::default());
    let call = CreateOrder::new(&client, "north").timeout("never");
    let call = CallOptions::timeout(call, Duration::from_secs(50));
    call.await.expect("an order");
    let sent = &requests(&server).await[0];
    assert_eq!(sent.url.query(), Some("timeout=never&key=hunter2"));
}

#[test]
fn a_request_can_be_built_without_sending_it() {
    let client = client(ADDRESS, &TestClock::default());
    let call = CreateOrder::new(&client, "a/b").header("Authorization", KEY);
    let request = call.build().expect("a request");
    assert_eq!(request.method(), Method::POST);
    assert_eq!(
        request.uri(),
        "https://api.example.com/shops/a%2Fb/orders?key=hunter2"
    );
    assert_eq!(request.body().as_ref(), br#"{"units":1}"#);
    assert_eq!(request.headers()["x-api-key"], KEY);
    assert!(!format!("{:?}", request.headers()).contains(KEY));
}

#[test]
fn fields_go_where_there_are_fields() {
    let client = client(ADDRESS, &TestClock::default());
    let form = CreateOrder::new(&client, "north").form(&json!({ "a": 1 }));
    let form = form.body_field("b c", "d&e").body_field("f", &true);
    let empty = client.request(Method::POST, "/").body_field("a", &1);
    let table = [
        (form.build(), "a=1&b%20c=d%26e&f=true"),
        (empty.build(), r#"{"a":1}"#),
    ];
    for (request, body) in table {
        assert_eq!(request.expect("a request").body(), body);
    }
    let bytes = CreateOrder::new(&client, "north").bytes(b"\x89PNG");
    let array = client.request(Method::POST, "/").json(&[1]);
    let table = [
        (
            bytes.body_field("a", &1).build(),
            "`image/png` has no fields",
        ),
        (array.body_field("a", &1).build(), "no JSON object"),
    ];
    for (request, problem) in table {
        let error = failure(request);
        assert!(error.to_string().contains(problem), "{error}");
    }
}

#[test]
fn what_cannot_be_sent_is_refused() {
    let client = client(ADDRESS, &TestClock::default());
    let call = || CreateOrder::new(&client, "north");
    let table = [
        (
            call().header("x-a", "hunter2\r\nx-b: 1"),
            "the header `x-a`",
        ),
        (call().header("x a", "1"), "`x a` is no name"),
        (call().idempotency_key("\n"), "the header `idempotency-key`"),
        (call().base_url("http://api.example.com"), "unencrypted"),
        (call().base_url("https://hunter2@a.example"), "user name"),
    ];
    for (call, problem) in table {
        let error = failure(call.build());
        let message = error.to_string();
        assert_eq!((error.kind(), error.attempts()), (ErrorKind::Build, 0));
        assert!(
            message.contains(problem) && !message.contains(KEY),
            "{message}"
        );
    }
}

#[tokio::test]
async fn an_answer_can_be_taken_as_it_came() {
    for status in [200, 404, 500] {
        let server = statuses(&[status]).await;
        let client = client(&server.uri(), &TestClock::default());
        let answer = CreateOrder::new(&client, "north").send_raw().await;
        let answer = answer.expect("an answer");
        assert_eq!((answer.status().as_u16(), answer.len()), (status, 0));
    }
}

#[tokio::test]
async fn an_emitted_builder_takes_all_settings() {
    let server = statuses(&[500]).await;
    let clock = TestClock::default();
    let builder = shop()
        .base_url(server.uri())
        .timeout(Duration::from_secs(300))
        .attempt_timeout(Duration::from_secs(100))
        .connect_timeout(Duration::from_secs(5))
        .retries(Retries::default().limit(1))
        .max_response_bytes(10)
        .clock(clock.clone());
    let shop = builder.build().expect("a client");
    let error = failure(shop.inner.request(Method::GET, "/").await);
    assert_eq!((error.attempts(), clock.waits().len()), (2, 1));
}
