//! The escape hatch.

use bindery_runtime::{ClientBuilder, ErrorKind, Method};
use wiremock::matchers::{body_json, header, method, path, query_param};
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::fixture::{API, Recorder, build, client, failure};

#[tokio::test]
async fn any_request_can_be_made() {
    let server = MockServer::start().await;
    Mock::given(method("PUT"))
        .and(path("/base/v9/things/a%2Fb"))
        .and(query_param("q", "x & y"))
        .and(header("x-api-key", "key-1"))
        .and(header("x-extra", "1"))
        .and(body_json([1]))
        .respond_with(ResponseTemplate::new(207).set_body_string("done"))
        .mount(&server)
        .await;
    let request =
        client(&format!("{}/base/", server.uri())).request(Method::PUT, "/v9/things/a%2Fb");
    let response = request
        .query("q", "x & y")
        .header("x-extra", "1")
        .json(&[1])
        .await
        .expect("an answer");
    assert_eq!(response.status(), 207);
    assert_eq!(*response, "done");
}

#[tokio::test]
async fn pairs_add_up() {
    let recorder = Recorder::default();
    let request = recorder
        .client()
        .request(Method::GET, "/x")
        .query("id", 1)
        .query("id", 2)
        .bytes("a/b", "c");
    request.send().await.expect("an answer");
    let sent = recorder.last();
    assert_eq!(sent.uri(), "https://api.example.com/v1/x?id=1&id=2");
    assert_eq!(sent.headers().get("content-type").expect("a type"), "a/b");
}

#[tokio::test]
async fn the_first_scheme_with_a_credential_is_used_unless_its_header_is_set() {
    let recorder = Recorder::default();
    let builder = ClientBuilder::new(&API).transport(recorder.clone());
    let client = build(
        builder
            .clone()
            .credential("token", "t")
            .basic_credential("login", "u", "p"),
    );
    client.request(Method::GET, "/").await.expect("an answer");
    assert_eq!(
        recorder
            .last()
            .headers()
            .get("authorization")
            .expect("a token"),
        "Bearer t"
    );
    client
        .request(Method::GET, "/")
        .header("authorization", "Own x")
        .await
        .expect("an answer");
    assert_eq!(
        recorder
            .last()
            .headers()
            .get("authorization")
            .expect("a token"),
        "Own x"
    );
    build(builder)
        .request(Method::GET, "/")
        .await
        .expect("an answer");
    assert_eq!(recorder.last().headers().get("authorization"), None);
}

#[tokio::test]
async fn a_status_that_is_no_success_is_an_error() {
    let server = MockServer::start().await;
    let error = failure(
        client(&server.uri())
            .request(Method::GET, "/missing/id-7")
            .await,
    );
    assert_eq!(error.kind(), ErrorKind::Status);
    assert_eq!(
        error.to_string(),
        "GET request: the server answered 404 Not Found"
    );
    assert_eq!(error.operation(), None);
}

#[tokio::test]
async fn a_path_cannot_lead_elsewhere() {
    let table = [
        ("@evil.example/", "must start with `/`"),
        ("https://evil.example/", "must start with `/`"),
        ("", "must start with `/`"),
        ("/a/../b", "`.` or `..`"),
        ("/a/%2E%2e", "`.` or `..`"),
        ("/a/.", "`.` or `..`"),
        ("/a\\..\\b", "backslash"),
        ("/a?b=1", "use `query`"),
        ("/a#b", "use `query`"),
        ("/a b", "must be percent-encoded"),
        ("/a\r\nb", "must be percent-encoded"),
    ];
    for (path, reason) in table {
        let recorder = Recorder::default();
        let error = failure(recorder.client().request(Method::GET, path).await);
        assert_eq!(error.kind(), ErrorKind::Build);
        assert!(error.to_string().contains(reason), "{path}: {error}");
    }
}

#[tokio::test]
async fn headers_cannot_be_injected() {
    let table = [("x-a", "1\r\nx-b: 2"), ("x-a: 1\r\nx-b", "2"), ("", "2")];
    for (name, value) in table {
        let request = Recorder::default()
            .client()
            .request(Method::GET, "/")
            .header(name, value);
        assert_eq!(failure(request.await).kind(), ErrorKind::Build);
    }
}
