//! Answers that are streams of bytes, on the wire.

use bindery_runtime::{Bytes, ErrorKind, Method};
use futures_util::TryStreamExt;
use serde_json::json;
use tokio::io::AsyncReadExt;
use wiremock::ResponseTemplate;

use super::clock::TestClock;
use super::fixture::{build, builder, client, failure};
use super::server::{answering, listen};
use super::streams::{WatchOrders, begin, chunk};

#[tokio::test]
async fn bytes_arrive_in_chunks_without_a_limit() {
    let body = vec![7; 100_000];
    let server = answering([ResponseTemplate::new(200).set_body_bytes(body.clone())]).await;
    let builder = builder(&server.uri(), &TestClock::default()).max_response_bytes(10);
    let client = build(builder);
    let chunks = WatchOrders::new(&client).stream().await.expect("a stream");
    assert_eq!(chunks.status(), 200);
    assert_eq!(chunks.headers()["content-length"], "100000");
    let chunks: Vec<Bytes> = chunks.try_collect().await.expect("chunks");
    assert_eq!(chunks.concat(), body);
    let request = client.request(Method::GET, "/");
    let chunks: Vec<Bytes> = request
        .stream()
        .await
        .expect("a stream")
        .try_collect()
        .await
        .expect("chunks");
    assert_eq!(chunks.concat(), body);
}

#[tokio::test]
async fn the_first_bytes_are_there_before_the_last() {
    let (listener, address) = listen().await;
    let client = client(&address, &TestClock::default());
    let call = WatchOrders::new(&client).stream();
    let (chunks, mut connection) = tokio::join!(
        async { call.await.expect("a stream") },
        begin(&listener, "image/png")
    );
    let mut chunks = chunks;
    chunk(&mut connection, b"first").await;
    assert_eq!(
        chunks.next().await.expect("a chunk").expect("bytes"),
        "first"
    );
    drop(connection);
    let error = failure(chunks.next().await.expect("an error"));
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(
        error.headers().expect("headers")["content-type"],
        "image/png"
    );
    assert!(chunks.next().await.is_none());
}

#[tokio::test]
async fn a_refusal_is_read_as_a_whole() {
    let refused = ResponseTemplate::new(404).set_body_json(json!({ "title": "gone" }));
    let server = answering([refused]).await;
    let client = client(&server.uri(), &TestClock::default());
    let error = failure(WatchOrders::new(&client).stream().await);
    assert!(error.is_not_found());
    assert_eq!(
        error.body::<serde_json::Value>(),
        Some(&json!({ "title": "gone" }))
    );
}

#[tokio::test]
async fn dropping_a_stream_closes_its_connection() {
    let (listener, address) = listen().await;
    let client = client(&address, &TestClock::default());
    let call = WatchOrders::new(&client).stream();
    let (chunks, mut connection) = tokio::join!(
        async { call.await.expect("a stream") },
        begin(&listener, "image/png")
    );
    drop(chunks);
    let rest = connection.read(&mut [0; 16]).await;
    assert!(rest.is_err() || rest.is_ok_and(|length| length == 0));
}
