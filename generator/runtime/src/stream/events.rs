//! Events as they arrive.

use std::collections::VecDeque;
use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_core::Stream;
use http::{HeaderMap, StatusCode};
use serde::de::DeserializeOwned;

#[cfg(feature = "blocking")]
use super::super::blocking::Blocking;
use super::super::error::Error;
use super::super::transport::{TransportError, TransportPhase};
use super::parser::{Parser, TooLarge};
use super::reading::Reading;
use super::{Event, Incoming};

/// The events of an answer, each when it has arrived (`text/event-stream`; WHATWG HTML, section 9.2,
/// "Server-sent events"): by [`next`](Self::next), or as a stream.
///
/// An event whose data is no `T` is an error of the kind [`Decode`](super::super::ErrorKind::Decode) with its
/// text as [`raw_body`](Error::raw_body), and the stream goes on. Any other error is the last thing that
/// comes. Where data is JSON, the text `[DONE]` ends the stream. An event that has not ended when the stream
/// does is dropped, as the standard says.
///
/// A stream has no size and no time as a whole: its limits are the client's `max_response_bytes` for each
/// event, and `idle_timeout` for each wait. Dropping the stream closes the connection. A stream that broke off
/// is not asked for again.
///
/// # Examples
///
/// ```
/// use bindery_runtime::{Client, Error, Method};
///
/// async fn watch(client: &Client) -> Result<(), Error> {
///     let mut events = client.request(Method::GET, "/changes").events().await?;
///     while let Some(event) = events.next().await {
///         println!("{}", event?.data);
///     }
///     Ok(())
/// }
/// ```
#[must_use = "events are waited for one by one"]
pub struct EventStream<T> {
    incoming: Incoming,
    parser: Parser,
    /// What has arrived and has not been asked for.
    events: VecDeque<Event>,
    /// What comes after those.
    failure: Option<Error>,
    last_id: Option<String>,
    retry: Option<Duration>,
    reading: Reading<T>,
}

impl EventStream<Event> {
    pub(crate) fn of_events(incoming: Incoming) -> Self {
        Self::new(incoming, Reading::EVENT)
    }
}

impl<T: DeserializeOwned> EventStream<T> {
    pub(crate) fn of_data(incoming: Incoming) -> Self {
        Self::new(incoming, Reading::DATA)
    }

    pub(crate) fn of_objects(incoming: Incoming) -> Self {
        Self::new(incoming, Reading::OBJECT)
    }

    pub(crate) fn of_text_objects(incoming: Incoming) -> Self {
        Self::new(incoming, Reading::TEXT_OBJECT)
    }
}

impl<T> EventStream<T> {
    fn new(incoming: Incoming, reading: Reading<T>) -> Self {
        Self {
            parser: Parser::new(incoming.event_bytes()),
            incoming,
            events: VecDeque::new(),
            failure: None,
            last_id: None,
            retry: None,
            reading,
        }
    }

    /// The next event. `None` if there are no more.
    ///
    /// Giving the wait up loses nothing.
    ///
    /// # Errors
    ///
    /// The event's data is no `T`, the event is too large, the connection broke, or the stream has been
    /// silent for too long.
    pub async fn next(&mut self) -> Option<Result<T, Error>> {
        poll_fn(|context| self.poll(context)).await
    }

    /// The same stream as the events themselves, with their names, texts and identifiers.
    pub fn raw(self) -> EventStream<Event> {
        EventStream {
            incoming: self.incoming,
            parser: self.parser,
            events: self.events,
            failure: self.failure,
            last_id: self.last_id,
            retry: self.retry,
            reading: Reading::EVENT,
        }
    }

    /// The answer's status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.incoming.head().status()
    }

    /// The answer's headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        self.incoming.head().headers()
    }

    /// The last identifier that an event had: a server that knows the header `Last-Event-ID` goes on from
    /// there.
    #[must_use]
    pub fn last_event_id(&self) -> Option<&str> {
        self.last_id.as_deref()
    }

    /// How long the server asks to wait before the stream is asked for again, if it has said.
    #[must_use]
    pub fn reconnection_time(&self) -> Option<Duration> {
        self.retry
    }

    /// The same as an iterator, for programs without an async runtime.
    #[cfg(feature = "blocking")]
    pub fn blocking(self) -> Blocking<Self> {
        Blocking::new(self)
    }

    /// The error for events that can't be waited for, which are given up.
    #[cfg(feature = "blocking")]
    pub(crate) fn unwaited(&mut self, problem: String) -> Option<Error> {
        self.events.clear();
        self.incoming.unwaited(problem)
    }

    pub(crate) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<T, Error>>> {
        loop {
            if let Some(event) = self.events.pop_front() {
                return Poll::Ready(self.take(&event));
            }
            if let Some(error) = self.failure.take() {
                return Poll::Ready(Some(Err(error)));
            }
            match ready!(self.incoming.poll(context)) {
                Some(Ok(chunk)) => {
                    if let Err(TooLarge) = self.parser.read(&chunk, &mut self.events) {
                        self.fail(too_large(self.incoming.event_bytes()));
                    }
                }
                Some(Err(error)) => self.fail(error),
                None => return Poll::Ready(None),
            }
        }
    }

    fn take(&mut self, event: &Event) -> Option<Result<T, Error>> {
        self.last_id.clone_from(&event.id);
        self.retry = event.retry;
        let Some(value) = self.reading.read(event) else {
            self.events.clear();
            self.failure = None;
            self.incoming.end();
            return None;
        };
        Some(value.map_err(|problem| self.incoming.undecoded(event, problem)))
    }

    fn fail(&mut self, error: TransportError) {
        let parser = std::mem::replace(&mut self.parser, Parser::new(0));
        self.failure = Some(self.incoming.failure(error, parser.into_rest().into()));
        self.incoming.end();
    }
}

fn too_large(limit: usize) -> TransportError {
    let problem = format!(
        "an event is larger than {limit} bytes; `max_response_bytes` on the client's builder raises the limit"
    );
    TransportError::new(TransportPhase::Permanent, problem)
}

/// Nothing of it refers to itself.
impl<T> Unpin for EventStream<T> {}

impl<T> Stream for EventStream<T> {
    type Item = Result<T, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(context)
    }
}

impl<T> fmt::Debug for EventStream<T> {
    /// Of which call, without the events.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.incoming.debug(formatter, "EventStream")
    }
}
