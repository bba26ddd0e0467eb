//! Answers that are streams of events, on the wire.

use std::time::Duration;

use bindery_runtime::{CallOptions, ErrorKind, Method, Value};
use futures_util::StreamExt;
use serde_json::json;
use tokio::io::AsyncReadExt;
use wiremock::ResponseTemplate;

use super::clock::TestClock;
use super::fixture::{build, builder, client, failure};
use super::server::{answering, listen, requests};
use super::streams::{Chunked, WatchOrders, begin, chunk};

const TEXT: &[u8] =
    b"\xef\xbb\xbf: hi\r\n\r\nevent: made\rdata: {\"id\":\ndata: \"\xc3\xa9\"}\r\n\r\n\
    data: {\"id\":2}\n\ndata: [DONE]\n\ndata: {\"id\":3}\n\n";

fn stream(text: &'static str) -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_raw(text, "text/event-stream; charset=utf-8")
}

#[tokio::test]
async fn events_arrive_one_by_one() {
    let (listener, address) = listen().await;
    let server = tokio::spawn(async move {
        let mut connection = begin(&listener, "text/event-stream").await;
        for byte in TEXT {
            chunk(&mut connection, &[*byte]).await;
        }
        connection
    });
    let client = client(&address, &TestClock::default());
    let mut events = WatchOrders::new(&client).events().await.expect("a stream");
    assert_eq!(events.status(), 200);
    assert_eq!(events.headers()["x-request-id"], "r7");
    let first = events.next().await.expect("an event").expect("a value");
    assert_eq!(first, json!({ "id": "é" }));
    let second = StreamExt::next(&mut events).await.expect("an event");
    assert_eq!(second.expect("a value")["id"], 2);
    // The server has not ended the stream; its text has.
    assert!(events.next().await.is_none());
    assert!(events.next().await.is_none());
    drop(server.await.expect("the server"));
}

#[tokio::test]
async fn the_call_asks_for_events_and_only_for_them() {
    let server = answering([stream("")]).await;
    let client = client(&server.uri(), &TestClock::default());
    let mut events = WatchOrders::new(&client).events().await.expect("a stream");
    assert!(events.next().await.is_none());
    let request = client.request(Method::GET, "/").header("accept", "*/*");
    assert!(
        request
            .events()
            .await
            .expect("a stream")
            .next()
            .await
            .is_none()
    );
    for request in requests(&server).await {
        assert_eq!(request.headers["accept"], "text/event-stream");
    }
}

#[tokio::test]
async fn an_event_that_cannot_be_read_is_an_error_and_the_stream_goes_on() {
    let text = "id: 7\ndata: {\"id\": \ndata: 1}\n\ndata: oops\n\ndata:\n\ndata: 3\n\n";
    let client = Chunked::client([text.as_bytes()]);
    let mut events = WatchOrders::new(&client).events().await.expect("a stream");
    assert_eq!(
        events.next().await.expect("an event").expect("a value"),
        json!({ "id": 1 })
    );
    assert_eq!(events.last_event_id(), Some("7"));
    let error = failure(events.next().await.expect("an event"));
    assert_eq!(
        (error.kind(), error.status().map(|status| status.as_u16())),
        (ErrorKind::Decode, Some(200))
    );
    assert_eq!(error.raw_body(), Some(&b"oops"[..]));
    assert!(
        error
            .to_string()
            .contains("an event of it, kept in `raw_body`"),
        "{error}"
    );
    let error = failure(events.next().await.expect("an event"));
    assert!(
        error.to_string().contains("expected JSON, found"),
        "{error}"
    );
    assert_eq!(events.next().await.expect("an event").expect("a value"), 3);
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn a_refusal_is_typed_and_tried_again_like_any_other() {
    let refused = ResponseTemplate::new(503).set_body_json(json!({ "title": "busy" }));
    let server = answering([refused.clone(), stream("data: 1\n\n"), refused]).await;
    let client = client(&server.uri(), &TestClock::default());
    let mut events = WatchOrders::new(&client).events().await.expect("a stream");
    assert_eq!(events.next().await.expect("an event").expect("a value"), 1);
    let error = failure(WatchOrders::new(&client).events().await);
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Status, 3));
    assert_eq!(error.body::<Value>(), Some(&json!({ "title": "busy" })));
}

