//! Polar's list, page by page.

use checkout_apis::polar::{Checkout, Client};
use checkout_apis::runtime::{CallOptions, Error, ErrorKind, Retries};
use serde_json::{Value, json};
use wiremock::{Mock, MockServer, Request, ResponseTemplate, matchers::any};

use super::payload;

/// How many pages the server has.
const PAGES: u64 = 3;

/// The page that a request asks for.
fn number(request: &Request) -> u64 {
    let mut pairs = request.url.query_pairs();
    let page = pairs.find(|(name, _)| name == "page");
    page.map_or(1, |(_, number)| number.parse().expect("a number"))
}

/// A page with one session, whose id is the page's number.
fn page(request: &Request) -> Value {
    let mut page = payload("polar/checkouts.json");
    page["items"].as_array_mut().expect("a list").truncate(1);
    page["items"][0]["client_secret"] = json!(format!("secret of page {}", number(request)));
    page["pagination"] = json!({"total_count": PAGES, "max_page": PAGES});
    page
}

async fn start(
    answer: impl Fn(&Request) -> ResponseTemplate + Send + Sync + 'static,
) -> (MockServer, Client) {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(answer).mount(&server).await;
    let builder = Client::builder()
        .access_token("polar_oat_x")
        .base_url(server.uri());
    (server, builder.build().expect("a client"))
}

fn secret(checkout: Option<Result<Checkout, Error>>) -> String {
    let checkout = checkout.expect("a session").expect("a session");
    checkout.client_secret.expose().to_owned()
}

#[tokio::test]
async fn all_sessions_come_one_by_one() {
    let (server, client) =
        start(|request| ResponseTemplate::new(200).set_body_json(page(request))).await;
    let mut items = client.checkouts().list().limit(1).items();
    for number in 1..=PAGES {
        assert_eq!(
            secret(items.next().await),
            format!("secret of page {number}")
        );
    }
    assert!(items.next().await.is_none());
    let requests = server
        .received_requests()
        .await
        .expect("requests are recorded");
    let queries: Vec<_> = requests
        .iter()
        .filter_map(|request| request.url.query())
        .collect();
    assert_eq!(queries, ["limit=1", "limit=1&page=2", "limit=1&page=3"]);
    assert!(
        requests
            .iter()
            .all(|request| request.headers["polar-version"] == "2026-04")
    );
}

#[tokio::test]
async fn a_page_that_fails_ends_the_list_and_can_be_come_back_to() {
    let (server, client) = start(|request| match number(request) {
        2 => ResponseTemplate::new(500),
        _ => ResponseTemplate::new(200).set_body_json(page(request)),
    })
    .await;
    let list = || client.checkouts().list().retries(Retries::NONE);
    let mut items = list().items();
    items.next().await.expect("a session").expect("a session");
    let error = items.next().await.expect("an error").expect_err("an error");
    assert_eq!(
        (error.kind(), error.page()),
        (ErrorKind::Status, Some("page 2"))
    );
    assert!(items.next().await.is_none());
    assert_eq!(items.position(), Some("2"));
    assert_eq!(
        secret(list().items().starting_at("3").next().await),
        "secret of page 3"
    );
    assert_eq!(
        server
            .received_requests()
            .await
            .expect("requests are recorded")
            .len(),
        3
    );
}
