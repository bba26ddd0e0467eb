//! What a call knows about its operation: data that is emitted once per operation.

use std::any::Any;

use bytes::Bytes;
use http::{Method, Response, StatusCode, header::CONTENT_TYPE};
use serde::de::DeserializeOwned;

use super::decode::{self, DecodeError};

/// An operation, as the document describes it.
#[derive(Debug)]
pub struct Operation {
    /// The `operationId`.
    pub id: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path template, `{name}` where a path parameter goes. Messages show this one, never the
    /// filled path.
    pub path: &'static str,
    /// Alternatives of combinations of scheme names; the first alternative whose credentials are all
    /// there is used. Empty: nothing is sent. (OpenAPI 3.0.3, "Security Requirement Object")
    pub security: &'static [&'static [&'static str]],
    /// The types of the bodies that come with errors.
    pub errors: &'static [ErrorCase],
}

impl Operation {
    pub(crate) fn error_media_types(&self) -> impl Iterator<Item = &'static str> {
        self.errors.iter().map(|case| case.when.media_type)
    }
}

/// The statuses for which a response is described (the keys of OpenAPI's "Responses Object").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Statuses {
    /// `200`.
    Exactly(u16),
    /// `2XX` is `Class(2)`.
    Class(u8),
    /// `default`: whatever no other key covers.
    Default,
}

impl Statuses {
    /// How well this matches `status`; an exact status goes before its class (OpenAPI 3.0.3,
    /// "Responses Object"). `None`: not at all.
    fn precision(self, status: StatusCode) -> Option<u8> {
        match self {
            Self::Exactly(code) => (code == status.as_u16()).then_some(2),
            Self::Class(class) => (u16::from(class) == status.as_u16() / 100).then_some(1),
            Self::Default => Some(0),
        }
    }
}

/// One way in which an operation succeeds, and how its answer becomes a `T`.
pub struct Case<T: 'static> {
    when: When,
    pub(crate) decode: fn(&Response<Bytes>) -> Result<T, DecodeError>,
}

impl<T> Case<T> {
    /// An answer that `decode` turns into the call's result.
    pub const fn new(
        statuses: Statuses,
        media_type: &'static str,
        decode: fn(&Response<Bytes>) -> Result<T, DecodeError>,
    ) -> Self {
        Self {
            when: When {
                statuses,
                media_type,
            },
            decode,
        }
    }

    pub(crate) fn media_type(&self) -> &'static str {
        self.when.media_type
    }

    /// The case that describes `response`, if the response is a success.
    ///
    /// A status that is listed is a success, whatever it is; `default` stands for 2xx only. A 2xx that
    /// is not listed is read like the first case that is: servers do answer 201 where 200 is
    /// documented, and what they did is done.
    pub(crate) fn select<'a>(cases: &'a [Self], response: &Response<Bytes>) -> Option<&'a Self> {
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

/// The type of the body that comes with some error statuses.
#[derive(Debug)]
pub struct ErrorCase {
    when: When,
    decode: fn(&Response<Bytes>) -> Option<Box<dyn Any + Send + Sync>>,
}

impl ErrorCase {
    /// A JSON body of type `T`, read with [`Error::body`](super::Error::body).
    pub const fn json<T: DeserializeOwned + Send + Sync + 'static>(statuses: Statuses) -> Self {
        Self {
            when: When {
                statuses,
                media_type: "application/json",
            },
            decode: decode_error::<T>,
        }
    }

    /// The same body under another media type, such as `application/problem+json`.
    #[must_use]
    pub const fn media_type(mut self, media_type: &'static str) -> Self {
        self.when.media_type = media_type;
        self
    }

    /// The typed body of `response`, if the table has a type for it and the body is of that type.
    pub(crate) fn read(
        cases: &[Self],
        response: &Response<Bytes>,
    ) -> Option<Box<dyn Any + Send + Sync>> {
        let case = select(cases.iter(), |case| case.when, response)?;
        (case.decode)(response)
    }
}

/// Decoding an error's body cannot fail: the raw body is always there, a type only where it fits.
fn decode_error<T: DeserializeOwned + Send + Sync + 'static>(
    response: &Response<Bytes>,
) -> Option<Box<dyn Any + Send + Sync>> {
    let value: T = serde_json::from_slice(response.body()).ok()?;
    Some(Box::new(value))
}

#[derive(Debug, Clone, Copy)]
struct When {
    statuses: Statuses,
    media_type: &'static str,
}

/// The most precise match: by status first, then by media type, then in the table's order.
///
/// A media type that differs is no obstacle where nothing fits better: JSON is often labelled as text.
fn select<'a, C>(
    cases: impl Iterator<Item = &'a C>,
    when: fn(&C) -> When,
    response: &Response<Bytes>,
) -> Option<&'a C> {
    let media_type = media_type(response);
    let mut best: Option<((u8, u8), &C)> = None;
    for case in cases {
        let When {
            statuses,
            media_type: expected,
        } = when(case);
        let Some(precision) = statuses.precision(response.status()) else {
            continue;
        };
        let rank = (precision, affinity(expected, media_type));
        if best.is_none_or(|(other, _)| rank > other) {
            best = Some((rank, case));
        }
    }
    best.map(|(_, case)| case)
}

/// The media type of a response without its parameters, empty if there is none.
fn media_type(response: &Response<Bytes>) -> &str {
    let header = response
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    header
        .and_then(|value| value.split(';').next())
        .map_or("", str::trim)
}

/// Exact before range before anything else (RFC 9110, section 12.5.1 orders media ranges so).
fn affinity(expected: &str, actual: &str) -> u8 {
    if expected.eq_ignore_ascii_case(actual) {
        return 2;
    }
    match expected.split_once('/') {
        Some(("*", "*")) => 1,
        Some((kind, "*")) => u8::from(
            actual
                .split_once('/')
                .is_some_and(|(actual, _)| actual.eq_ignore_ascii_case(kind)),
        ),
        _ => 0,
    }
}
