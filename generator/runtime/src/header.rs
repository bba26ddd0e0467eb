//! Values of headers.

use http::HeaderValue;

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
