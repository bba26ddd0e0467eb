//! Headers from texts.

use http::{HeaderName, HeaderValue};

/// A header, or what is wrong with it, without showing the value.
pub(crate) fn pair(name: &str, text: &str) -> Result<(HeaderName, HeaderValue), String> {
    let name = HeaderName::from_bytes(name.as_bytes())
        .map_err(|_| format!("`{}` is no name of a header", name.escape_debug()))?;
    match value(text) {
        Some(value) => Ok((name, value)),
        None => Err(format!("the header `{name}` {PROBLEM}")),
    }
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

/// What is wrong where [`value`] gives none.
pub(crate) const PROBLEM: &str =
    "has a character that a header cannot carry (a line break, or one outside of ASCII)";
