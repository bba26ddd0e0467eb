//! Servers that do not answer, or send the caller elsewhere.

use std::time::Duration;

use checkout_apis::creem;
use checkout_apis::runtime::ErrorKind;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use wiremock::{Mock, MockServer, ResponseTemplate, matchers::any};

use super::{KEY, creem_at, request, start};

#[tokio::test]
async fn a_server_that_takes_too_long_is_a_timeout() {
    let server = MockServer::start().await;
    let answer = ResponseTemplate::new(200).set_delay(Duration::from_secs(60));
    Mock::given(any()).respond_with(answer).mount(&server).await;
    let client = creem::Client::builder()
        .api_key(KEY)
        .base_url(server.uri())
        .timeout(Duration::from_millis(100));
    let error = client
        .build()
        .expect("a client")
        .checkouts()
        .create(request())
        .await
        .expect_err("an error");
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(error.is_timeout());
}

#[tokio::test]
async fn a_refused_connection_was_never_seen_by_the_server() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    drop(listener);
    let error = creem_at(&address)
        .checkouts()
        .create(request())
        .await
        .expect_err("an error");
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert!(error.is_connect());
    assert_eq!(error.status(), None);
}

#[tokio::test]
async fn an_answer_that_breaks_off_is_an_error_of_the_transport() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let server = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.expect("a connection");
        let mut buffer = [0; 4096];
        let read = stream.read(&mut buffer).await.expect("a request");
        assert!(read > 0, "the request is read before it is answered");
        let answer = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{\"id\":";
        stream.write_all(answer).await.expect("writing");
    });
    let error = creem_at(&address)
        .checkouts()
        .create(request())
        .await
        .expect_err("an error");
    server.await.expect("the server ends");
    assert_eq!(error.kind(), ErrorKind::Transport);
}

#[tokio::test]
async fn a_redirect_does_not_carry_the_key_to_another_host() {
    let elsewhere = MockServer::start().await;
    Mock::given(any())
        .respond_with(ResponseTemplate::new(200))
        .mount(&elsewhere)
        .await;
    let (server, client) = start().await;
    let target = format!(
        "http://localhost:{}/v1/checkouts",
        elsewhere.address().port()
    );
    let answer = ResponseTemplate::new(307).insert_header("location", target.as_str());
    Mock::given(any()).respond_with(answer).mount(&server).await;
    client
        .checkouts()
        .create(request())
        .await
        .expect_err("an error");
    let received = elsewhere.received_requests().await;
    assert_eq!(received.expect("requests are recorded").len(), 0);
}

#[tokio::test]
async fn nothing_shows_the_key() {
    let (server, client) = start().await;
    Mock::given(any())
        .respond_with(ResponseTemplate::new(401))
        .mount(&server)
        .await;
    let call = client.checkouts().create(request());
    let shown = format!(
        "{client:?} {call:?} {:?}",
        creem::Client::builder().api_key(KEY)
    );
    assert!(!shown.contains(KEY), "{shown}");
    let error = call.await.expect_err("an error");
    assert!(!format!("{error} {error:?} {error:#?}").contains(KEY));
}
