//! Keys that show which environment they are for.

use checkout_apis::creem::{Client, Environment};
use checkout_apis::runtime::{CallOptions, ErrorKind};
use wiremock::{Mock, MockServer, ResponseTemplate, matchers::any};

use super::{payload, request};

const LIVE: &str = "creem_hunter2";
const TEST: &str = "creem_test_hunter2";

#[test]
fn a_key_is_taken_by_its_own_environment_only() {
    for (key, environment, fits) in [
        (LIVE, Environment::Production, true),
        (LIVE, Environment::Test, false),
        (TEST, Environment::Production, false),
        (TEST, Environment::Test, true),
    ] {
        let client = Client::builder().api_key(key).environment(environment);
        let outcome = client.build();
        assert_eq!(outcome.is_ok(), fits, "{key} {environment:?}");
        let Err(error) = outcome else { continue };
        let message = format!("{error} {error:?}");
        assert_eq!(error.kind(), ErrorKind::Build);
        assert!(message.contains("`environment(Environment::"), "{message}");
        assert!(!message.contains("hunter2"), "{message}");
    }
}

#[tokio::test]
async fn a_single_call_to_another_environment_is_refused_before_it_is_sent() {
    let client = Client::builder()
        .api_key(TEST)
        .environment(Environment::Test);
    let checkouts = client.build().expect("a client").checkouts();
    let to =
        |environment: Environment| checkouts.create(request()).base_url(environment.base_url());
    let sent = to(Environment::Test).build().expect("a request");
    assert_eq!(sent.uri().host(), Some("test-api.creem.io"));
    let error = to(Environment::Production).await.expect_err("a refusal");
    assert_eq!((error.kind(), error.attempts()), (ErrorKind::Build, 0));
    assert!(!format!("{error} {error:?}").contains("hunter2"));
}

#[tokio::test]
async fn addresses_of_others_take_every_key() {
    let server = MockServer::start().await;
    let answer = ResponseTemplate::new(200).set_body_json(payload("creem/checkout.json"));
    Mock::given(any()).respond_with(answer).mount(&server).await;
    for key in [LIVE, TEST, "an older key"] {
        let client = Client::builder().api_key(key).base_url(server.uri());
        let checkouts = client.build().expect("a client").checkouts();
        checkouts.create(request()).await.expect("a checkout");
        let sent = server
            .received_requests()
            .await
            .expect("requests are recorded");
        assert_eq!(sent.last().expect("a request").headers["x-api-key"], key);
    }
}
