//! What a document says about sending an operation again is what its client does.

use std::time::{Duration, SystemTime};

use checkout_apis::api_157_retry_rules::Client;
use checkout_apis::runtime::{BoxFuture, CallOptions, Clock, Error, Retries};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

/// Waits pass at once, and time limits never run out.
struct Patient;

/// No wait between attempts is longer; a longer sleep is a time limit.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

impl Clock for Patient {
    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }

    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            if duration > LONGEST_WAIT {
                std::future::pending().await
            }
        })
    }
}

/// A server that fails always, and a client that tries up to six times.
async fn start() -> (MockServer, Client) {
    let server = MockServer::start().await;
    let failure = ResponseTemplate::new(500);
    Mock::given(any()).respond_with(failure).mount(&server).await;
    let builder = Client::builder().base_url(server.uri()).clock(Patient);
    let client = builder.retries(Retries::default().limit(5)).build();
    (server, client.expect("a client"))
}

fn attempts(outcome: Result<(), Error>) -> u32 {
    outcome.expect_err("the server fails").attempts()
}

#[tokio::test]
async fn rules_go_before_the_method() {
    let (_server, client) = start().await;
    let orders = client.orders();
    // A POST of which nothing is said, one that may be repeated, and a GET and a PUT that may not.
    assert_eq!(attempts(orders.unknown().await), 1);
    assert_eq!(attempts(orders.cancel().await), 6);
    assert_eq!(attempts(orders.count().await), 1);
    assert_eq!(attempts(orders.add_to_stock().await), 1);
}

#[tokio::test]
async fn a_key_makes_a_payment_safe_to_repeat_as_often_as_the_document_allows() {
    let (server, client) = start().await;
    let pay = || client.orders().pay();
    assert_eq!(attempts(pay().await), 1);
    assert_eq!(attempts(pay().idempotency_key("order-1").await), 5);
    let requests = server.received_requests().await.expect("they are recorded");
    let mut keys = requests.iter().map(|request| request.headers.get("x-request-key"));
    assert_eq!(keys.next(), Some(None));
    assert!(keys.all(|key| key.is_some_and(|key| key == "order-1")));
}
