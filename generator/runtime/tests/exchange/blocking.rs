//! Calls in programs without an async runtime.

use bindery_runtime::{CallOptions, ErrorKind, Method, Retries};
use serde_json::json;
use wiremock::{MockServer, ResponseTemplate};

use super::clock::TestClock;
use super::fixture::{CreateOrder, client, failure};
use super::paging::{ListOrders, page};
use super::server::{answering, requests};
use super::streams::{Chunked, WatchOrders};

/// A server in a runtime of its own, as another program would be.
fn serving(
    answers: impl IntoIterator<Item = ResponseTemplate>,
) -> (tokio::runtime::Runtime, MockServer) {
    let mut builder = tokio::runtime::Builder::new_current_thread();
    let runtime = builder.enable_all().build().expect("a runtime");
    let server = runtime.block_on(answering(answers));
    (runtime, server)
}

#[test]
fn all_forms_of_a_call_can_be_waited_for() {
    let created = || ResponseTemplate::new(201).set_body_json(json!({ "id": "o1" }));
    let (runtime, server) = serving([created()]);
    let client = client(&server.uri(), &TestClock::default());
    let call = || CreateOrder::new(&client, "north");
    assert_eq!(call().send_blocking().expect("an order")["id"], "o1");
    let response = call().with_response_blocking().expect("an order");
    assert_eq!(response.status(), 201);
    let raw = call().send_raw_blocking().expect("an answer");
    let request = client.request(Method::GET, "/");
    let composed = request.send_blocking().expect("an answer");
    assert_eq!(*raw, *composed);
    assert_eq!(runtime.block_on(requests(&server)).len(), 4);
}

#[test]
fn failures_and_retries_are_the_same() {
    let (runtime, server) = serving([ResponseTemplate::new(503)]);
    let clock = TestClock::default();
    let request = client(&server.uri(), &clock).request(Method::GET, "/");
    let error = failure(request.send_blocking());
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Status, 3));
    assert_eq!(clock.waits().len(), 2);
    assert_eq!(runtime.block_on(requests(&server)).len(), 3);
}

#[test]
fn lists_are_iterators() {
    let answer = |id: i64| page(&[id, -id], json!({ "last": 2 }));
    let failed = ResponseTemplate::new(500);
    let (_runtime, server) = serving([answer(1), failed, answer(2), answer(1), answer(2)]);
    let client = client(&server.uri(), &TestClock::default());
    let list = ListOrders::new(&client).retries(Retries::NONE);
    let mut items = list.clone().items_blocking();
    let first: Result<Vec<_>, _> = items.by_ref().collect();
    assert_eq!(failure(first).page(), Some("page 2"));
    assert_eq!(items.get_ref().position(), Some("2"));
    assert!(items.next().is_none());
    items.get_mut().resume();
    assert_eq!(
        items
            .map(|item| item.expect("an item")["id"].clone())
            .collect::<Vec<_>>(),
        [2, -2]
    );
    assert_eq!(list.pages_blocking().filter_map(Result::ok).count(), 2);
}

#[test]
fn streams_are_iterators() {
    let stream = |text: &str| ResponseTemplate::new(200).set_body_raw(text, "text/event-stream");
    let text = "data: 1\n\ndata: oops\n\ndata: 2\n\n";
    let (_runtime, server) = serving([stream(text), stream(text), stream(text)]);
    let client = client(&server.uri(), &TestClock::default());
    let call = || WatchOrders::new(&client);
    let events = call()
        .events()
        .send_blocking()
        .expect("a stream")
        .blocking();
    let events: Vec<_> = events.map(Result::ok).collect();
    assert_eq!(events, [Some(json!(1)), None, Some(json!(2))]);
    let chunks = call().stream().with_response_blocking().expect("a stream");
    assert_eq!(chunks.status(), 200);
    let chunks: Result<Vec<_>, _> = chunks.into_inner().blocking().collect();
    assert_eq!(chunks.expect("chunks").concat(), text.as_bytes());
}

#[tokio::test]
async fn within_an_async_runtime_they_refuse_to_hold_it_up() {
    let server = answering([page(&[1], json!({ "last": 1 }))]).await;
    let client = client(&server.uri(), &TestClock::default());
    let list = ListOrders::new(&client);
    let mut pages = list.clone().pages_blocking();
    let mut items = list.clone().items_blocking();
    let events = WatchOrders::new(&Chunked::client([&b"data: 1\n\n"[..]])).events();
    let mut events = events.await.expect("a stream").blocking();
    let errors = [
        failure(events.next().expect("an error")),
        failure(list.clone().send_blocking()),
        failure(pages.next().expect("an error")),
        failure(items.next().expect("an error")),
    ];
    assert!(pages.next().is_none() && items.next().is_none());
    for error in errors {
        assert_eq!(error.kind(), ErrorKind::Build);
        assert!(error.to_string().contains("await the call"), "{error}");
    }
    assert!(events.next().is_none());
    assert!(requests(&server).await.is_empty());
    assert_eq!(list.await.expect("a page")["last"], 1);
}
