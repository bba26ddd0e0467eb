//! From an event to a value.

use std::borrow::Cow;

use serde::de::DeserializeOwned;

use super::super::data::Content;
use super::super::decode::{self, DecodeError};
use super::Event;

/// Data that ends a stream of JSON, which it is not: a server says so that nothing more comes.
const DONE: &str = "[DONE]";

/// How an event becomes a `T`.
pub(super) struct Reading<T> {
    read: fn(&Event) -> Result<T, DecodeError>,
    /// Whether data may end the stream.
    json: bool,
}

impl<T> Clone for Reading<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Reading<T> {}

impl Reading<Event> {
    /// The event as it is.
    pub(super) const EVENT: Self = Self {
        read: |event| Ok(event.clone()),
        json: false,
    };
}

impl<T: DeserializeOwned> Reading<T> {
    /// JSON in the event's data.
    pub(super) const DATA: Self = Self {
        read: |event| decode::json_text(&event.data),
        json: true,
    };
    /// The event as an object with JSON as its data.
    pub(super) const OBJECT: Self = Self {
        read: |event| {
            let data = json(&event.data)?;
            // What the schema means may also be an object that is the data.
            let object = read(&object(event, data));
            object.or_else(|problem| decode::json_text(&event.data).map_err(|_| problem))
        },
        json: true,
    };
    /// The event as an object with text as its data.
    pub(super) const TEXT_OBJECT: Self = Self {
        read: |event| read(&object(event, text(&event.data))),
        json: false,
    };
}

impl<T> Reading<T> {
    /// The event's value; `None` if it says that the stream has ended.
    pub(super) fn read(self, event: &Event) -> Option<Result<T, DecodeError>> {
        (!self.json || event.data != DONE).then(|| (self.read)(event))
    }
}

fn json(data: &str) -> Result<Content<'_>, DecodeError> {
    serde_json::from_str(data).map_err(|error| DecodeError::malformed(data.as_bytes(), &error))
}

/// An event as an object with the fields that came (OpenAPI 3.2.0, section 4.14.4.3 describes it so).
fn object<'e>(event: &'e Event, data: Content<'e>) -> Content<'e> {
    let milliseconds = event
        .retry
        .and_then(|retry| retry.as_millis().try_into().ok());
    let fields = [
        ("event", event.name.as_deref().map(text)),
        ("data", Some(data)),
        ("id", event.id.as_deref().map(text)),
        ("retry", milliseconds.map(Content::Integer)),
    ];
    let fields = fields.into_iter();
    Content::Object(
        fields
            .filter_map(|(name, value)| Some((Cow::Borrowed(name), value?)))
            .collect(),
    )
}

fn text(text: &str) -> Content<'_> {
    Content::Text(Cow::Borrowed(text))
}

fn read<T: DeserializeOwned>(content: &Content<'_>) -> Result<T, DecodeError> {
    T::deserialize(content).map_err(DecodeError::from)
}
