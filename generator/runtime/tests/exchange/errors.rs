//! What an error can be asked.

use bindery_runtime::{Error, ErrorKind, Method};
use wiremock::ResponseTemplate;

use super::clock::TestClock;
use super::fixture::{CreateOrder, build, builder, client, failure};
use super::server::answering;

type Predicate = fn(&Error) -> bool;

const PREDICATES: [(&str, Predicate); 7] = [
    ("authentication", Error::is_authentication),
    ("permission", Error::is_permission),
    ("not found", Error::is_not_found),
    ("conflict", Error::is_conflict),
    ("rate limited", Error::is_rate_limited),
    ("server error", Error::is_server_error),
    ("retryable", Error::is_retryable),
];

/// The names of the predicates that hold.
fn answers(error: &Error) -> Vec<&'static str> {
    let holding = PREDICATES.iter().filter(|(_, holds)| holds(error));
    holding.map(|(name, _)| *name).collect()
}

#[tokio::test]
async fn statuses_have_names() {
    let table = [
        (400, &[][..]),
        (401, &["authentication"]),
        (403, &["permission"]),
        (404, &["not found"]),
        (409, &["conflict"]),
        (429, &["rate limited", "retryable"]),
        (500, &["server error", "retryable"]),
        (501, &["server error"]),
    ];
    for (status, names) in table {
        let server = answering([ResponseTemplate::new(status)]).await;
        let client = client(&server.uri(), &TestClock::default());
        let error = failure(client.request(Method::GET, "/").await);
        assert_eq!(answers(&error), names, "{status}");
    }
}

#[tokio::test]
async fn a_success_that_cannot_be_read_is_not_retryable() {
    let answer = ResponseTemplate::new(201).insert_header("x-request-id", "r-1");
    let server = answering([answer]).await;
    let client = client(&server.uri(), &TestClock::default());
    let error = failure(CreateOrder::new(&client, "north").await);
    assert!(answers(&error).is_empty());
    assert_eq!((error.attempts(), error.request_id()), (1, Some("r-1")));
}

#[tokio::test]
async fn what_came_of_an_answer_that_is_too_large_is_kept() {
    let answer = ResponseTemplate::new(200).insert_header("x-request-id", "r7");
    let server = answering([answer.set_body_string("0123456789")]).await;
    let builder = builder(&server.uri(), &TestClock::default()).max_response_bytes(4);
    let error = failure(build(builder).request(Method::GET, "/").send().await);
    assert_eq!(error.kind(), ErrorKind::Transport);
    assert_eq!(error.status().expect("a status"), 200);
    assert_eq!(error.request_id(), Some("r7"));
    assert_eq!(error.raw_body(), Some(&b"0123"[..]));
}
