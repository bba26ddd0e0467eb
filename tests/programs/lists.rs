//! Lists of every style that a document can declare, from the first item to the last.

use checkout_apis::api_156_declared_pages::Client;
use checkout_apis::api_156_declared_pages::types::Order;
use checkout_apis::runtime::{Error, Items};
use serde_json::json;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

/// How many pages every list has, with one item each, which is called like the number of its page.
const PAGES: usize = 3;

/// The page that a request asks for, the first being 0.
fn page(request: &Request) -> usize {
    let Some((name, value)) = request.url.query_pairs().next() else {
        return 0;
    };
    let number: usize = value.parse().expect("a number");
    match request.url.path() {
        // The item that the page begins after.
        "/by_last_item" => number + 1,
        "/by_cursor" | "/by_number" | "/by_offset" | "/by_url" | "/by_link" => number,
        other => panic!("{name}={value} on {other}"),
    }
}

/// Answers in all styles at once: a client goes by that of the operation.
fn answer(request: &Request) -> ResponseTemplate {
    let page = page(request);
    let next = Some(page + 1).filter(|next| *next < PAGES);
    let url = next.map(|next| format!("{}?part={next}", request.url.path()));
    let go_on = match request.url.path() {
        "/by_url" => url.clone(),
        _ => next.map(|next| next.to_string()),
    };
    let answer = ResponseTemplate::new(200).set_body_json(json!({
        "batch": [{"id": page.to_string()}],
        "summary": {"batches": PAGES, "all": PAGES, "go_on": go_on, "unfinished": next.is_some()},
    }));
    match url {
        Some(url) => answer.insert_header("link", format!("<{url}>; rel=\"next\"")),
        None => answer,
    }
}

async fn start() -> Result<(MockServer, Client), Error> {
    let server = MockServer::start().await;
    Mock::given(any()).respond_with(answer).mount(&server).await;
    let client = Client::builder().base_url(server.uri()).build()?;
    Ok((server, client))
}

async fn ids<P>(mut items: Items<P, Order>) -> Result<Vec<String>, Error>
where
    Items<P, Order>: Unpin,
    P: Send + 'static,
{
    let mut ids = Vec::new();
    while let Some(order) = items.next().await {
        ids.push(order?.id);
    }
    Ok(ids)
}

#[tokio::test]
async fn every_style_leads_through_all_pages() -> Result<(), Error> {
    let (server, client) = start().await?;
    let orders = client.orders();
    let lists = [
        ("by_number", ids(orders.by_number().items()).await?),
        ("by_offset", ids(orders.by_offset().items()).await?),
        ("by_cursor", ids(orders.by_cursor().items()).await?),
        ("by_last_item", ids(orders.by_last_item().items()).await?),
        ("by_url", ids(orders.by_url().items()).await?),
        ("by_link", ids(orders.by_link().items()).await?),
    ];
    for (style, ids) in lists {
        assert_eq!(ids, ["0", "1", "2"], "{style}");
    }
    let requests = server.received_requests().await.expect("they are recorded");
    assert_eq!(requests.len(), 6 * PAGES);
    Ok(())
}

#[tokio::test]
async fn a_list_goes_on_where_another_client_has_stopped() -> Result<(), Error> {
    let (_server, client) = start().await?;
    let orders = client.orders();
    assert_eq!(ids(orders.by_cursor().at("1").items()).await?, ["1", "2"]);
    assert_eq!(ids(orders.by_number().p(2).items()).await?, ["2"]);
    Ok(())
}
