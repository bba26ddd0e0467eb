//! The ways in which an operation succeeds.

use bytes::Bytes;
use http::Response;
use serde::de::DeserializeOwned;

use super::super::decode::{self, DecodeError};
use super::super::stream::{ByteStream, Event, EventStream, Incoming};
use super::when::{EVENT_STREAM, media_type, select};
use super::{Statuses, When};

/// One way in which an operation succeeds, and how its answer becomes a `T`.
pub struct Case<T: 'static> {
    when: When,
    read: Read<T>,
}

/// How an answer becomes a `T`.
enum Read<T> {
    /// When all of it has arrived.
    Whole(fn(&Response<Bytes>) -> Result<T, DecodeError>),
    /// While it arrives.
    Stream(fn(Incoming) -> T),
}

impl<T> Case<T> {
    /// An answer that `decode` turns into the call's result.
    pub const fn new(
        statuses: Statuses,
        media_type: &'static str,
        decode: fn(&Response<Bytes>) -> Result<T, DecodeError>,
    ) -> Self {
        let when = When {
            statuses,
            media_type,
        };
        Self {
            when,
            read: Read::Whole(decode),
        }
    }

    /// An answer that `open` turns into the call's result once its head has arrived.
    const fn open(statuses: Statuses, media_type: &'static str, open: fn(Incoming) -> T) -> Self {
        let when = When {
            statuses,
            media_type,
        };
        Self {
            when,
            read: Read::Stream(open),
        }
    }

    /// Whether the call's result is there before all of the answer is.
    pub(crate) fn is_stream(&self) -> bool {
        matches!(self.read, Read::Stream(_))
    }

    /// Reads an answer that has arrived.
    pub(crate) fn decode(&self, response: &Response<Bytes>) -> Result<T, DecodeError> {
        match self.read {
            Read::Whole(decode) => decode(response),
            Read::Stream(_) => Err(DecodeError::no_stream(
                self.when.media_type,
                media_type(response),
            )),
        }
    }

    /// What turns the answer with this head into the call's result, if it is to be read while it arrives.
    ///
    /// An answer of another kind than what is expected is no stream of it: it can't be read, and is kept. Servers
    /// that don't say what they answer, or call it text, are believed.
    pub(crate) fn opener<B>(cases: &[Self], head: &Response<B>) -> Option<fn(Incoming) -> T> {
        let case = Self::select(cases, head)?;
        let expected = case.when.media_type;
        let found = media_type(head);
        let fits = expected != EVENT_STREAM
            || ["", "text/plain", EVENT_STREAM]
                .iter()
                .any(|accepted| found.eq_ignore_ascii_case(accepted));
        match case.read {
            Read::Stream(open) if fits => Some(open),
            _ => None,
        }
    }

    /// The media type that the call asks for.
    pub(crate) fn asks_for(&self) -> &'static str {
        self.when.media_type
    }

    /// The case that describes `response`, if the response is a success.
    ///
    /// A status that is listed is a success, whatever it is; `default` stands for 2xx only. A 2xx that
    /// is not listed is read like the first case that is: servers do answer 201 where 200 is
    /// documented, and what they did is done.
    pub(crate) fn select<'a, B>(cases: &'a [Self], response: &Response<B>) -> Option<&'a Self> {
        let success = response.status().is_success();
        let candidates = cases
            .iter()
            .filter(|case| success || case.when.statuses != Statuses::Default);
        select(candidates, |case| case.when, response).or(if success {
            cases.first()
        } else {
            None
        })
    }
}

impl<T: DeserializeOwned> Case<T> {
    /// A JSON body.
    pub const fn json(statuses: Statuses) -> Self {
        Self::new(statuses, "application/json", decode::json)
    }
}

impl Case<String> {
    /// A text body.
    pub const fn text(statuses: Statuses) -> Self {
        Self::new(statuses, "text/plain", decode::text)
    }
}

impl Case<Bytes> {
    /// A body that is handed on as it is.
    pub const fn bytes(statuses: Statuses) -> Self {
        Self::new(statuses, "*/*", decode::bytes)
    }
}

impl Case<()> {
    /// No body; one that comes nevertheless is ignored.
    pub const fn empty(statuses: Statuses) -> Self {
        Self::new(statuses, "*/*", decode::empty)
    }
}

impl Case<ByteStream> {
    /// A body of any kind, in chunks.
    pub const fn stream(statuses: Statuses) -> Self {
        Self::open(statuses, "*/*", ByteStream::new)
    }

    /// The same under another media type, such as `text/csv`.
    #[must_use]
    pub const fn media_type(mut self, media_type: &'static str) -> Self {
        self.when.media_type = media_type;
        self
    }
}

impl Case<EventStream<Event>> {
    /// Events as they are.
    pub const fn events(statuses: Statuses) -> Self {
        Self::open(statuses, EVENT_STREAM, EventStream::of_events)
    }
}

impl<T: DeserializeOwned> Case<EventStream<T>> {
    /// Events whose data is JSON.
    pub const fn json_events(statuses: Statuses) -> Self {
        Self::open(statuses, EVENT_STREAM, EventStream::of_data)
    }

    /// Events that are described as objects with the fields `event`, `data`, `id` and `retry`, with JSON as
    /// their data (OpenAPI 3.2.0, section 4.14.4.3, describes them so).
    pub const fn event_objects(statuses: Statuses) -> Self {
        Self::open(statuses, EVENT_STREAM, EventStream::of_objects)
    }

    /// The same with text as their data.
    pub const fn text_event_objects(statuses: Statuses) -> Self {
        Self::open(statuses, EVENT_STREAM, EventStream::of_text_objects)
    }
}
