//! An operation whose answer can be a stream, and servers and transports that stream.

use std::sync::Arc;

use bindery_runtime::{
    BodyStream, BoxFuture, ByteStream, Bytes, Call, Case, Client, ErrorCase, Event, EventStream,
    Limits, Method, Operation, Statuses, Transport, TransportError, Value,
};
use futures_util::stream;
use tokio::io::AsyncWriteExt;
use tokio::net::{TcpListener, TcpStream};

use super::clock::TestClock;
use super::fixture::{build, builder};
use super::server::accept;
use crate::runtime;

static WATCH: Operation = Operation {
    id: "watch_orders",
    method: Method::GET,
    path: "/orders/changes",
    security: &[],
    errors: &[ErrorCase::json::<Value>(Statuses::Default)],
};

static STATE: &[Case<Value>] = &[Case::json(Statuses::Exactly(200))];
static EVENTS: &[Case<EventStream<Value>>] = &[Case::json_events(Statuses::Exactly(200))];
static CHUNKS: &[Case<ByteStream>] = &[Case::stream(Statuses::Exactly(200))];
static RAW: &[Case<EventStream<Event>>] = &[Case::events(Statuses::Exactly(200))];

/// An emitted call with all that an answer can be.
#[derive(Clone, Debug)]
pub(crate) struct WatchOrders {
    pub(crate) call: Call<Value>,
}

impl WatchOrders {
    pub(crate) fn new(client: &Client) -> Self {
        Self {
            call: Call::new(client, &WATCH, STATE),
        }
    }

    pub(crate) fn raw(self) -> Call<EventStream<Event>> {
        self.call.reading(RAW)
    }
}

runtime::call_methods!(WatchOrders, Value);
runtime::event_methods!(WatchOrders, Value, EVENTS);
runtime::stream_methods!(WatchOrders, CHUNKS);

/// A transport that answers 200 with these chunks.
#[derive(Clone)]
pub(crate) struct Chunked(Arc<[Bytes]>);

impl Chunked {
    pub(crate) fn client<'c>(chunks: impl IntoIterator<Item = &'c [u8]>) -> Client {
        let chunks = chunks.into_iter().map(Bytes::copy_from_slice).collect();
        let builder = builder("https://api.example.com", &TestClock::default());
        build(builder.transport(Self(chunks)))
    }
}

impl Transport for Chunked {
    fn send(
        &self,
        _: http::Request<Bytes>,
        _: Limits,
    ) -> BoxFuture<'_, Result<http::Response<Bytes>, TransportError>> {
        Box::pin(async { Ok(http::Response::new(self.0.concat().into())) })
    }

    fn stream(
        &self,
        _: http::Request<Bytes>,
        _: Limits,
    ) -> BoxFuture<'_, Result<http::Response<BodyStream>, TransportError>> {
        let chunks: Vec<_> = self.0.iter().cloned().map(Ok).collect();
        let body: BodyStream = Box::pin(stream::iter(chunks));
        Box::pin(async { Ok(http::Response::new(body)) })
    }
}

/// The next connection, with the head of a stream written to it.
pub(crate) async fn begin(listener: &TcpListener, content_type: &str) -> TcpStream {
    let mut connection = accept(listener).await;
    let head = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: {content_type}\r\nx-request-id: r7\r\n\
         transfer-encoding: chunked\r\n\r\n"
    );
    connection.write_all(head.as_bytes()).await.expect("a head");
    connection
}

/// Writes a chunk of a stream; an empty one ends it.
pub(crate) async fn chunk(connection: &mut TcpStream, bytes: &[u8]) {
    let size = format!("{:x}\r\n", bytes.len());
    let chunk = [size.as_bytes(), bytes, b"\r\n"].concat();
    connection.write_all(&chunk).await.expect("a chunk");
    connection.flush().await.expect("a chunk");
}
