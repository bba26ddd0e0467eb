//! Where credentials go, on the wire.

use bindery_runtime::{Call, Client, ClientBuilder, ErrorKind, Operation, Parameter};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

use super::fixture::{ANYTHING, API, build, failure, get};

static OPTIONAL: Operation = get(&[&[], &["header_key"]]);
static EITHER: Operation = get(&[
    &["header_key", "token"],
    &["query_key"],
    &["cookie_key"],
    &["token"],
    &["login"],
]);
static NONE: Operation = get(&[]);

async fn server() -> MockServer {
    let server = MockServer::start().await;
    Mock::given(any())
        .respond_with(ResponseTemplate::new(204))
        .mount(&server)
        .await;
    server
}

/// The request that a call of `operation` becomes.
async fn sent(server: &MockServer, client: &Client, operation: &'static Operation) -> Request {
    Call::new(client, operation, ANYTHING)
        .send()
        .await
        .expect("an answer");
    server
        .received_requests()
        .await
        .and_then(|mut requests| requests.pop())
        .expect("a request")
}

fn all(request: &Request) -> String {
    let header = |name: &str| {
        request
            .headers
            .get(name)
            .map_or("-", |value| value.to_str().expect("ASCII"))
    };
    let query = request.url.query().unwrap_or("-");
    format!(
        "{} {} {} {query}",
        header("x-api-key"),
        header("authorization"),
        header("cookie")
    )
}

#[tokio::test]
async fn the_first_alternative_that_is_complete_is_used() {
    let server = server().await;
    let builder = || ClientBuilder::new(&API).base_url(server.uri());
    let table = [
        (
            builder()
                .credential("header_key", "k")
                .credential("token", "t"),
            "k Bearer t - -",
        ),
        (
            builder()
                .credential("header_key", "k")
                .credential("query_key", "a&b"),
            "- - - api%20key=a%26b",
        ),
        (builder().credential("cookie_key", "c"), "- - session=c -"),
        (builder().credential("token", "t"), "- Bearer t - -"),
        (
            builder().basic_credential("login", "Aladdin", "open sesame"),
            "- Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ== - -",
        ),
    ];
    for (builder, expected) in table {
        let request = sent(&server, &build(builder), &EITHER).await;
        assert_eq!(all(&request), expected);
    }
}

#[tokio::test]
async fn an_operation_without_security_gets_nothing() {
    let server = server().await;
    let client = build(
        ClientBuilder::new(&API)
            .base_url(server.uri())
            .credential("header_key", "k"),
    );
    assert_eq!(all(&sent(&server, &client, &NONE).await), "- - - -");
}

#[tokio::test]
async fn optional_credentials_are_used_where_there_are_some() {
    let server = server().await;
    let builder = ClientBuilder::new(&API).base_url(server.uri());
    assert_eq!(
        all(&sent(&server, &build(builder.clone()), &OPTIONAL).await),
        "- - - -"
    );
    let client = build(builder.credential("header_key", "k"));
    assert_eq!(all(&sent(&server, &client, &OPTIONAL).await), "k - - -");
}

#[tokio::test]
async fn a_cookie_key_joins_the_other_cookies_of_the_call() {
    let server = server().await;
    let client = build(
        ClientBuilder::new(&API)
            .base_url(server.uri())
            .credential("cookie_key", "c"),
    );
    for (name, sent) in [
        ("theme", "theme=dark; session=c"),
        ("session", "session=dark"),
    ] {
        let call =
            Call::new(&client, &EITHER, ANYTHING).parameter(&Parameter::cookie(name), "dark");
        call.send().await.expect("an answer");
        let requests = server.received_requests().await.expect("recorded");
        let last = requests.last().expect("a request");
        assert_eq!(last.headers.get("cookie").expect("a cookie"), sent);
    }
}

#[tokio::test]
async fn missing_credentials_are_an_error_that_says_what_would_do() {
    static BOTH: Operation = get(&[&["header_key", "token"], &["login"]]);
    let server = server().await;
    let client = build(
        ClientBuilder::new(&API)
            .base_url(server.uri())
            .credential("header_key", "k"),
    );
    let error = failure(Call::new(&client, &BOTH, ANYTHING).send().await);
    assert_eq!(error.kind(), ErrorKind::Build);
    let variable = "(`BINDERY_TEST_CREDENTIAL` in the environment)";
    let expected = format!(
        "get_order (GET /order): there are no credentials for this call; give the client's builder \
         `header_key` {variable} and `token` {variable}, or `login` {variable}"
    );
    assert_eq!(error.to_string(), expected);
    assert!(
        server
            .received_requests()
            .await
            .expect("recorded")
            .is_empty()
    );
}
