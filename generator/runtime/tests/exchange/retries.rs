//! Which calls are sent again, when, and how often.

use std::time::Duration;

use bindery_runtime::{CallOptions, ErrorKind, Method, RawCall, Retries};
use wiremock::ResponseTemplate;

use super::clock::TestClock;
use super::fixture::{build, builder, client, failure};
use super::server::{accept, answering, listen, nobody, requests, statuses};

const SECOND: Duration = Duration::from_secs(1);

fn status(status: u16) -> ResponseTemplate {
    ResponseTemplate::new(status)
}

fn unchanged(call: RawCall) -> RawCall {
    call
}

#[tokio::test]
async fn the_method_and_the_status_decide() {
    let table = [
        (Method::GET, &[408, 425, 204][..], 3),
        (Method::GET, &[429, 500, 204], 3),
        (Method::GET, &[502, 503, 204], 3),
        (Method::GET, &[504, 204], 2),
        (Method::GET, &[500, 500, 500, 204], 3),
        (Method::GET, &[404, 204], 1),
        (Method::GET, &[501, 204], 1),
        (Method::GET, &[307, 204], 1),
        (Method::HEAD, &[503, 204], 2),
        (Method::PUT, &[503, 204], 2),
        (Method::DELETE, &[503, 204], 2),
        (Method::POST, &[500, 204], 1),
        (Method::POST, &[503, 204], 1),
        (Method::POST, &[408, 204], 1),
        (Method::POST, &[425, 204], 2),
        (Method::POST, &[429, 204], 2),
        (Method::PATCH, &[502, 204], 1),
        (Method::PATCH, &[429, 429, 204], 3),
    ];
    for (method, answers, attempts) in table {
        let clock = TestClock::default();
        let server = statuses(answers).await;
        let call = client(&server.uri(), &clock).request(method.clone(), "/");
        let result = call.json(&[1]).send().await;
        assert_eq!(
            requests(&server).await.len(),
            attempts,
            "{method} {answers:?}"
        );
        assert_eq!(clock.waits().len(), attempts - 1, "{method} {answers:?}");
        assert_eq!(
            result.is_ok(),
            attempts == answers.len(),
            "{method} {answers:?}"
        );
        if let Err(error) = result {
            assert_eq!(error.attempts() as usize, attempts, "{method} {answers:?}");
        }
        let bodies = requests(&server).await;
        assert!(bodies.iter().all(|request| request.body == b"[1]"));
    }
}

#[tokio::test]
async fn a_call_can_be_told_to_be_safe_or_not() {
    type Change = fn(RawCall) -> RawCall;
    let table: [(u16, Change, usize); 7] = [
        (500, unchanged, 1),
        (500, CallOptions::idempotent, 2),
        (500, |call| call.idempotency_key("order-1"), 2),
        (500, |call| call.header("Idempotency-Key", "order-1"), 2),
        (500, |call| call.idempotency_key(""), 1),
        (429, unchanged, 2),
        (
            429,
            |call| call.retries(Retries::default().after_refusal(false)),
            1,
        ),
    ];
    for (index, (refusal, change, attempts)) in table.into_iter().enumerate() {
        let server = statuses(&[refusal, 204]).await;
        let client = client(&server.uri(), &TestClock::default());
        let result = change(client.request(Method::POST, "/")).send().await;
        assert_eq!(requests(&server).await.len(), attempts, "row {index}");
        assert_eq!(result.is_ok(), attempts == 2, "row {index}");
    }
}

#[tokio::test]
async fn the_client_and_the_call_set_the_limit() {
    let server = statuses(&[500]).await;
    let clock = TestClock::default();
    let patient = build(builder(&server.uri(), &clock).retries(Retries::default().limit(4)));
    let error = failure(patient.request(Method::GET, "/").send().await);
    assert_eq!(error.attempts(), 5);
    assert!(error.to_string().contains("(after 5 attempts)"), "{error}");
    let waits = clock.waits();
    assert_eq!(waits.len(), 4);
    for (wait, least) in waits.iter().zip([1, 2, 4, 8]) {
        let least = least * SECOND / 2;
        assert!((least..2 * least).contains(wait), "{waits:?}");
    }
    let once = patient.request(Method::GET, "/").retries(Retries::NONE);
    assert_eq!(failure(once.send().await).attempts(), 1);
}

#[tokio::test]
async fn retry_after_is_kept_in_full_or_given_up() {
    let date = "Sun, 06 Nov 1994 08:49:37 GMT";
    let table = [
        ("20", vec![20 * SECOND]),
        ("Sun, 06 Nov 1994 08:49:57 GMT", vec![20 * SECOND]),
        ("31", vec![]),
        ("Sun, 06 Nov 1994 08:50:37 GMT", vec![]),
        ("99999999999999999999", vec![]),
    ];
    for (value, waits) in table {
        let refusal = status(503)
            .insert_header("retry-after", value)
            .insert_header("date", date);
        let server = answering([refusal, status(204)]).await;
        let clock = TestClock::default();
        let call = client(&server.uri(), &clock).request(Method::POST, "/");
        let result = call.send().await;
        assert_eq!(clock.waits(), waits, "{value}");
        assert_eq!(result.is_ok(), !waits.is_empty(), "{value}");
        if let Err(error) = result {
            assert!(error.retry_after().is_some_and(|wait| wait > 30 * SECOND));
            assert!(error.is_retryable());
            assert_eq!(error.attempts(), 1);
        }
    }
}

#[tokio::test]
async fn a_wait_does_not_outlast_the_call() {
    let refusal = status(429).insert_header("retry-after", "40");
    let server = answering([refusal]).await;
    let clock = TestClock::default();
    let retries = Retries::default().budget(60 * SECOND);
    let call = client(&server.uri(), &clock).request(Method::GET, "/");
    let call = call.retries(retries).timeout(39 * SECOND);
    let error = failure(call.send().await);
    assert!(error.is_rate_limited());
    assert_eq!((error.attempts(), clock.waits()), (1, vec![]));
}

#[tokio::test]
async fn a_refused_connection_is_safe_for_every_method() {
    let (_port, refusing) = nobody();
    for method in [Method::GET, Method::POST] {
        let clock = TestClock::default();
        let call = client(&refusing, &clock).request(method, "/");
        let error = failure(call.send().await);
        assert_eq!(error.kind(), ErrorKind::Connect);
        assert!(error.is_retryable());
        assert_eq!((error.attempts(), clock.waits().len()), (3, 2));
    }
}

#[tokio::test]
async fn a_broken_connection_is_safe_for_idempotent_calls_only() {
    for (method, attempts) in [(Method::GET, 3), (Method::POST, 1)] {
        let (listener, address) = listen().await;
        let server = tokio::spawn(async move {
            for _ in 0..attempts {
                drop(accept(&listener).await);
            }
        });
        let call = client(&address, &TestClock::default()).request(method.clone(), "/");
        let error = failure(call.send().await);
        assert_eq!(error.kind(), ErrorKind::Transport);
        assert_eq!(error.attempts(), attempts);
        assert_eq!(error.is_retryable(), method == Method::GET);
        server.await.expect("as many requests");
    }
}

#[tokio::test]
async fn an_answer_that_is_too_large_is_not_asked_for_again() {
    let server = answering([status(200).set_body_string("xxxx")]).await;
    let clock = TestClock::default();
    let client = build(builder(&server.uri(), &clock).max_response_bytes(3));
    let error = failure(client.request(Method::GET, "/").send().await);
    assert!(!error.is_retryable());
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Transport, 1));
}
