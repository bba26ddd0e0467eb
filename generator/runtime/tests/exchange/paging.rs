//! Lists that come in pages.

use bindery_runtime::{
    Call, CallOptions, Case, Client, Error, ErrorKind, Method, NextPage, Operation, PageEnd, Pages,
    Paging, Parameter, Retries, Statuses, Value,
};
use futures_util::{FutureExt, StreamExt, TryStreamExt};
use serde_json::json;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

use super::clock::TestClock;
use super::fixture::{KEY, builder, client, failure};
use super::server::{answering, requests};
use crate::runtime;

static LIST: Operation = Operation {
    id: "list_orders",
    method: Method::GET,
    path: "/orders",
    security: &[&["query_key"]],
    errors: &[],
};

static PAGE: &[Case<Value>] = &[Case::json(Statuses::Exactly(200))];

/// An emitted call of a list.
#[derive(Clone, Debug)]
pub(crate) struct ListOrders {
    call: Call<Value>,
}

impl ListOrders {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            call: Call::new(client, &LIST, PAGE),
        }
    }

    fn page(mut self, page: i64) -> Self {
        self.call = self.call.parameter(&Parameter::query("page"), &page);
        self
    }
}

runtime::call_methods!(ListOrders, Value);
runtime::paging_methods!(ListOrders, Value, Value, BY_NUMBER);

const fn paging(next: NextPage, ends: &'static [PageEnd]) -> Paging<Value, Value> {
    Paging {
        next,
        ends,
        list: &["data", "orders"],
        items: |mut page| serde_json::from_value(page["data"]["orders"].take()).ok(),
    }
}

static BY_NUMBER: Paging<Value, Value> = paging(number(1), &[PageEnd::LastNumber(&["last"])]);
static BY_NUMBER_TO_THE_EMPTY_PAGE: Paging<Value, Value> = paging(number(1), &[]);
static BY_NUMBER_FROM_ZERO: Paging<Value, Value> =
    paging(number(0), &[PageEnd::PageCount(&["pages"])]);
static BY_OFFSET: Paging<Value, Value> = paging(
    NextPage::Offset { parameter: "skip" },
    &[PageEnd::ItemCount(&["total"])],
);
static BY_CURSOR: Paging<Value, Value> = paging(
    NextPage::Cursor {
        parameter: "page[after]",
        at: &["next"],
    },
    &[],
);
static BY_LAST_ITEM: Paging<Value, Value> = paging(
    NextPage::LastItem {
        parameter: "after",
        at: &["id"],
    },
    &[PageEnd::More(&["more"])],
);
static BY_URL: Paging<Value, Value> = paging(NextPage::Url { at: &["next"] }, &[]);
static BY_LINK: Paging<Value, Value> = paging(NextPage::LinkHeader, &[]);

const fn number(first: i64) -> NextPage {
    NextPage::Number {
        parameter: "page",
        first,
    }
}

/// A page of orders, and what is said beside them.
pub(crate) fn page(orders: &[i64], beside: Value) -> ResponseTemplate {
    let orders: Vec<_> = orders.iter().map(|id| json!({ "id": id })).collect();
    let mut body = beside;
    body["data"] = json!({ "orders": orders });
    ResponseTemplate::new(200).set_body_json(body)
}

/// The queries of the requests that have arrived, without the key.
async fn queries(server: &MockServer) -> Vec<String> {
    let requests = requests(server).await;
    let queries = requests.iter().map(|request| {
        let query = request.url.query().unwrap_or_default();
        query
            .replace(&format!("key={KEY}"), "")
            .trim_end_matches('&')
            .to_owned()
    });
    queries.collect()
}

fn list(server: &MockServer) -> ListOrders {
    ListOrders::new(&client(&server.uri(), &TestClock::default())).retries(Retries::NONE)
}

fn pages(server: &MockServer, paging: &'static Paging<Value, Value>) -> Pages<Value, Value> {
    Pages::new(list(server).call, paging)
}

fn ids(orders: &[Value]) -> Vec<i64> {
    orders
        .iter()
        .filter_map(|order| order["id"].as_i64())
        .collect()
}

