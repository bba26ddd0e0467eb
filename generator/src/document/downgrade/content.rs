//! Bytes in strings: `contentEncoding` and `contentMediaType` (OpenAPI 3.1.0 §4.6.4.1) become a `format`.

use serde_json::{Map, Value};

pub(super) fn downgrade(schema: &mut Map<String, Value>) {
    if schema.contains_key("format") {
        return;
    }
    let text = |key: &str| {
        schema
            .get(key)
            .and_then(Value::as_str)
            .map(str::to_ascii_lowercase)
    };
    let format = match (
        text("contentEncoding").as_deref(),
        text("contentMediaType").as_deref(),
    ) {
        (Some("base64"), _) => "byte",
        (None | Some("binary"), Some(media_type)) if !is_text(media_type) => "binary",
        (Some("binary"), None) => "binary",
        _ => return,
    };
    schema.insert("format".to_owned(), Value::from(format));
}

/// Whether documents of a media type are text, so that a string holds them as they are.
fn is_text(media_type: &str) -> bool {
    let media_type = media_type.split(';').next().unwrap_or(media_type).trim();
    media_type.starts_with("text/")
        || matches!(
            media_type,
            "application/json"
                | "application/xml"
                | "application/javascript"
                | "application/x-www-form-urlencoded"
        )
        || media_type.ends_with("+json")
        || media_type.ends_with("+xml")
}
