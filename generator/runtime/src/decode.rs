//! From an answer to a value: pure functions that the cases of an operation point to.

use std::fmt;

use bytes::Bytes;
use http::Response;
use serde::de::DeserializeOwned;

use super::data::{Content, ContentError};
use super::operation::{EVENT_STREAM, media_type};

/// Why an answer could not be read: where in the body, what was expected there, and what was found.
///
/// Types and names only; the values of the body never show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodeError {
    path: String,
    problem: String,
}

impl DecodeError {
    fn new(path: impl Into<String>, problem: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            problem: problem.into(),
        }
    }

    /// Where in the body, such as `items[2].price`; empty for the body as a whole.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong there, such as `expected a string, found null`.
    #[must_use]
    pub fn problem(&self) -> &str {
        &self.problem
    }

    /// What is said of malformed JSON is a reason and a place, without the text.
    pub(crate) fn malformed(body: &[u8], error: &serde_json::Error) -> Self {
        if body.is_empty() {
            return Self::new("", "expected JSON, found an empty body");
        }
        Self::new("", format!("expected JSON: {error}"))
    }

    /// What is answered is not what is streamed.
    pub(crate) fn no_stream(expected: &str, found: &str) -> Self {
        let problem = format!(
            "expected a stream of `{expected}`, found `{found}`; some servers stream only if the body of the \
             request says so"
        );
        Self::new("", problem)
    }

    pub(crate) fn not_text(error: std::str::Utf8Error) -> Self {
        Self::new("", format!("expected UTF-8 text: {error}"))
    }

    /// The same problem in a part of something.
    pub(crate) fn within(self, part: &str) -> Self {
        let path = match self.path.as_str() {
            "" => part.to_owned(),
            path if path.starts_with('[') => format!("{part}{path}"),
            path => format!("{part}.{path}"),
        };
        Self::new(path, self.problem)
    }

    pub(crate) fn undescribed() -> Self {
        Self::new("", "the operation describes no successful answer")
    }
}

impl fmt::Display for DecodeError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            formatter.write_str(&self.problem)
        } else {
            write!(formatter, "{}: {}", self.path, self.problem)
        }
    }
}

impl std::error::Error for DecodeError {}

/// A JSON body.
///
/// # Errors
///
/// The body is not JSON, or not of this type. Only then is it read a second time, to find where.
pub fn json<T: DeserializeOwned>(response: &Response<Bytes>) -> Result<T, DecodeError> {
    read(response.body()).map_err(|error| {
        if media_type(response).eq_ignore_ascii_case(EVENT_STREAM) {
            let problem = "expected JSON, found a stream of events: `events` asks for it as such";
            return DecodeError::new("", problem);
        }
        explain::<T>(response.body(), &error)
    })
}

/// Looking at the whole body for once is less work than asking of each text in it whether it is UTF-8, as a parser of
/// bytes has to. A body that isn't is left to such a one, which knows where.
fn read<T: DeserializeOwned>(body: &[u8]) -> serde_json::Result<T> {
    match str::from_utf8(body) {
        Ok(text) => serde_json::from_str(text),
        Err(_) => serde_json::from_slice(body),
    }
}

/// JSON in a text.
pub(crate) fn json_text<T: DeserializeOwned>(text: &str) -> Result<T, DecodeError> {
    serde_json::from_str(text).map_err(|error| explain::<T>(text.as_bytes(), &error))
}

/// A JSON body, or none.
///
/// # Errors
///
/// As [`json`], for a body that is not empty.
pub fn json_or_empty<T: DeserializeOwned>(
    response: &Response<Bytes>,
) -> Result<Option<T>, DecodeError> {
    if response.body().is_empty() {
        Ok(None)
    } else {
        json(response).map(Some)
    }
}

/// A text body.
///
/// # Errors
///
/// The body is not UTF-8.
pub fn text(response: &Response<Bytes>) -> Result<String, DecodeError> {
    let text = std::str::from_utf8(response.body());
    text.map(str::to_owned).map_err(DecodeError::not_text)
}

/// A body of any kind, as it is.
///
/// # Errors
///
/// None; the signature is that of all decoders.
pub fn bytes(response: &Response<Bytes>) -> Result<Bytes, DecodeError> {
    Ok(response.body().clone())
}

/// No body. One that comes nevertheless is ignored.
///
/// # Errors
///
/// None; the signature is that of all decoders.
pub fn empty(_: &Response<Bytes>) -> Result<(), DecodeError> {
    Ok(())
}

/// The slow second pass.
fn explain<T: DeserializeOwned>(body: &[u8], error: &serde_json::Error) -> DecodeError {
    // A buffer knows paths, which a parser does not, and it does not quote the values that it finds.
    let content = match serde_json::from_slice::<Content<'_>>(body) {
        Ok(content) => content,
        Err(error) => return DecodeError::malformed(body, &error),
    };
    match T::deserialize(&content) {
        Err(mismatch) => mismatch.into(),
        // The buffer forgives what the parser does not, such as `1.0` where an integer is expected.
        Ok(_) => DecodeError::new(
            "",
            format!("at line {} column {}", error.line(), error.column()),
        ),
    }
}

impl From<ContentError> for DecodeError {
    fn from(error: ContentError) -> Self {
        Self::new(error.path(), error.problem())
    }
}