#[tokio::test]
async fn every_way_leads_to_the_last_page() {
    let link = |next| page(&[1], json!({})).append_header("Link", next);
    let table: [(_, [ResponseTemplate; 3], [&str; 3]); 8] = [
        (
            &BY_NUMBER,
            [1, 2, 3].map(|id| page(&[id], json!({ "last": 3 }))),
            ["", "page=2", "page=3"],
        ),
        (
            &BY_NUMBER_TO_THE_EMPTY_PAGE,
            [&[1, 2][..], &[3], &[]].map(|ids| page(ids, json!({}))),
            ["", "page=2", "page=3"],
        ),
        (
            &BY_NUMBER_FROM_ZERO,
            [1, 2, 3].map(|id| page(&[id], json!({ "pages": 3 }))),
            ["", "page=1", "page=2"],
        ),
        (
            &BY_OFFSET,
            [&[1, 2][..], &[3], &[4]].map(|ids| page(ids, json!({ "total": 4 }))),
            ["", "skip=2", "skip=3"],
        ),
        (
            &BY_CURSOR,
            [json!("a b"), json!(7), json!(null)].map(|next| page(&[], json!({ "next": next }))),
            ["", "page%5Bafter%5D=a%20b", "page%5Bafter%5D=7"],
        ),
        (
            &BY_LAST_ITEM,
            [(2, true), (4, true), (6, false)]
                .map(|(id, more)| page(&[0, id], json!({ "more": more }))),
            ["", "after=2", "after=4"],
        ),
        (
            &BY_URL,
            [json!("/orders?b=1"), json!("?c=2#d"), json!("")]
                .map(|next| page(&[], json!({ "next": next }))),
            ["", "b=1", "c=2"],
        ),
        (
            &BY_LINK,
            [
                link("</orders?n=2>; rel=next"),
                page(&[2], json!({})).append_header("Link", "<?n=3>; rel=next"),
                page(&[3], json!({})),
            ],
            ["", "n=2", "n=3"],
        ),
    ];
    for (paging, answers, expected) in table {
        let server = answering(answers).await;
        let pages: Vec<Value> = pages(&server, paging).try_collect().await.expect("pages");
        assert_eq!(pages.len(), 3, "{:?}", paging.next);
        assert_eq!(queries(&server).await, expected);
    }
}

#[tokio::test]
async fn an_emitted_call_gives_one_page_or_all_items() {
    let server = answering(
        (1..)
            .map(|id| page(&[id, -id], json!({ "last": 4 })))
            .take(8),
    )
    .await;
    let call = list(&server);
    assert_eq!(call.clone().await.expect("a page")["last"], 4);
    let mut items = call.clone().page(3).items();
    let mut received = Vec::new();
    while let Some(item) = items.next().await {
        received.push(item.expect("an item"));
    }
    assert_eq!(ids(&received), [2, -2, 3, -3]);
    let rest: Vec<_> = call.pages().take(1).collect().await;
    assert_eq!(rest.len(), 1);
    assert_eq!(queries(&server).await, ["", "page=3", "page=4", ""]);
}

#[tokio::test]
async fn a_page_that_fails_is_named_and_can_be_asked_for_again() {
    let answer = |id| page(&[id], json!({ "last": 3 }));
    let failures = [
        ResponseTemplate::new(500),
        ResponseTemplate::new(200).set_body_string("<html>"),
    ];
    let answers = [answer(1)]
        .into_iter()
        .chain(failures)
        .chain([answer(2), answer(3), answer(3)]);
    let server = answering(answers).await;
    let mut items = list(&server).items();
    assert_eq!(
        items.next().await.expect("an item").expect("an item")["id"],
        1
    );
    for kind in [ErrorKind::Status, ErrorKind::Decode] {
        let error = failure(items.next().await.expect("an error"));
        assert_eq!((error.kind(), error.page()), (kind, Some("page 2")));
        assert!(error.to_string().contains("(page 2)"), "{error}");
        // Who ignores the error comes to an end.
        assert!(items.next().await.is_none() && items.next().await.is_none());
        assert_eq!(items.position(), Some("2"));
        items.resume();
    }
    assert_eq!(
        items.next().await.expect("an item").expect("an item")["id"],
        2
    );
    let position = items.position().expect("a position").to_owned();
    let again = list(&server).items().starting_at(position);
    let rest: Vec<Value> = again.try_collect().await.expect("items");
    assert_eq!(ids(&rest), [3]);
    assert_eq!(
        queries(&server).await,
        ["", "page=2", "page=2", "page=2", "page=3"]
    );
}

