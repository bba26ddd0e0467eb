//! What comes with errors.

use std::any::Any;

use bytes::Bytes;
use http::Response;
use serde::de::DeserializeOwned;

use super::when::select;
use super::{Statuses, When};

/// The type of the body that comes with some error statuses.
#[derive(Debug)]
pub struct ErrorCase {
    when: When,
    decode: fn(&Response<Bytes>) -> Option<Box<dyn Any + Send + Sync>>,
}

impl ErrorCase {
    /// A JSON body of type `T`, read with [`Error::body`](super::super::Error::body).
    pub const fn json<T: DeserializeOwned + Send + Sync + 'static>(statuses: Statuses) -> Self {
        Self {
            when: When {
                statuses,
                media_type: "application/json",
            },
            decode: decode_error::<T>,
        }
    }

    /// A text, read with [`Error::body`](super::super::Error::body) as a `String`.
    pub const fn text(statuses: Statuses) -> Self {
        Self {
            when: When {
                statuses,
                media_type: "text/plain",
            },
            decode: decode_text,
        }
    }

    /// Bytes of any kind, read with [`Error::body`](super::super::Error::body) as [`Bytes`].
    pub const fn bytes(statuses: Statuses) -> Self {
        Self {
            when: When {
                statuses,
                media_type: "*/*",
            },
            decode: decode_bytes,
        }
    }

    /// The same body under another media type, such as `application/problem+json`.
    #[must_use]
    pub const fn media_type(mut self, media_type: &'static str) -> Self {
        self.when.media_type = media_type;
        self
    }

    /// What a call says that it understands. A text is understood without being asked for, and asking for one could turn
    /// the success into one as well.
    pub(super) fn asked_for(&self) -> Option<&'static str> {
        Some(self.when.media_type).filter(|media_type| media_type.ends_with("json"))
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

fn decode_text(response: &Response<Bytes>) -> Option<Box<dyn Any + Send + Sync>> {
    let text = str::from_utf8(response.body()).ok()?;
    Some(Box::new(text.to_owned()))
}

fn decode_bytes(response: &Response<Bytes>) -> Option<Box<dyn Any + Send + Sync>> {
    Some(Box::new(response.body().clone()))
}
