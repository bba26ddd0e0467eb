//! Filling a path template so that no value can lead anywhere else.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;

/// `template` with every `{name}` replaced by the encoded value of that name.
///
/// # Errors
///
/// A path parameter has no value.
pub(super) fn fill(
    template: &str,
    values: &BTreeMap<&'static str, String>,
) -> Result<String, String> {
    let mut path = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, (name, after))) = next(rest) {
        let value = values
            .get(name)
            .ok_or_else(|| format!("the path parameter `{name}` has no value"))?;
        path.push_str(before);
        path.push_str(value);
        rest = after;
    }
    path.push_str(rest);
    Ok(path)
}

/// The text before the next `{name}`, the name, and the text after it.
fn next(template: &str) -> Option<(&str, (&str, &str))> {
    let (before, after) = template.split_once('{')?;
    Some((before, after.split_once('}')?))
}

/// Refuses a path that would be another one after normalisation.
///
/// URL parsers resolve `.` and `..` even when they are percent-encoded, and read `\` as `/` (WHATWG URL,
/// "path state"), so that encoding does not help against them.
pub(super) fn check(path: &str) -> Result<(), String> {
    if !path.starts_with('/') {
        return Err("the path must start with `/`".to_owned());
    }
    let path = path.split('?').next().unwrap_or(path);
    if path.contains('\\') {
        return Err("the path must not hold a backslash".to_owned());
    }
    if path.split('/').any(is_dot_segment) {
        return Err(
            "a path parameter makes a segment `.` or `..`, which would change the path".to_owned(),
        );
    }
    Ok(())
}

fn is_dot_segment(segment: &str) -> bool {
    let is = |dots: &str| percent_decode_str(segment).eq(dots.bytes());
    is(".") || is("..")
}
