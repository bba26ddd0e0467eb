//! The table `parameters.txt`, and what it cannot say.

use std::collections::BTreeMap;

use bindery_runtime::{Bytes, Call, Case, Method, Operation, Parameter, Statuses, Style, Value};

use super::fixture::{ANYTHING, PUBLIC, Recorder, failure};

static IN_PATH: Operation = Operation {
    id: "in_path",
    method: Method::GET,
    path: "/p/{color}/end",
    security: &[],
    errors: &[],
};

#[tokio::test]
async fn values_are_written_as_the_table_says() {
    let mut wrong = Vec::new();
    for line in include_str!("parameters.txt").lines() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let (given, expected) = line
            .split_once(" -> ")
            .unwrap_or_else(|| panic!("no arrow in {line}"));
        let mut words = given.splitn(4, ' ');
        let mut word = || {
            words
                .next()
                .unwrap_or_else(|| panic!("too few words in {line}"))
        };
        let (location, parameter) = parameter(word(), word(), word());
        let value: Value =
            serde_json::from_str(word()).unwrap_or_else(|error| panic!("{line}: {error}"));
        let actual = written(location, &parameter, &value).await;
        if actual != expected && !(expected.starts_with("refused:") && actual.starts_with(expected))
        {
            wrong.push(format!("{line}\n    but was {actual}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn parameter(location: &str, style: &str, options: &str) -> (&'static str, Parameter) {
    let (location, parameter) = match location {
        "path" => ("path", Parameter::path("color")),
        "query" => ("query", Parameter::query("color")),
        "header" => ("header", Parameter::header("color")),
        "cookie" => ("cookie", Parameter::cookie("color")),
        other => panic!("no location {other}"),
    };
    let style = match style {
        "simple" => Style::Simple,
        "label" => Style::Label,
        "matrix" => Style::Matrix,
        "form" => Style::Form,
        "space" => Style::SpaceDelimited,
        "pipe" => Style::PipeDelimited,
        "deep" => Style::DeepObject,
        other => panic!("no style {other}"),
    };
    let apply = |parameter: Parameter, option: &str| match option {
        "-" => parameter,
        "explode" => parameter.explode(true),
        "joined" => parameter.explode(false),
        "reserved" => parameter.allow_reserved(),
        "json" => parameter.content("application/json"),
        other => panic!("no option {other}"),
    };
    (
        location,
        options.split(',').fold(parameter.style(style), apply),
    )
}

/// What becomes of `value` at its place in a request.
async fn written(location: &str, parameter: &Parameter, value: &Value) -> String {
    let recorder = Recorder::default();
    let operation = if location == "path" {
        &IN_PATH
    } else {
        &PUBLIC
    };
    let call = Call::new(&recorder.client(), operation, ANYTHING).parameter(parameter, value);
    let request = match recorder.request(call).await {
        Ok(request) => request,
        Err(error) => {
            let message = error.to_string();
            let (_, reason) = message.split_once("): ").unwrap_or_default();
            return format!("refused: {reason}");
        }
    };
    let header = |name: &str| {
        request
            .headers()
            .get(name)
            .map(|value| value.to_str().expect("ASCII"))
    };
    let found = match location {
        "path" => request
            .uri()
            .path()
            .strip_prefix("/v1/p/")
            .and_then(|rest| rest.strip_suffix("/end")),
        "query" => request.uri().query(),
        "header" => header("color"),
        _ => header("cookie"),
    };
    found.unwrap_or("nothing").to_owned()
}

#[tokio::test]
async fn a_parameter_that_is_set_twice_has_its_last_value_at_its_first_place() {
    let recorder = Recorder::default();
    let (limit, page) = (Parameter::query("limit"), Parameter::query("page"));
    let call = || {
        Call::new(&recorder.client(), &PUBLIC, ANYTHING)
            .parameter(&limit, &1)
            .parameter(&page, &2)
    };
    let request = recorder
        .request(call().parameter(&limit, &[3, 4]))
        .await
        .expect("sent");
    assert_eq!(request.uri().query(), Some("limit=3&limit=4&page=2"));
    let request = recorder
        .request(call().parameter(&limit, &None::<i64>))
        .await
        .expect("sent");
    assert_eq!(request.uri().query(), Some("page=2"));
}

#[tokio::test]
async fn cookies_share_one_header() {
    let recorder = Recorder::default();
    let call = Call::new(&recorder.client(), &PUBLIC, ANYTHING)
        .parameter(&Parameter::cookie("a"), "1")
        .parameter(&Parameter::cookie("b"), "2");
    let request = recorder.request(call).await.expect("sent");
    assert_eq!(
        request.headers().get("cookie").expect("a cookie"),
        "a=1; b=2"
    );
}

#[tokio::test]
async fn a_fixed_query_of_the_template_is_kept() {
    static OPERATION: Operation = Operation {
        id: "fixed",
        method: Method::GET,
        path: "/rpc?method=list",
        security: &[],
        errors: &[],
    };
    let recorder = Recorder::default();
    let call = Call::new(&recorder.client(), &OPERATION, ANYTHING)
        .parameter(&Parameter::query("page"), &2);
    let request = recorder.request(call).await.expect("sent");
    assert_eq!(
        request.uri(),
        "https://api.example.com/v1/rpc?method=list&page=2"
    );
}

#[tokio::test]
async fn values_that_meet_in_one_segment_cannot_make_it_a_dot_segment() {
    static OPERATION: Operation = Operation {
        id: "meet",
        method: Method::GET,
        path: "/{a}{b}/x",
        security: &[],
        errors: &[],
    };
    let recorder = Recorder::default();
    let call = Call::new(&recorder.client(), &OPERATION, ANYTHING)
        .parameter(&Parameter::path("a"), ".")
        .parameter(&Parameter::path("b"), ".");
    let error = failure(recorder.request(call).await);
    assert!(error.to_string().contains("`.` or `..`"), "{error}");
}

#[tokio::test]
async fn what_serde_cannot_write_is_reported_when_the_call_is_sent() {
    static CASES: &[Case<Bytes>] = &[Case::bytes(Statuses::Default)];
    let recorder = Recorder::default();
    let unwritable = BTreeMap::from([(vec![1], 2)]);
    let call = Call::new(&recorder.client(), &PUBLIC, CASES)
        .parameter(&Parameter::query("q"), &unwritable);
    let error = failure(recorder.request(call).await);
    assert_eq!(
        error.to_string(),
        "get_order (GET /order): the parameter `q` cannot be written: key must be a string"
    );
}
