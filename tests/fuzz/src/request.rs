//! What writes requests.

use std::collections::BTreeMap;

use crate::answer::Still;
use arbitrary::{Arbitrary, Unstructured};
use bindery_runtime::{
    Api, BoxFuture, Bytes, Call, CallOptions, Case, Client, ClientBuilder, Limits, Method,
    Operation, Parameter, Statuses, Style, Transport, TransportError,
};
use http::{Request, Response};
use percent_encoding::percent_decode_str;
use serde_json::{Value, json};

static API: Api = Api {
    name: "fuzz",
    base_url: "https://api.example.com/v1",
    base_url_variable: "BINDERY_FUZZ_BASE_URL",
    schemes: &[],
    environments: &[],
    user_agent: "fuzz",
};

static OPERATION: Operation = Operation {
    id: "fuzz",
    method: Method::POST,
    path: "/before/{value}/after",
    security: &[],
    errors: &[],
};

static ANYTHING: &[Case<Bytes>] = &[Case::bytes(Statuses::Class(2))];

const PATH_STYLES: [Style; 3] = [Style::Simple, Style::Label, Style::Matrix];
const QUERY_STYLES: [Style; 4] = [
    Style::Form,
    Style::SpaceDelimited,
    Style::PipeDelimited,
    Style::DeepObject,
];

/// What is written into a request.
#[derive(Arbitrary, Debug)]
struct Values {
    path: Shape,
    query: Shape,
    text: String,
    style: usize,
    explode: bool,
    allow_reserved: bool,
}

/// The value of a parameter (OpenAPI 3.0.3, "Style Examples").
#[derive(Arbitrary, Debug)]
enum Shape {
    Text(String),
    List(Vec<String>),
    Pairs(BTreeMap<String, String>),
}

impl Shape {
    fn value(&self) -> Value {
        match self {
            Self::Text(text) => json!(text),
            Self::List(items) => json!(items),
            Self::Pairs(pairs) => json!(pairs),
        }
    }
}

/// Writes values into every part of a request.
///
/// # Panics
///
/// If a value leaves its part: ends a segment of the path, a pair of the query, or the query.
pub fn request(bytes: &[u8]) {
    let Ok(values) = Values::arbitrary(&mut Unstructured::new(bytes)) else {
        return;
    };
    let client = ClientBuilder::new(&API)
        .clock(Still)
        .transport(Nowhere)
        .build();
    let Ok(request) = call(&client.expect("a client"), &values).build() else {
        return;
    };
    let path: Vec<_> = request.uri().path().split('/').collect();
    assert!(
        matches!(path[..], ["", "v1", "before", value, "after"] if !matches!(value, "" | "." | "..")),
        "{path:?} of {values:?}"
    );
    let query = request.uri().query().unwrap_or_default();
    let texts = query
        .split('&')
        .filter_map(|pair| pair.strip_prefix("text="));
    let texts: Vec<_> = texts.collect();
    let [text] = texts[..] else {
        panic!("{query} of {values:?}");
    };
    let decoded = percent_decode_str(text).decode_utf8();
    assert_eq!(decoded.as_deref(), Ok(values.text.as_str()), "{query}");
}

fn call(client: &Client, values: &Values) -> Call<Bytes> {
    let style = |styles: &[Style]| styles[values.style % styles.len()];
    let path = Parameter::path("value").style(style(&PATH_STYLES));
    let mut query = Parameter::query("query").style(style(&QUERY_STYLES));
    if values.allow_reserved {
        query = query.allow_reserved();
    }
    Call::new(client, &OPERATION, ANYTHING)
        .parameter(&path.explode(values.explode), &values.path.value())
        .parameter(&query.explode(values.explode), &values.query.value())
        .parameter(&Parameter::query("text"), &values.text)
        .parameter(
            &Parameter::header("x-list").explode(values.explode),
            &values.query.value(),
        )
        .parameter(&Parameter::cookie("text"), &values.text)
}

/// Sends nothing.
struct Nowhere;

impl Transport for Nowhere {
    fn send(
        &self,
        _: Request<Bytes>,
        _: Limits,
    ) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>> {
        Box::pin(std::future::pending())
    }
}
