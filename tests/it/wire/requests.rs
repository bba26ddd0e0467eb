//! Method, path, query, headers and body.

use checkout_apis::runtime::Method;
use checkout_apis::{creem, meteroid, polar};
use serde_json::json;
use wiremock::{Mock, MockServer, Request, ResponseTemplate, matchers::any};

use super::{KEY, payload, start};

/// A server that gives one answer to everything.
async fn server(answer: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(answer).mount(&server).await;
    server
}

/// The only request that a server has received.
async fn received(server: &MockServer) -> Request {
    let mut requests = server
        .received_requests()
        .await
        .expect("requests are recorded");
    assert_eq!(requests.len(), 1);
    requests.remove(0)
}

/// A request's header; the empty text if it has none.
fn header<'a>(request: &'a Request, name: &str) -> &'a str {
    request
        .headers
        .get(name)
        .map_or("", |value| value.to_str().expect("text"))
}

#[tokio::test]
async fn creem_creates_a_checkout() {
    let (server, client) = start().await;
    let answer = ResponseTemplate::new(200).set_body_json(payload("creem/checkout.json"));
    Mock::given(any()).respond_with(answer).mount(&server).await;
    let body = creem::CreateCheckoutRequest::new("prod_123")
        .units(2)
        .success_url("https://example.com/thanks");
    let checkout = client.checkouts().create(body).await.expect("a checkout");
    assert_eq!(checkout.product.id(), "prod_1234567890");

    let request = received(&server).await;
    assert_eq!(request.method.as_str(), "POST");
    assert_eq!(request.url.path(), "/v1/checkouts");
    assert_eq!(request.url.query(), None);
    assert_eq!(header(&request, "x-api-key"), KEY);
    assert_eq!(header(&request, "content-type"), "application/json");
    assert_eq!(header(&request, "accept"), "application/json");
    assert!(header(&request, "user-agent").starts_with("checkout-apis/"));
    assert_eq!(
        request.body_json::<serde_json::Value>().expect("JSON"),
        json!({"product_id": "prod_123", "units": 2, "success_url": "https://example.com/thanks"})
    );
}

#[tokio::test]
async fn meteroid_creates_a_checkout_session() {
    let answer = payload("meteroid/create_checkout_session_response.json");
    let server = server(ResponseTemplate::new(201).set_body_json(answer)).await;
    let client = meteroid::Client::builder()
        .api_key("secret-token")
        .base_url(server.uri())
        .build();
    let sent = payload("meteroid/create_checkout_session_request.json");
    let body: meteroid::CreateCheckoutSessionRequest =
        serde_json::from_value(sent.clone()).expect("a request");
    client
        .expect("a client")
        .checkout_sessions()
        .create(body)
        .await
        .expect("a session");

    let request = received(&server).await;
    assert_eq!(request.method.as_str(), "POST");
    assert_eq!(request.url.path(), "/api/v1/checkout-sessions");
    assert_eq!(header(&request, "authorization"), "Bearer secret-token");
    assert_eq!(header(&request, "content-type"), "application/json");
    assert_eq!(
        request.body_json::<serde_json::Value>().expect("JSON"),
        sent
    );
}

#[tokio::test]
async fn polar_lists_checkouts() {
    let server =
        server(ResponseTemplate::new(200).set_body_json(payload("polar/checkouts.json"))).await;
    let client = polar::Client::builder()
        .access_token("polar_oat_x")
        .base_url(server.uri())
        .build();
    let checkouts = client.expect("a client").checkouts();
    let call = checkouts
        .list()
        .page(2)
        .limit(50)
        .external_customer_id(["a&b", "c d"])
        .sorting(["-created_at", "amount"]);
    call.query("jane+1@example.com").await.expect("a page");

    let request = received(&server).await;
    assert_eq!(request.method.as_str(), "GET");
    assert_eq!(request.url.path(), "/v1/checkouts/");
    assert_eq!(
        request.url.query(),
        Some(
            "page=2&limit=50&external_customer_id=a%26b&external_customer_id=c%20d&sorting=-created_at&sorting=amount\
             &query=jane%2B1%40example.com"
        )
    );
    assert_eq!(header(&request, "authorization"), "Bearer polar_oat_x");
    assert_eq!(header(&request, "polar-version"), "2026-04");
    assert_eq!(header(&request, "content-type"), "");
    assert!(request.body.is_empty());
}

#[tokio::test]
async fn a_base_url_keeps_its_path() {
    let server =
        server(ResponseTemplate::new(200).set_body_json(payload("creem/checkout.json"))).await;
    let client = super::creem_at(&format!("{}/proxy/", server.uri()));
    client
        .checkouts()
        .create(super::request())
        .await
        .expect("a checkout");
    assert_eq!(received(&server).await.url.path(), "/proxy/v1/checkouts");
}

#[tokio::test]
async fn any_path_can_be_asked_for() {
    let (server, client) = start().await;
    let answer = ResponseTemplate::new(200).set_body_json(json!({"id": "prod_123"}));
    Mock::given(any()).respond_with(answer).mount(&server).await;
    let call = client
        .request(Method::GET, "/v1/products")
        .query("product_id", "prod 123")
        .header("x-trace", "7");
    let answer = call.await.expect("an answer");
    assert_eq!(answer.status(), 200);

    let request = received(&server).await;
    assert_eq!(request.url.path(), "/v1/products");
    assert_eq!(request.url.query(), Some("product_id=prod%20123"));
    assert_eq!(header(&request, "x-trace"), "7");
    assert_eq!(header(&request, "x-api-key"), KEY);
}
