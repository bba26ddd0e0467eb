//! Transports of the caller's.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use bindery_runtime::{
    BoxFuture, Bytes, Limits, Method, ReqwestTransport, Transport, TransportError, reqwest,
};

use super::clock::TestClock;
use super::fixture::{build, builder};
use super::server::{requests, statuses};

/// Numbers the requests that it passes on.
struct Numbered<T> {
    inner: T,
    count: AtomicU64,
}

impl<T: Transport> Transport for Numbered<T> {
    fn send(
        &self,
        mut request: http::Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'_, Result<http::Response<Bytes>, TransportError>> {
        let number = self.count.fetch_add(1, Ordering::Relaxed);
        request.headers_mut().insert("x-number", number.into());
        self.inner.send(request, limits)
    }
}

#[tokio::test]
async fn a_transport_around_a_transport_sees_every_attempt() {
    let server = statuses(&[500, 204]).await;
    let transport = Arc::new(Numbered {
        inner: ReqwestTransport::new().expect("a transport"),
        count: AtomicU64::new(0),
    });
    let builder = builder(&server.uri(), &TestClock::default());
    let client = build(builder.transport(transport.clone()));
    client.request(Method::GET, "/").await.expect("an answer");
    assert_eq!(transport.count.load(Ordering::Relaxed), 2);
    let requests = requests(&server).await;
    let numbers: Vec<_> = requests
        .iter()
        .map(|request| request.headers["x-number"].as_bytes())
        .collect();
    assert_eq!(numbers, [b"0", b"1"]);
}

#[tokio::test]
async fn a_reqwest_client_can_be_brought_along() {
    let server = statuses(&[302]).await;
    let headers = [("x-team", "billing")].map(|(name, value)| {
        let value = reqwest::header::HeaderValue::from_static(value);
        (reqwest::header::HeaderName::from_static(name), value)
    });
    let http = ReqwestTransport::builder().expect("a builder");
    let http = http.default_headers(headers.into_iter().collect());
    let transport = ReqwestTransport::from(http.build().expect("a client"));
    let builder = builder(&server.uri(), &TestClock::default());
    let client = build(builder.transport(transport));
    let error = client.request(Method::GET, "/").await.expect_err("a 302");
    assert_eq!(error.status().expect("a status"), 302);
    let requests = requests(&server).await;
    assert_eq!(requests.len(), 1);
    assert_eq!(requests[0].headers["x-team"], "billing");
    assert_eq!(requests[0].headers["user-agent"], "shop-client/1.2.3");
}
