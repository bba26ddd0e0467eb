//! From answers to results, over HTTP.

use bindery_runtime::{Call, Case, ErrorKind, Method, Operation, Statuses, Value, decode};
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

use super::fixture::{Invalid, Line, ORDER, Order, PUBLIC, Problem, client, create, failure};

async fn answering(template: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(any())
        .respond_with(template)
        .mount(&server)
        .await;
    server
}

fn json(status: u16, body: &str) -> ResponseTemplate {
    ResponseTemplate::new(status).set_body_raw(body, "application/json")
}

/// The error of the call that creates an order.
async fn refused(template: ResponseTemplate) -> bindery_runtime::Error {
    let server = answering(template).await;
    failure(create(&client(&server.uri())).send().await)
}

#[tokio::test]
async fn a_success_is_a_value_with_its_answer_next_to_it() {
    let template =
        json(201, r#"{"id":"o1","lines":[{"amount":5}]}"#).insert_header("x-request-id", "r1");
    let server = answering(template).await;
    let response = create(&client(&server.uri()))
        .with_response()
        .await
        .expect("an order");
    assert_eq!(response.status(), 201);
    assert_eq!(
        response.headers().get("content-type").expect("a type"),
        "application/json"
    );
    assert_eq!(response.request_id(), Some("r1"));
    assert_eq!(response.id, "o1");
    assert_eq!(
        response.into_inner(),
        Order {
            id: "o1".to_owned(),
            lines: vec![Line { amount: 5 }]
        }
    );
}

#[tokio::test]
async fn a_success_that_is_not_listed_is_read_like_the_first() {
    let server = answering(json(202, r#"{"id":"o1","lines":[]}"#)).await;
    let order = create(&client(&server.uri()))
        .send()
        .await
        .expect("an order");
    assert_eq!(order.id, "o1");
}

#[tokio::test]
async fn the_body_of_an_error_has_the_type_of_its_status() {
    let invalid = refused(json(422, r#"{"fields":["units"]}"#)).await;
    assert_eq!(invalid.kind(), ErrorKind::Status);
    assert_eq!(invalid.status().expect("a status"), 422);
    assert_eq!(
        invalid.body::<Invalid>(),
        Some(&Invalid {
            fields: vec!["units".to_owned()]
        })
    );
    assert_eq!(invalid.body::<Problem>(), None);

    let class = refused(json(404, r#"{"title":"gone"}"#)).await;
    assert_eq!(
        class.body::<Problem>(),
        Some(&Problem {
            title: "gone".to_owned()
        })
    );

    let other =
        refused(ResponseTemplate::new(503).set_body_raw("[1]", "application/problem+json")).await;
    assert_eq!(other.body::<Value>(), Some(&serde_json::json!([1])));
}

#[tokio::test]
async fn the_body_of_an_error_is_kept_whatever_it_is() {
    let table = [
        (502, "<html>Bad gateway</html>", "text/html"),
        (500, "", "text/plain"),
        (422, r#"{"fields":["uni"#, "application/json"),
        (422, r#"{"other":true}"#, "application/json"),
        (400, "not JSON", "application/json"),
    ];
    for (status, body, media_type) in table {
        let error = refused(ResponseTemplate::new(status).set_body_raw(body, media_type)).await;
        assert_eq!(error.kind(), ErrorKind::Status);
        assert_eq!(error.status().expect("a status"), status);
        assert_eq!(
            error
                .headers()
                .and_then(|headers| headers.get("content-type"))
                .expect("a type"),
            media_type
        );
        assert_eq!(error.raw_body(), Some(body.as_bytes()));
        assert!(error.body::<Invalid>().is_none() && error.body::<Problem>().is_none());
    }
}

#[tokio::test]
async fn a_success_that_cannot_be_read_says_where_and_keeps_the_answer() {
    let table = [
        (
            r#"{"id":"o1","lines":[{"amount":5},{"amount":"secret"}]}"#,
            "lines[1].amount: expected i64, found a string",
        ),
        (
            r#"{"id":null,"lines":[]}"#,
            "id: expected a string, found null",
        ),
        (
            r#"{"id":"o1","lines":{}}"#,
            "lines: expected a sequence, found an object",
        ),
        (r#"{"id":"o1"}"#, "missing field `lines`"),
        ("7", "expected struct Order, found an integer"),
        ("", "expected JSON, found an empty body"),
        (
            r#"{"id":"o1","li"#,
            "expected JSON: EOF while parsing a string at line 1 column 14",
        ),
        ("<html>", "expected JSON: expected value at line 1 column 1"),
    ];
    for (body, reason) in table {
        let error = refused(json(200, body)).await;
        assert_eq!(error.kind(), ErrorKind::Decode);
        assert_eq!(error.status().expect("a status"), 200);
        assert_eq!(error.raw_body(), Some(body.as_bytes()));
        let message = error.to_string();
        assert!(message.contains(reason), "{message}");
        assert!(!message.contains("secret"), "{message}");
    }
}

#[tokio::test]
async fn messages_name_the_operation_and_the_request() {
    let template = json(404, "{}").insert_header("request-id", "r2");
    assert_eq!(
        refused(template).await.to_string(),
        "create_order (POST /shops/{shop}/orders/): the server answered 404 Not Found (request id r2)"
    );
    assert_eq!(
        refused(json(401, "{}")).await.to_string(),
        "create_order (POST /shops/{shop}/orders/): the server answered 401 Unauthorized; check the \
         credential `header_key` (`BINDERY_TEST_CREDENTIAL` in the environment)"
    );
}

#[tokio::test]
async fn a_case_is_chosen_by_status_and_media_type() {
    static CASES: &[Case<String>] = &[
        Case::new(Statuses::Default, "*/*", |_| Ok("default".to_owned())),
        Case::new(Statuses::Class(2), "*/*", |_| Ok("2xx".to_owned())),
        Case::new(Statuses::Exactly(200), "application/json", |_| {
            Ok("200 json".to_owned())
        }),
        Case::new(Statuses::Exactly(200), "text/*", |_| {
            Ok("200 text".to_owned())
        }),
        Case::new(Statuses::Exactly(200), "text/csv", decode::text),
        Case::new(Statuses::Exactly(302), "*/*", |_| Ok("302".to_owned())),
    ];
    let table = [
        (200, "application/json; charset=utf-8", "200 json"),
        (200, "TEXT/PLAIN", "200 text"),
        (200, "text/csv", "body"),
        (200, "image/png", "200 json"),
        (203, "text/csv", "2xx"),
        (302, "text/html", "302"),
    ];
    for (status, media_type, expected) in table {
        let server =
            answering(ResponseTemplate::new(status).set_body_raw("body", media_type)).await;
        let call = Call::new(&client(&server.uri()), &PUBLIC, CASES);
        assert_eq!(
            call.send().await.expect("a success"),
            expected,
            "{status} {media_type}"
        );
    }
    let server = answering(ResponseTemplate::new(500)).await;
    let error = failure(
        Call::new(&client(&server.uri()), &PUBLIC, CASES)
            .send()
            .await,
    );
    assert_eq!(error.kind(), ErrorKind::Status);
}

#[tokio::test]
async fn a_body_may_be_left_out_or_ignored() {
    static OPTIONAL: &[Case<Option<Order>>] = &[Case::new(
        Statuses::Class(2),
        "application/json",
        decode::json_or_empty,
    )];
    static EMPTY: &[Case<()>] = &[Case::empty(Statuses::Class(2))];
    static NOTHING: &[Case<()>] = &[];
    let server = answering(ResponseTemplate::new(204)).await;
    let client = client(&server.uri());
    assert_eq!(
        Call::new(&client, &PUBLIC, OPTIONAL)
            .send()
            .await
            .expect("nothing"),
        None
    );
    Call::new(&client, &PUBLIC, EMPTY)
        .send()
        .await
        .expect("nothing");
    let error = failure(Call::new(&client, &PUBLIC, NOTHING).send().await);
    assert_eq!(error.kind(), ErrorKind::Decode);
}

#[tokio::test]
async fn text_must_be_text() {
    static TEXT: &[Case<String>] = &[Case::text(Statuses::Exactly(200))];
    let server = answering(ResponseTemplate::new(200).set_body_raw(vec![0xff], "text/plain")).await;
    let error = failure(
        Call::new(&client(&server.uri()), &PUBLIC, TEXT)
            .send()
            .await,
    );
    assert_eq!(error.raw_body(), Some(&[0xff][..]));
    assert!(error.to_string().contains("expected UTF-8 text"), "{error}");

    static ANY: &[Case<Value>] = &[Case::json(Statuses::Exactly(200))];
    let body = b"{\n\"name\": \"\xff\"}".to_vec();
    let server = answering(ResponseTemplate::new(200).set_body_raw(body, "application/json")).await;
    let error = failure(Call::new(&client(&server.uri()), &PUBLIC, ANY).send().await);
    let problem = "expected JSON: invalid unicode code point at line 2 column 10";
    assert!(error.to_string().contains(problem), "{error}");
}

#[tokio::test]
async fn deep_bodies_do_not_exhaust_the_stack() {
    static ANY: &[Case<Value>] = &[Case::json(Statuses::Exactly(200))];
    static DELETE: Operation = Operation {
        id: "any",
        method: Method::DELETE,
        path: "/any",
        security: &[],
        errors: &[],
    };
    let server = answering(json(200, &"[".repeat(200_000))).await;
    let error = failure(Call::new(&client(&server.uri()), &DELETE, ANY).send().await);
    assert_eq!(error.kind(), ErrorKind::Decode);
    let error = failure(
        Call::new(&client(&server.uri()), &DELETE, ORDER)
            .send()
            .await,
    );
    assert_eq!(error.kind(), ErrorKind::Decode);
}
