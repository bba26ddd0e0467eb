//! Answers that are documented, and answers that are not.

use checkout_apis::runtime::{Error, ErrorKind};
use checkout_apis::{creem, meteroid, polar};
use wiremock::{Mock, MockServer, ResponseTemplate, matchers::any};

use super::{payload, request, start};

/// The answer of a server to one call.
async fn create(answer: ResponseTemplate) -> Result<creem::Checkout, Error> {
    let (server, client) = start().await;
    Mock::given(any()).respond_with(answer).mount(&server).await;
    client.checkouts().create(request()).await
}

#[tokio::test]
async fn status_and_headers_stand_beside_the_value() {
    let (server, client) = start().await;
    let answer = ResponseTemplate::new(200)
        .set_body_json(payload("creem/checkout_created.json"))
        .insert_header("x-trace", "abc");
    Mock::given(any()).respond_with(answer).mount(&server).await;
    let response = client
        .checkouts()
        .create(request())
        .with_response()
        .await
        .expect("a checkout");
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["x-trace"], "abc");
    assert!(
        response.checkout_url.starts_with("https://"),
        "{}",
        response.checkout_url
    );
    assert_eq!(response.success_url, None);
}

#[tokio::test]
async fn a_documented_error_of_creem_is_typed() {
    let body = payload("creem/error_bad_request.json");
    let error = create(ResponseTemplate::new(400).set_body_json(&body))
        .await
        .expect_err("an error");
    assert_eq!(error.kind(), ErrorKind::Status);
    assert_eq!(error.status().map(|status| status.as_u16()), Some(400));
    let typed = error.body::<creem::ErrorResponse>().expect("a typed body");
    assert_eq!(serde_json::to_value(typed).expect("JSON"), body);
    assert_eq!(error.raw_body(), Some(body.to_string().as_bytes()));
}

#[tokio::test]
async fn a_documented_error_of_meteroid_is_typed() {
    let server = MockServer::start().await;
    let answer =
        ResponseTemplate::new(401).set_body_json(payload("meteroid/error_unauthorized.json"));
    Mock::given(any()).respond_with(answer).mount(&server).await;
    let client = meteroid::Client::builder()
        .api_key("secret-token")
        .base_url(server.uri())
        .build();
    let body = payload("meteroid/create_checkout_session_request_minimal.json");
    let body: meteroid::CreateCheckoutSessionRequest =
        serde_json::from_value(body).expect("a request");
    let result = client
        .expect("a client")
        .checkout_sessions()
        .create(body)
        .await;
    let error = result.expect_err("an error");
    assert!(
        error.body::<meteroid::ErrorResponse>().is_some(),
        "{error:?}"
    );
    assert!(!format!("{error} {error:?}").contains("secret-token"));
}

#[tokio::test]
async fn a_documented_error_that_is_text_is_a_string() {
    let server = MockServer::start().await;
    let answer = ResponseTemplate::new(415).set_body_string("Expected request with JSON");
    Mock::given(any()).respond_with(answer).mount(&server).await;
    let client = meteroid::Client::builder()
        .api_key("secret-token")
        .base_url(server.uri())
        .build()
        .expect("a client");
    let body = payload("meteroid/create_checkout_session_request_minimal.json");
    let body: meteroid::CreateCheckoutSessionRequest =
        serde_json::from_value(body).expect("a request");
    let error = client.checkout_sessions().create(body).await;
    let error = error.expect_err("an error");
    let text = error.body::<String>().map(String::as_str);
    assert_eq!(text, Some("Expected request with JSON"), "{error:?}");
}

#[tokio::test]
async fn each_documented_status_of_polar_has_its_own_type() {
    let server = MockServer::start().await;
    let answer = ResponseTemplate::new(422).set_body_json(payload("polar/error_validation.json"));
    Mock::given(any()).respond_with(answer).mount(&server).await;
    let client = polar::Client::builder()
        .access_token("polar_oat_x")
        .base_url(server.uri())
        .build();
    let error = client
        .expect("a client")
        .checkouts()
        .list()
        .await
        .expect_err("an error");
    assert!(error.body::<polar::ErrorResponse>().is_none());
    assert!(
        error.body::<polar::ValidationErrorResponse>().is_some(),
        "{error:?}"
    );
}

#[tokio::test]
async fn an_error_page_of_a_proxy_is_kept_as_it_is() {
    let page = "<html><body>Bad gateway</body></html>";
    let error = create(ResponseTemplate::new(502).set_body_raw(page, "text/html"))
        .await
        .expect_err("an error");
    assert_eq!(error.kind(), ErrorKind::Status);
    assert_eq!(error.raw_body(), Some(page.as_bytes()));
    assert!(error.body::<creem::ErrorResponse>().is_none());
}

#[tokio::test]
async fn a_success_that_is_a_page_is_an_error_with_the_page() {
    let page = "<html><body>Sign in</body></html>";
    let error = create(ResponseTemplate::new(200).set_body_raw(page, "text/html"))
        .await
        .expect_err("an error");
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.status().map(|status| status.as_u16()), Some(200));
    assert_eq!(error.raw_body(), Some(page.as_bytes()));
}

#[tokio::test]
async fn an_empty_success_is_an_error() {
    let error = create(ResponseTemplate::new(200))
        .await
        .expect_err("an error");
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.raw_body(), Some(&b""[..]));
}

#[tokio::test]
async fn json_that_ends_early_is_an_error_with_the_body() {
    let text = payload("creem/checkout.json").to_string();
    let (start, _) = text.split_at(text.len() / 2);
    let error = create(ResponseTemplate::new(200).set_body_raw(start, "application/json")).await;
    let error = error.expect_err("an error");
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert_eq!(error.raw_body(), Some(start.as_bytes()));
}

#[tokio::test]
async fn a_value_of_the_wrong_type_is_named_by_its_place() {
    let mut body = payload("creem/checkout_created.json");
    body["units"] = "two".into();
    let error = create(ResponseTemplate::new(200).set_body_json(body))
        .await
        .expect_err("an error");
    assert_eq!(error.kind(), ErrorKind::Decode);
    assert!(error.to_string().contains("units"), "{error}");
}
