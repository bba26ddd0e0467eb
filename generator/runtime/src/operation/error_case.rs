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

    pub(super) fn media_type_of(&self) -> &'static str {
        self.when.media_type
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