#[tokio::test]
async fn a_list_that_leads_back_ends_with_an_error() {
    let next = |next| page(&[], json!({ "next": next }));
    let same = || page(&[1], json!({ "last": 9 }));
    let table: [(_, Vec<ResponseTemplate>, usize, &str); 6] = [
        (&BY_NUMBER, vec![same()], 1, "once more"),
        (&BY_CURSOR, vec![next("a")], 2, "come before"),
        (
            &BY_CURSOR,
            vec![next("a"), next("b"), next("a")],
            3,
            "come before",
        ),
        (&BY_URL, vec![next("?a=1")], 2, "come before"),
        (
            &BY_LAST_ITEM,
            vec![
                page(&[1], json!({ "more": true })),
                ResponseTemplate::new(200).set_body_json(json!({ "data": { "orders": [{}] } })),
            ],
            2,
            "the last item has no `id`",
        ),
        (
            &BY_URL,
            vec![next("/a?b=1"), next("https://evil.example/orders")],
            2,
            "another server",
        ),
    ];
    for (paging, answers, good, problem) in table {
        let server = answering(answers).await;
        let mut pages = pages(&server, paging);
        for _ in 0..good {
            pages.next().await.expect("a page").expect("a page");
        }
        let error = failure(pages.next().await.expect("an error"));
        assert_eq!(error.kind(), ErrorKind::Paging, "{error}");
        assert!(
            error.to_string().contains(problem) && error.page().is_some(),
            "{error}"
        );
        assert!(error.raw_body().is_some() && !error.is_retryable());
        pages.resume();
        assert!(pages.next().await.is_none() && pages.position().is_none());
    }
}

#[tokio::test]
async fn urls_are_followed_on_the_same_server_only() {
    let server = MockServer::start().await;
    let address = server.uri();
    let authority = address.trim_start_matches("http://").to_owned();
    // A server behind a proxy calls itself by another scheme; one that echoes its query has the key in it.
    let next = format!("https://{authority}/v2/orders?key={KEY}&page=2");
    let answer = move |request: &Request| match request.url.path() {
        "/v1/orders" => page(&[1], json!({ "next": next })),
        _ => page(&[2], json!({})),
    };
    Mock::given(any()).respond_with(answer).mount(&server).await;
    let client = client(&format!("{address}/v1"), &TestClock::default());
    let pages = Pages::new(ListOrders::new(&client).call, &BY_URL);
    let pages: Result<Vec<Value>, Error> = pages.try_collect().await;
    assert_eq!(pages.expect("pages").len(), 2);
    let sent = &requests(&server).await[1];
    assert_eq!(sent.url.path(), "/v2/orders");
    assert_eq!(sent.url.query(), Some(format!("key={KEY}&page=2").as_str()));
    for url in [
        "https://evil.example/",
        "//evil.example/",
        "orders",
        "ftp://a/",
        "mailto:a",
    ] {
        let mut pages = Pages::new(ListOrders::new(&client).call, &BY_URL).starting_at(url);
        let error = failure(pages.next().await.expect("an error"));
        assert_eq!(error.kind(), ErrorKind::Build, "{url}");
    }
}

#[tokio::test]
async fn giving_up_a_wait_loses_nothing() {
    let server = answering([page(&[1], json!({ "last": 1 }))]).await;
    let mut pages = list(&server).pages();
    assert!(pages.next().now_or_never().is_none());
    let page = pages.next().await.expect("a page").expect("a page");
    assert_eq!(page["last"], 1);
    assert!(pages.next().await.is_none());
    assert_eq!(requests(&server).await.len(), 1);
}

#[tokio::test]
async fn positions_are_not_shown() {
    let server = answering([
        page(&[], json!({ "next": KEY })),
        ResponseTemplate::new(404),
    ])
    .await;
    let mut pages = pages(&server, &BY_CURSOR);
    pages.next().await.expect("a page").expect("a page");
    let error = failure(pages.next().await.expect("an error"));
    assert_eq!(
        (pages.position(), error.page()),
        (Some(KEY), Some("page 2 of this run"))
    );
    for output in [
        format!("{pages:?}"),
        format!("{error:?}"),
        error.to_string(),
    ] {
        assert!(!output.contains(KEY), "{output}");
    }
    let items = Pages::new(
        ListOrders::new(
            &builder(&server.uri(), &TestClock::default())
                .build()
                .expect("a client"),
        )
        .call,
        &BY_CURSOR,
    )
    .into_items();
    assert!(format!("{items:?}").contains("list_orders"));
}
