//! Headers from texts.

use std::borrow::Cow;

use bytes::Bytes;
use http::{HeaderName, HeaderValue};

/// A header, or what is wrong with it, without showing the value.
pub(crate) fn pair(name: &str, text: &str) -> Result<(HeaderName, HeaderValue), String> {
    let name = HeaderName::from_bytes(name.as_bytes())
        .map_err(|_| format!("`{}` is no name of a header", name.escape_debug()))?;
    match value(text) {
        Some(value) => Ok((name, value)),
        None => Err(problem(&name)),
    }
}

/// What is wrong with a header whose text gives no [`value`].
pub(crate) fn problem(name: &HeaderName) -> String {
    format!("the header `{name}` {PROBLEM}")
}

/// `text` as a header's value; `None` if it has anything but visible ASCII, spaces and tabs (RFC 9110,
/// section 5.5), so that no value can end its header or be read differently by two servers.
pub(crate) fn value(text: &str) -> Option<HeaderValue> {
    if text.is_ascii() {
        HeaderValue::from_str(text).ok()
    } else {
        None
    }
}

/// [`value`] of a text that need not be copied.
pub(crate) fn kept_value(text: Cow<'static, str>) -> Option<HeaderValue> {
    if !text.is_ascii() {
        return None;
    }
    let bytes = match text {
        Cow::Borrowed(text) => Bytes::from_static(text.as_bytes()),
        Cow::Owned(text) => text.into(),
    };
    HeaderValue::from_maybe_shared(bytes).ok()
}

/// What is wrong where [`value`] gives none.
pub(crate) const PROBLEM: &str =
    "has a character that a header cannot carry (a line break, or one outside of ASCII)";
