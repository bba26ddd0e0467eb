//! What reads answers of servers.

use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};
use std::time::{Duration, SystemTime};

use bindery_runtime::{
    BodyStream, BoxFuture, Bytes, Clock, Event, Limits, Method, Retries, Transport, TransportError,
};
use checkout_apis::{creem, polar};
use futures_core::Stream;
use http::{HeaderName, HeaderValue, Request, Response};

/// How many pages of a list are asked for: each is the same, so that a list may have no end.
const PAGES: usize = 3;

/// Reads an answer in every way in which calls do, and as a stream in chunks of any size alike.
///
/// The bytes are an answer much as HTTP/1.1 writes it: a line with the status, headers, an empty line, the body.
///
/// # Panics
///
/// If the chunks make a difference, or if a call waits for something although all is there.
pub fn answer(bytes: &[u8]) {
    let Some(answer) = parse(bytes) else {
        return;
    };
    typed(&answer);
    let whole = events(&answer, usize::MAX);
    for size in [1, 2, 7] {
        assert_eq!(events(&answer, size), whole, "in chunks of {size} bytes");
    }
}

/// The same answer for every typed call.
fn typed(answer: &Response<Bytes>) {
    let builder = polar::Client::builder().access_token("token");
    let builder = builder.retries(Retries::NONE).clock(Still);
    let client = builder.transport(Canned::new(answer, usize::MAX)).build();
    let list = client.expect("a client").checkouts().list();
    if let Err(error) = ready(list.clone().with_response()) {
        let _ = (format!("{error:?} {error}"), error.retry_after());
    }
    let mut items = list.pages();
    for _ in 0..PAGES {
        ready(items.next());
    }
    let builder = creem::Client::builder().api_key("creem_1");
    let builder = builder.retries(Retries::NONE).clock(Still);
    let client = builder.transport(Canned::new(answer, usize::MAX)).build();
    let request = creem::CreateCheckoutRequest::new("prod_1");
    let call = client.expect("a client").checkouts().create(request);
    let _ = ready(call.send());
}

/// The events of an answer that arrives in chunks, and why there are no more.
fn events(answer: &Response<Bytes>, size: usize) -> (Vec<Event>, Option<String>) {
    let builder = polar::Client::builder().access_token("token");
    let builder = builder.retries(Retries::NONE).clock(Still);
    let client = builder.transport(Canned::new(answer, size)).build();
    let request = client.expect("a client").request(Method::GET, "/");
    let mut events = match ready(request.events()) {
        Ok(events) => events,
        Err(error) => return (Vec::new(), Some(error.to_string())),
    };
    let mut read = Vec::new();
    while let Some(event) = ready(events.next()) {
        match event {
            Ok(event) => read.push(event),
            Err(error) => return (read, Some(error.to_string())),
        }
    }
    (read, None)
}

/// The result of work that has nothing to wait for.
fn ready<T>(work: impl Future<Output = T>) -> T {
    match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result,
        Poll::Pending => panic!("it waits for what is there already"),
    }
}

fn parse(bytes: &[u8]) -> Option<Response<Bytes>> {
    let end = bytes.windows(2).position(|pair| pair == b"\n\n")?;
    let (head, body) = (bytes.get(..end)?, bytes.get(end + 2..)?);
    let mut lines = head.split(|byte| *byte == b'\n');
    let status = std::str::from_utf8(lines.next()?).ok()?.parse().ok()?;
    let mut answer = Response::new(Bytes::copy_from_slice(body));
    *answer.status_mut() = http::StatusCode::from_u16(status).ok()?;
    for line in lines {
        let colon = line.iter().position(|byte| *byte == b':')?;
        let (name, value) = line.split_at(colon);
        let name = HeaderName::from_bytes(name).ok()?;
        let value = HeaderValue::from_bytes(value.get(1..)?.trim_ascii()).ok()?;
        answer.headers_mut().append(name, value);
    }
    Some(answer)
}

/// Gives one answer to everything, in chunks.
#[derive(Clone)]
struct Canned {
    answer: Response<Bytes>,
    size: usize,
}

impl Canned {
    fn new(answer: &Response<Bytes>, size: usize) -> Self {
        let answer = answer.clone();
        Self { answer, size }
    }
}

impl Transport for Canned {
    fn send(
        &self,
        _: Request<Bytes>,
        _: Limits,
    ) -> BoxFuture<'_, Result<Response<Bytes>, TransportError>> {
        Box::pin(async { Ok(self.answer.clone()) })
    }

    fn stream(
        &self,
        _: Request<Bytes>,
        _: Limits,
    ) -> BoxFuture<'_, Result<Response<BodyStream>, TransportError>> {
        let (size, answer) = (self.size, self.answer.clone());
        let answer = answer.map(|left| Box::pin(Chunks { left, size }) as BodyStream);
        Box::pin(async { Ok(answer) })
    }
}

/// A body in chunks of a size.
struct Chunks {
    left: Bytes,
    size: usize,
}

impl Stream for Chunks {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let size = self.size.min(self.left.len());
        let chunk = self.left.split_to(size);
        Poll::Ready((!chunk.is_empty()).then_some(Ok(chunk)))
    }
}

/// A clock that stands still: nothing is ever waited for long enough.
pub(crate) struct Still;

impl Clock for Still {
    fn elapsed(&self) -> Duration {
        Duration::ZERO
    }

    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH
    }

    fn sleep(&self, _: Duration) -> BoxFuture<'_, ()> {
        Box::pin(std::future::pending())
    }
}
