//! Known secrets are sent along every path, and all output is searched for them.

use std::error::Error as StdError;
use std::fmt::Write;

use bindery_runtime::{
    BoxError, BoxFuture, Call, Client, ClientBuilder, Credential, Error, ErrorCase, Method,
    Operation, Parameter, Retries, Secret, Statuses, TokenProvider,
};
use serde_json::json;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::fixture::{API, ORDER, Problem, build, failure};

const SECRET: &str = "hunter2";

static ALL: Operation = Operation {
    id: "all",
    method: Method::POST,
    path: "/orders/{id}",
    security: &[&["header_key", "query_key", "cookie_key", "login"]],
    errors: &[ErrorCase::json::<Problem>(Statuses::Default)],
};

fn builder(base_url: &str) -> ClientBuilder {
    ClientBuilder::new(&API)
        .retries(Retries::NONE)
        .base_url(base_url)
        .credential("header_key", SECRET)
        .credential("query_key", SECRET)
        .credential("cookie_key", SECRET)
        .credential("token", SECRET)
        .basic_credential("login", SECRET, SECRET)
}

fn call(client: &Client) -> Call<super::fixture::Order> {
    Call::new(client, &ALL, ORDER)
        .parameter(&Parameter::path("id"), SECRET)
        .parameter(&Parameter::query("q"), SECRET)
        .parameter(&Parameter::header("h"), SECRET)
        .parameter(&Parameter::cookie("c"), SECRET)
        .json_body("application/json", &json!({ "password": SECRET }))
}

fn raw(client: &Client) -> bindery_runtime::RawCall {
    let path = format!("/orders/{SECRET}");
    client
        .request(Method::POST, &path)
        .query("q", SECRET)
        .header("h", SECRET)
        .json(&SECRET)
}

/// Everything that an error says.
fn output(error: &Error) -> String {
    let mut text = format!("{error} {error:?} {error:#?}");
    let mut cause = error.source();
    while let Some(error) = cause {
        write!(text, " {error} {error:?}").expect("writing to a string");
        cause = error.source();
    }
    text
}

fn check(text: &str) {
    // In Base64, too: the credentials of HTTP Basic.
    assert!(
        !text.contains(SECRET) && !text.contains("aHVudGVyMg") && !text.contains("aHVudGVyMjpo"),
        "{text}"
    );
}

#[tokio::test]
async fn nothing_shows_them_before_a_call_is_sent() {
    let builder = builder("https://api.example.com");
    check(&format!("{builder:?} {builder:#?}"));
    let client = build(builder);
    check(&format!(
        "{client:?} {:?} {:?}",
        call(&client),
        raw(&client)
    ));
    let names = format!("{client:?}");
    assert!(
        ["header_key", "query_key", "cookie_key", "token", "login"]
            .iter()
            .all(|name| names.contains(name))
    );
}

#[tokio::test]
async fn no_error_shows_them() {
    let echo = json!({ "id": SECRET, "title": SECRET, "lines": SECRET });
    let location = format!("https://{API_HOST}/{SECRET}?key={SECRET}");
    let templates = [
        ResponseTemplate::new(200).set_body_json(&echo),
        ResponseTemplate::new(200).set_body_string(SECRET),
        ResponseTemplate::new(401).set_body_json(&echo),
        ResponseTemplate::new(404).set_body_string(SECRET),
        ResponseTemplate::new(307)
            .insert_header("location", location)
            .insert_header("set-cookie", SECRET),
    ];
    for template in templates {
        let server = MockServer::start().await;
        Mock::given(any())
            .respond_with(template)
            .mount(&server)
            .await;
        let client = build(builder(&server.uri()));
        check(&output(&failure(call(&client).send().await)));
        if let Err(error) = raw(&client).send().await {
            check(&output(&error));
        }
    }
}

const API_HOST: &str = "other.example";

#[tokio::test]
async fn no_error_without_an_answer_shows_them() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let client = build(builder(&address).timeout(std::time::Duration::from_millis(50)));
    check(&output(&failure(call(&client).send().await)));
    drop(listener);
    check(&output(&failure(call(&client).send().await)));
    check(&output(&failure(raw(&client).send().await)));
}

#[tokio::test]
async fn nothing_that_cannot_be_sent_is_shown() {
    let client = build(builder("https://api.example.com"));
    let bad = format!("{SECRET}\r\n");
    let list = [format!("{SECRET},{SECRET}")];
    let calls = [
        call(&client).parameter(&Parameter::header("h"), &bad),
        call(&client).parameter(&Parameter::header("h"), &list),
        call(&client).parameter(&Parameter::query("q"), &json!([[SECRET]])),
    ];
    for call in calls {
        check(&output(&failure(call.send().await)));
    }
    check(&output(&failure(
        client
            .request(Method::GET, &format!("/{SECRET} "))
            .send()
            .await,
    )));
    check(&output(&failure(
        client
            .request(Method::GET, "/")
            .header("h", &bad)
            .send()
            .await,
    )));
}

/// Gives tokens of which the second one cannot be sent.
struct Tokens;

impl TokenProvider for Tokens {
    fn token<'a>(&'a self, refused: Option<&'a Secret>) -> BoxFuture<'a, Result<Secret, BoxError>> {
        check(&format!("{refused:?}"));
        let end = if refused.is_some() { "\n" } else { "" };
        Box::pin(async move { Ok(format!("{SECRET}{end}").into()) })
    }
}

#[tokio::test]
async fn tokens_of_a_provider_are_not_shown() {
    static WITH_TOKEN: Operation = super::fixture::get(&[&["token"]]);
    let server = MockServer::start().await;
    let refusal = ResponseTemplate::new(401).set_body_string(SECRET);
    Mock::given(any())
        .respond_with(refusal)
        .mount(&server)
        .await;
    let builder = builder(&server.uri()).credential("token", Tokens);
    check(&format!("{builder:?} {:?}", Credential::from(Tokens)));
    check(&format!("{:?}", Credential::from(SECRET)));
    let client = build(builder);
    let call = || Call::new(&client, &WITH_TOKEN, ORDER);
    // The first call gets the first token, and none that can be sent once that is refused.
    check(&output(&failure(call().send().await)));
    check(&format!("{client:?} {:?}", call()));
    let sent = server.received_requests().await.expect("recorded");
    assert_eq!(sent[0].headers["authorization"], format!("Bearer {SECRET}"));
}

#[tokio::test]
async fn a_response_does_not_show_what_it_sets() {
    let server = MockServer::start().await;
    let template = ResponseTemplate::new(200)
        .insert_header("set-cookie", SECRET)
        .set_body_json(json!({ "id": "o1", "lines": [] }));
    Mock::given(any())
        .respond_with(template)
        .mount(&server)
        .await;
    let response = call(&build(builder(&server.uri())))
        .with_response()
        .await
        .expect("an order");
    check(&format!("{response:?}"));
}

#[tokio::test]
async fn a_transport_sees_credentials_marked_as_sensitive() {
    let recorder = super::fixture::Recorder::default();
    let client = build(builder("https://api.example.com").transport(recorder.clone()));
    let _ = call(&client)
        .parameter(&Parameter::header("h"), "harmless")
        .send()
        .await;
    let sent = recorder.last();
    let headers = sent.headers();
    assert!(
        ["x-api-key", "authorization", "cookie"]
            .iter()
            .all(|name| headers[*name].is_sensitive())
    );
    check(&format!("{headers:?}"));
}
