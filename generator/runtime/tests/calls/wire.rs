//! What can happen between a request and its answer.

use std::error::Error;
use std::time::Duration;

use bindery_runtime::{Call, ErrorKind};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::fixture::{ANYTHING, PUBLIC, build, builder, client, create, failure};

/// Answers one connection with these bytes and closes it.
async fn answering(bytes: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.expect("a connection");
        // The request fits into one buffer; its content does not matter.
        let read = stream.read(&mut [0; 4096]).await.expect("a request");
        assert!(read > 0);
        stream.write_all(bytes.as_bytes()).await.expect("an answer");
    });
    format!("http://{address}")
}

#[tokio::test]
async fn a_redirect_does_not_carry_the_key_to_another_host() {
    let thief = MockServer::start().await;
    Mock::given(any())
        .respond_with(ResponseTemplate::new(200))
        .mount(&thief)
        .await;
    for status in [301, 302, 303, 307, 308] {
        let server = MockServer::start().await;
        let location = format!(
            "{}/caught?token=hunter2",
            thief.uri().replace("127.0.0.1", "localhost")
        );
        let template = ResponseTemplate::new(status).insert_header("location", location);
        Mock::given(any())
            .respond_with(template)
            .mount(&server)
            .await;
        let error = failure(create(&client(&server.uri())).send().await);
        assert_eq!(error.status().expect("a status"), status);
        let message = error.to_string();
        assert!(
            message.contains("it points to http://localhost; redirects are not followed"),
            "{message}"
        );
        assert!(!message.contains("hunter2"), "{message}");
    }
    assert!(
        thief
            .received_requests()
            .await
            .expect("recorded")
            .is_empty()
    );
}

#[tokio::test]
async fn a_redirect_to_the_same_server_is_shown_too() {
    let server = MockServer::start().await;
    let template = ResponseTemplate::new(307).insert_header("location", "/elsewhere");
    Mock::given(any())
        .respond_with(template)
        .mount(&server)
        .await;
    let error = failure(create(&client(&server.uri())).send().await);
    assert!(
        error
            .to_string()
            .contains("it points to another path of the same server"),
        "{error}"
    );
    assert_eq!(server.received_requests().await.expect("recorded").len(), 1);
}

#[tokio::test]
async fn a_server_that_never_answers_is_given_up() {
    // The system accepts the connection; nobody ever reads from it.
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let client = build(builder(&format!("http://{address}")).timeout(Duration::from_millis(50)));
    let error = failure(create(&client).send().await);
    assert_eq!(error.kind(), ErrorKind::Timeout);
    assert!(error.is_timeout() && !error.is_connect());
    assert!(
        error.to_string().contains("no complete answer within 50ms"),
        "{error}"
    );
    assert_eq!(error.status(), None);
}

#[tokio::test]
async fn a_refused_connection_is_told_apart() {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    drop(listener);
    let error = failure(create(&client(&format!("http://{address}"))).send().await);
    assert_eq!(error.kind(), ErrorKind::Connect);
    assert!(error.is_connect());
    assert_eq!(
        error.to_string(),
        format!(
            "create_order (POST /shops/{{shop}}/orders/): http://{address} could not be reached; nothing was sent"
        )
    );
    let mut cause: &dyn Error = &error;
    while let Some(next) = cause.source() {
        cause = next;
    }
    assert!(cause.to_string().contains("refused"), "{cause}");
}

#[tokio::test]
async fn bodies_are_bounded() {
    let server = MockServer::start().await;
    let template = ResponseTemplate::new(200).set_body_string("x".repeat(1000));
    Mock::given(any())
        .respond_with(template)
        .mount(&server)
        .await;
    let call = |limit| {
        let client = build(builder(&server.uri()).max_response_bytes(limit));
        Call::new(&client, &PUBLIC, ANYTHING)
    };
    assert_eq!(call(1000).send().await.expect("an answer").len(), 1000);
    let error = failure(call(999).send().await);
    assert_eq!(error.kind(), ErrorKind::Transport);
    let reason = error.source().expect("a reason").to_string();
    assert!(
        reason.contains("larger than 999 bytes") && reason.contains("max_response_bytes"),
        "{reason}"
    );
}

#[tokio::test]
async fn an_answer_that_breaks_off_is_no_answer() {
    let table = [
        "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"id\"",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{\"id",
        "HTTP/1.1 200 OK\r\ncontent-le",
        "SSH-2.0-OpenSSH_9.9\r\n",
        "",
    ];
    for bytes in table {
        let client = client(&answering(bytes).await);
        let error = failure(create(&client).send().await);
        assert_eq!(error.kind(), ErrorKind::Transport, "{bytes}");
    }
}

#[tokio::test]
async fn errors_are_one_word_and_travel_anywhere() {
    fn boxed(
        error: bindery_runtime::Error,
    ) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        Err(error)?;
        Ok(())
    }
    assert_eq!(size_of::<bindery_runtime::Error>(), size_of::<usize>());
    let error = failure(create(&client(&answering("").await)).send().await);
    assert!(boxed(error).is_err_and(|error| error.to_string().starts_with("create_order")));
}
