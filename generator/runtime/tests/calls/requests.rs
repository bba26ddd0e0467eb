//! What a request is made of besides its parameters.

use bindery_runtime::{Call, Case, ErrorCase, Method, Operation, Parameter, Statuses, Style};
use serde_json::json;

use super::fixture::{ANYTHING, Invalid, PUBLIC, Recorder, create, failure};

#[tokio::test]
async fn a_call_becomes_a_request() {
    let recorder = Recorder::default();
    // The recorder's answer is no order; what was sent is of interest here.
    let _ = create(&recorder.client()).send().await;
    let request = recorder.last();
    assert_eq!(request.method(), Method::POST);
    assert_eq!(
        request.uri(),
        "https://api.example.com/v1/shops/north/orders/"
    );
    let header = |name: &str| {
        request
            .headers()
            .get(name)
            .expect(name)
            .to_str()
            .expect("ASCII")
    };
    assert_eq!(header("x-api-key"), "key-1");
    assert_eq!(header("content-type"), "application/json");
    assert_eq!(
        header("accept"),
        "application/json, application/problem+json"
    );
    assert_eq!(header("user-agent"), "shop-client/1.2.3");
    assert_eq!(request.body(), r#"{"units":1}"#);
}

#[tokio::test]
async fn a_path_parameter_without_a_value_is_reported() {
    static OPERATION: Operation = Operation {
        id: "one",
        method: Method::GET,
        path: "/orders/{id}",
        security: &[],
        errors: &[],
    };
    let recorder = Recorder::default();
    let error = failure(
        recorder
            .request(Call::new(&recorder.client(), &OPERATION, ANYTHING))
            .await,
    );
    assert_eq!(
        error.to_string(),
        "one (GET /orders/{id}): the path parameter `id` has no value"
    );
}

#[tokio::test]
async fn each_media_type_is_asked_for_once() {
    static OPERATION: Operation = Operation {
        id: "image",
        method: Method::GET,
        path: "/image",
        security: &[],
        errors: &[ErrorCase::json::<Invalid>(Statuses::Default)],
    };
    static CASES: &[Case<bindery_runtime::Bytes>] = &[
        Case::new(
            Statuses::Exactly(200),
            "image/png",
            bindery_runtime::decode::bytes,
        ),
        Case::new(
            Statuses::Exactly(206),
            "image/png",
            bindery_runtime::decode::bytes,
        ),
    ];
    let recorder = Recorder::default();
    let request = recorder
        .request(Call::new(&recorder.client(), &OPERATION, CASES))
        .await
        .expect("sent");
    assert_eq!(
        request.headers().get("accept").expect("accept"),
        "image/png, application/json"
    );
}

#[tokio::test]
async fn form_bodies_are_pairs() {
    const DEEP: &[Parameter] = &[Parameter::query("deep").style(Style::DeepObject)];
    let table = [
        (json!({ "name": "a b&c" }), "name=a%20b%26c"),
        (json!({ "tags": ["x", 1] }), "tags=x&tags=1"),
        (
            json!({ "address": { "city": "Ulm" } }),
            "address=%7B%22city%22%3A%22Ulm%22%7D",
        ),
        (json!({ "lines": [{ "n": 1 }] }), "lines=%7B%22n%22%3A1%7D"),
        (
            json!({ "deep": { "a": { "b": 1 } } }),
            "deep%5Ba%5D%5Bb%5D=1",
        ),
        (json!({ "none": null, "empty": [] }), ""),
    ];
    let recorder = Recorder::default();
    for (body, expected) in table {
        let call = Call::new(&recorder.client(), &PUBLIC, ANYTHING).form_body(&body, DEEP);
        let request = recorder.request(call).await.expect("sent");
        assert_eq!(request.body(), expected);
        let content_type = request
            .headers()
            .get("content-type")
            .expect("a content type");
        assert_eq!(content_type, "application/x-www-form-urlencoded");
    }
}

#[tokio::test]
async fn a_form_body_must_be_an_object() {
    let recorder = Recorder::default();
    let call = Call::new(&recorder.client(), &PUBLIC, ANYTHING).form_body(&[1], &[]);
    let error = failure(recorder.request(call).await);
    assert!(
        error
            .to_string()
            .ends_with("cannot be written as a form: it is not an object"),
        "{error}"
    );
}

#[tokio::test]
async fn text_and_bytes_are_sent_as_they_are() {
    let recorder = Recorder::default();
    let call = || Call::new(&recorder.client(), &PUBLIC, ANYTHING);
    let request = recorder
        .request(call().text_body("text/csv", "a,é"))
        .await
        .expect("sent");
    assert_eq!(request.body(), "a,é");
    let request = recorder
        .request(call().bytes_body("image/png", vec![0, 255]))
        .await
        .expect("sent");
    assert_eq!(request.body().as_ref(), [0, 255]);
    assert_eq!(
        request
            .headers()
            .get("content-type")
            .expect("a content type"),
        "image/png"
    );
}

#[test]
fn futures_can_move_between_threads() {
    fn check<T: Send>(_: T) {}
    let client = Recorder::default().client();
    check(create(&client).send());
    check(create(&client).with_response());
    check(client.request(Method::GET, "/").send());
}
