//! What the clients send to a real HTTP server, and what they make of its answers.

mod answers;
mod environments;
mod failures;
mod paging;
mod requests;

use std::fs;
use std::time::Duration;

use checkout_apis::creem;
use serde_json::Value;
use wiremock::MockServer;

use crate::cases::workspace;

/// A key that must not turn up anywhere but in a header.
const KEY: &str = "creem_test_0123456789";

/// A payload of `tests/payloads`.
fn payload(path: &str) -> Value {
    let text =
        fs::read_to_string(workspace().join("tests/payloads").join(path)).expect("a payload");
    serde_json::from_str(&text).expect("JSON")
}

/// A client of Creem that talks to an address.
fn creem_at(address: &str) -> creem::Client {
    let client = creem::Client::builder()
        .api_key(KEY)
        .base_url(address)
        .timeout(Duration::from_secs(20))
        .build();
    client.expect("a client")
}

/// A server without answers yet, and a client of Creem that talks to it.
async fn start() -> (MockServer, creem::Client) {
    let server = MockServer::start().await;
    let client = creem_at(&server.uri());
    (server, client)
}

fn request() -> creem::CreateCheckoutRequest {
    creem::CreateCheckoutRequest::new("prod_123")
}
