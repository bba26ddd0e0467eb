//! Headers of answers, in the types that a document gives them.

mod simple;

use std::borrow::Cow;
use std::fmt;

use http::HeaderMap;
use serde::de::DeserializeOwned;

use super::decode::{self, DecodeError};
use super::parameter::Parameter;
use simple::Simple;

/// The headers of an answer, each read when it is asked for. Emitted structs wrap it.
///
/// # Examples
///
/// ```
/// use bindery_runtime::{HeaderMap, Headers, Parameter};
///
/// const TOTAL: Parameter = Parameter::header("X-Total-Count");
///
/// let mut headers = HeaderMap::new();
/// assert_eq!(Headers::new(&headers).read::<i64>(&TOTAL), Ok(None));
/// headers.insert("x-total-count", "42".parse()?);
/// assert_eq!(Headers::new(&headers).read(&TOTAL), Ok(Some(42)));
/// headers.insert("x-total-count", "many".parse()?);
/// let error = Headers::new(&headers).read::<i64>(&TOTAL).unwrap_err();
/// assert_eq!(error.to_string(), "X-Total-Count: expected i64, found a string");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy)]
pub struct Headers<'h>(&'h HeaderMap);

impl<'h> Headers<'h> {
    /// The headers of an answer.
    #[must_use]
    pub fn new(headers: &'h HeaderMap) -> Self {
        Self(headers)
    }

    /// The value of a header; `None` if it has not come.
    ///
    /// Several lines of one name are one list (RFC 9110, section 5.3).
    ///
    /// # Errors
    ///
    /// What has come is no `T`. The error's path begins with the header's name.
    pub fn read<T: DeserializeOwned>(self, header: &Parameter) -> Result<Option<T>, DecodeError> {
        let text = self.text(header.name()).transpose();
        let value = text.map(|text| {
            let text = text?;
            match header.is_json() {
                true => decode::json_text(&text),
                false => Ok(T::deserialize(Simple::new(&text, header.explodes()))?),
            }
        });
        let value = value.transpose();
        value.map_err(|problem: DecodeError| problem.within(header.name()))
    }

    fn text(self, name: &str) -> Result<Option<Cow<'h, str>>, DecodeError> {
        let lines = self.0.get_all(name).iter();
        let lines = lines.map(|line| std::str::from_utf8(line.as_bytes()));
        let lines: Vec<_> = lines
            .collect::<Result<_, _>>()
            .map_err(DecodeError::not_text)?;
        Ok(match lines.as_slice() {
            [] => None,
            [line] => Some(Cow::Borrowed(*line)),
            lines => Some(Cow::Owned(lines.join(", "))),
        })
    }
}

impl fmt::Debug for Headers<'_> {
    /// Without the values, which may set cookies.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_set().entries(self.0.keys()).finish()
    }
}
