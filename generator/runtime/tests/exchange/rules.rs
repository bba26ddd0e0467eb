//! What the document knows about sending a call again.

use bindery_runtime::{
    Call, CallOptions, Case, Client, Method, Operation, Retries, RetryRule, Statuses,
};

use super::clock::TestClock;
use super::fixture::{build, builder, client};
use super::server::{requests, statuses};

static POST: Operation = operation(Method::POST);
static PUT: Operation = operation(Method::PUT);
static DONE: &[Case<()>] = &[Case::empty(Statuses::Exactly(204))];

const fn operation(method: Method) -> Operation {
    Operation {
        id: "do_it",
        method,
        path: "/",
        security: &[],
        errors: &[],
    }
}

static NOTHING: RetryRule = RetryRule {
    idempotent: None,
    key: None,
    attempts: None,
};
static SAFE: RetryRule = RetryRule {
    idempotent: Some(true),
    ..NOTHING
};
static UNSAFE: RetryRule = RetryRule {
    idempotent: Some(false),
    ..NOTHING
};
static NEVER: RetryRule = RetryRule {
    attempts: Some(1),
    ..NOTHING
};
static OFTEN: RetryRule = RetryRule {
    attempts: Some(9),
    ..NOTHING
};
static OWN_KEY: RetryRule = RetryRule {
    key: Some("X-Request-Key"),
    ..NOTHING
};

/// How often a call is sent that meets this status.
async fn attempts(status: u16, send: impl AsyncFnOnce(&Client)) -> usize {
    let server = statuses(&[status]).await;
    send(&client(&server.uri(), &TestClock::default())).await;
    requests(&server).await.len()
}

#[tokio::test]
async fn it_goes_before_the_method() {
    let table = [
        (&POST, &NOTHING, 500, 1),
        (&POST, &SAFE, 500, 3),
        (&POST, &NEVER, 429, 1),
        (&PUT, &NOTHING, 500, 3),
        (&PUT, &UNSAFE, 500, 1),
        (&PUT, &UNSAFE, 429, 3),
        (&PUT, &NEVER, 500, 1),
        // It sets a limit; how often is up to the client.
        (&PUT, &OFTEN, 500, 3),
    ];
    for (operation, rule, status, expected) in table {
        let sent = attempts(status, async |client| {
            let call = Call::new(client, operation, DONE).retry_rule(rule);
            call.send().await.expect_err("a failure");
        });
        assert_eq!(sent.await, expected, "{} {rule:?}", operation.method);
    }
}

#[tokio::test]
async fn a_call_goes_before_it_and_it_before_the_client() {
    let server = statuses(&[500]).await;
    let patient = Retries::default().limit(4);
    let client = build(builder(&server.uri(), &TestClock::default()).retries(patient));
    let call = || Call::new(&client, &PUT, DONE);
    let twice = Retries::default().limit(1);
    for (call, attempts) in [
        (call(), 5),
        (call().retry_rule(&NEVER), 1),
        (call().retry_rule(&NEVER).retries(twice), 2),
        (call().retry_rule(&UNSAFE), 1),
        (call().retry_rule(&UNSAFE).idempotent(), 5),
    ] {
        let error = call.send().await.expect_err("a failure");
        assert_eq!(error.attempts(), attempts);
    }
}

#[tokio::test]
async fn keys_travel_in_the_header_that_it_names() {
    let server = statuses(&[500, 500, 500, 500, 204]).await;
    let client = client(&server.uri(), &TestClock::default());
    let call = || Call::new(&client, &POST, DONE).retry_rule(&OWN_KEY);
    // The header of the draft says nothing to this server.
    let stranger = call().header("idempotency-key", "order-1");
    let error = stranger.send().await.expect_err("a failure");
    assert_eq!(error.attempts(), 1);
    let call = call().idempotency_key("order-1");
    let error = call.send().await.expect_err("a failure");
    assert_eq!(error.attempts(), 3);
    let sent = requests(&server).await;
    let with_key = sent.iter().filter(|request| {
        let key = request.headers.get("x-request-key");
        key.is_some_and(|key| key == "order-1") && !request.headers.contains_key("idempotency-key")
    });
    assert_eq!(with_key.count(), 3);
}
