//! Bodies of the type `multipart/form-data` (RFC 7578).

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fmt::Write;

use bytes::Bytes;
use serde_json::Value;

use super::super::file_part::{FilePart, Files};
use super::super::header;
use super::super::parameter::is_json;

/// What every boundary begins with. A number of [`DIGITS`] digits follows.
const BOUNDARY: &str = "bindery-";
const DIGITS: usize = 12;

/// Writes the members of `body` as parts, then `files`: some servers read a file as a stream once they
/// have seen everything else.
///
/// `content_types` names the media types of properties for which the document has one. Without one, a
/// primitive is plain text, an object is JSON, an array has a part for each item, and a file is
/// `application/octet-stream` (OpenAPI 3.0.3, "Encoding Object"). Null is no part.
///
/// Gives the media type with its boundary, and the body.
pub(super) fn write(
    body: &Value,
    files: &[(&str, &dyn Files)],
    content_types: &[(&str, &str)],
) -> Result<(String, Bytes), String> {
    let Value::Object(members) = body else {
        return Err("it is not an object".to_owned());
    };
    let mut parts = Vec::new();
    for (name, value) in members {
        if !files.iter().any(|(file, _)| file == name) {
            add_values(&mut parts, name, value, content_type(content_types, name));
        }
    }
    for (name, files) in files {
        let files = files.files().into_iter();
        parts.extend(files.map(|file| Part::file(name, file, content_type(content_types, name))));
    }
    let boundary = boundary(&parts);
    let body = join(&parts, &boundary)?;
    Ok((format!("multipart/form-data; boundary={boundary}"), body))
}

fn content_type<'a>(content_types: &[(&str, &'a str)], name: &str) -> Option<&'a str> {
    let mut types = content_types.iter();
    types
        .find(|(property, _)| *property == name)
        .map(|(_, media_type)| *media_type)
}

fn add_values<'a>(
    parts: &mut Vec<Part<'a>>,
    name: &'a str,
    value: &'a Value,
    media_type: Option<&'a str>,
) {
    match value {
        Value::Array(items) => {
            parts.extend(
                items
                    .iter()
                    .filter_map(|item| Part::value(name, item, media_type)),
            );
        }
        value => parts.extend(Part::value(name, value, media_type)),
    }
}

/// What stands between two boundaries.
struct Part<'a> {
    name: &'a str,
    file_name: Option<&'a str>,
    /// `None` is plain text.
    content_type: Option<&'a str>,
    content: Cow<'a, [u8]>,
}

impl<'a> Part<'a> {
    fn file(name: &'a str, file: &'a FilePart, media_type: Option<&'a str>) -> Self {
        let content_type = file.own_type().or(media_type);
        Self {
            name,
            file_name: Some(file.own_name().unwrap_or(name)),
            content_type: Some(content_type.unwrap_or("application/octet-stream")),
            content: Cow::Borrowed(file.content()),
        }
    }

    fn value(name: &'a str, value: &'a Value, media_type: Option<&'a str>) -> Option<Self> {
        let as_json = media_type.is_some_and(is_json);
        let (content, usual) = match value {
            Value::Null => return None,
            Value::Array(_) | Value::Object(_) => {
                (value.to_string().into(), Some("application/json"))
            }
            Value::String(text) if !as_json => (Cow::Borrowed(text.as_str()), None),
            primitive => (primitive.to_string().into(), None),
        };
        Some(Self {
            name,
            file_name: None,
            content_type: media_type.or(usual),
            content: bytes(content),
        })
    }

    fn head(&self) -> Result<String, String> {
        let mut head = format!(
            "Content-Disposition: form-data; name=\"{}\"",
            quoted(self.name)
        );
        if let Some(file_name) = self.file_name {
            head += &format!("; filename=\"{}\"", quoted(file_name));
        }
        head += "\r\n";
        if let Some(content_type) = self.content_type {
            let problem = || format!("the content type of `{}` {}", self.name, header::PROBLEM);
            header::value(content_type).ok_or_else(problem)?;
            head += &format!("Content-Type: {content_type}\r\n");
        }
        Ok(head + "\r\n")
    }
}

fn bytes(text: Cow<'_, str>) -> Cow<'_, [u8]> {
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.as_bytes()),
        Cow::Owned(text) => Cow::Owned(text.into_bytes()),
    }
}

/// A name as it stands between quotes. Browsers escape so (WHATWG HTML, "multipart form data"): with
/// anything else, a quote or a line break could begin a header of its own.
fn quoted(name: &str) -> String {
    let mut escaped = String::with_capacity(name.len());
    for character in name.chars() {
        if character == '"' || character.is_ascii_control() {
            // A `String` takes everything that is written to it.
            let _ = write!(escaped, "%{:02X}", u32::from(character));
        } else {
            escaped.push(character);
        }
    }
    escaped
}

/// A boundary that is in none of the parts: the first whose number none of them has.
fn boundary(parts: &[Part<'_>]) -> String {
    let mut taken = BTreeSet::new();
    for part in parts {
        let content = part.content.windows(BOUNDARY.len() + DIGITS);
        let numbers = content.filter_map(|text| text.strip_prefix(BOUNDARY.as_bytes()));
        taken.extend(numbers.map(<[u8]>::to_vec));
    }
    let mut number: u64 = 0;
    loop {
        let digits = format!("{number:0DIGITS$}");
        if !taken.contains(digits.as_bytes()) {
            return format!("{BOUNDARY}{digits}");
        }
        number += 1;
    }
}

fn join(parts: &[Part<'_>], boundary: &str) -> Result<Bytes, String> {
    let mut body = Vec::new();
    for part in parts {
        let head = part.head()?;
        for piece in ["--", boundary, "\r\n", &head] {
            body.extend_from_slice(piece.as_bytes());
        }
        body.extend_from_slice(&part.content);
        body.extend_from_slice(b"\r\n");
    }
    for piece in ["--", boundary, "--\r\n"] {
        body.extend_from_slice(piece.as_bytes());
    }
    Ok(body.into())
}