#[tokio::test]
async fn an_answer_that_is_no_stream_is_kept() {
    let answer = ResponseTemplate::new(200).set_body_json(json!({ "id": 1 }));
    let server = answering([answer]).await;
    let client = client(&server.uri(), &TestClock::default());
    let error = failure(WatchOrders::new(&client).events().await);
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.raw_body(), Some(&br#"{"id":1}"#[..]));
    let message = error.to_string();
    assert!(
        message.contains("expected a stream of `text/event-stream`, found `application/json`"),
        "{message}"
    );
    let server = answering([stream("data: 1\n\n")]).await;
    let client = build(builder(&server.uri(), &TestClock::default()));
    let error = failure(WatchOrders::new(&client).await);
    assert!(
        error.to_string().contains("found a stream of events"),
        "{error}"
    );
    assert_eq!(error.raw_body(), Some(&b"data: 1\n\n"[..]));
}

#[tokio::test]
async fn a_connection_that_breaks_is_the_last_thing_that_comes() {
    let (listener, address) = listen().await;
    tokio::spawn(async move {
        let mut connection = begin(&listener, "text/event-stream").await;
        chunk(&mut connection, b"data: 1\n\ndata: 2\nda").await;
    });
    let client = client(&address, &TestClock::default());
    let mut events = WatchOrders::new(&client).events().await.expect("a stream");
    assert_eq!(events.next().await.expect("an event").expect("a value"), 1);
    let error = failure(events.next().await.expect("an error"));
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(error.request_id(), Some("r7"));
    assert_eq!(error.raw_body(), Some(&b"2da"[..]));
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn each_event_has_a_largest_size_and_the_stream_has_none() {
    let mut text = "data: 1234567890\n\n".repeat(50);
    text += "data: 1234567890\ndata: 1234567890\n\ndata: 1\n\n";
    let server =
        answering([ResponseTemplate::new(200).set_body_raw(text, "text/event-stream")]).await;
    let builder = builder(&server.uri(), &TestClock::default()).max_response_bytes(20);
    let mut events = WatchOrders::new(&build(builder))
        .events()
        .await
        .expect("a stream");
    for _ in 0..50 {
        events.next().await.expect("an event").expect("a value");
    }
    let error = failure(events.next().await.expect("an error"));
    assert_eq!(error.kind(), ErrorKind::Transport);
    let source = std::error::Error::source(&error)
        .expect("a source")
        .to_string();
    assert!(
        source.contains("larger than 20 bytes; `max_response_bytes`"),
        "{source}"
    );
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn a_comment_without_end_is_too_large_as_well() {
    let server = answering([stream(": is anybody there? yes")]).await;
    let builder = builder(&server.uri(), &TestClock::default()).max_response_bytes(20);
    let call = WatchOrders::new(&build(builder)).events();
    let error = failure(
        call.await
            .expect("a stream")
            .next()
            .await
            .expect("an error"),
    );
    assert_eq!(error.kind(), ErrorKind::Transport);
}

#[tokio::test]
async fn silence_has_a_limit_that_begins_with_the_stream() {
    let (listener, address) = listen().await;
    let clock = TestClock::default();
    let client = client(&address, &clock);
    let call = WatchOrders::new(&client)
        .idle_timeout(Duration::from_secs(90))
        .events();
    let (mut events, mut connection) = tokio::join!(
        async { call.await.expect("a stream") },
        begin(&listener, "text/event-stream")
    );
    // Time that passes while nobody waits does not count.
    chunk(&mut connection, b"data: 1\n\n").await;
    assert_eq!(events.next().await.expect("an event").expect("a value"), 1);
    clock.run_out();
    let error = failure(events.next().await.expect("an error"));
    assert!(error.is_timeout());
    let message = error.to_string();
    assert!(
        message.contains("nothing more of the stream within 90s")
            && message.contains("`idle_timeout`"),
        "{message}"
    );
    assert_eq!(error.status().expect("a status"), 200);
    assert!(events.next().await.is_none());
}

#[tokio::test]
async fn dropping_a_stream_closes_its_connection() {
    let (listener, address) = listen().await;
    let client = client(&address, &TestClock::default());
    let call = WatchOrders::new(&client).events();
    let (events, mut connection) = tokio::join!(
        async { call.await.expect("a stream") },
        begin(&listener, "text/event-stream")
    );
    drop(events);
    let rest = connection.read(&mut [0; 16]).await;
    assert!(rest.is_err() || rest.is_ok_and(|length| length == 0));
}
