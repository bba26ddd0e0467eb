//! Properties that a caller adds to a body.

use bytes::Bytes;
use serde_json::{Map, Value};

use super::super::parameter::is_json;
use super::form;

/// `body`, of the type `media_type`, with `fields`: in place of the members of a JSON object, or as further
/// pairs of a form.
///
/// # Errors
///
/// The body has no properties.
pub(super) fn add(
    media_type: &str,
    body: &[u8],
    fields: Map<String, Value>,
) -> Result<Bytes, String> {
    if is_json(media_type) {
        set_members(body, fields)
    } else if media_type == form::MEDIA_TYPE {
        append_pairs(body, fields)
    } else {
        Err(format!("a body of the type `{media_type}` has no fields"))
    }
}

fn set_members(body: &[u8], fields: Map<String, Value>) -> Result<Bytes, String> {
    let mut members: Map<String, Value> = if body.is_empty() {
        Map::new()
    } else {
        serde_json::from_slice(body).map_err(|_| "the body is no JSON object and has no fields")?
    };
    members.extend(fields);
    let body = serde_json::to_vec(&members);
    body.map(Bytes::from)
        .map_err(|error| format!("the body cannot be written as JSON: {error}"))
}

fn append_pairs(body: &[u8], fields: Map<String, Value>) -> Result<Bytes, String> {
    let pairs = form::write(&Value::Object(fields), &[])
        .map_err(|problem| format!("the body cannot be written as a form: {problem}"))?;
    let separator: &[u8] = if body.is_empty() { b"" } else { b"&" };
    Ok([body, separator, pairs.as_bytes()].concat().into())
}
