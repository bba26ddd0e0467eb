//! Bodies of the type `application/x-www-form-urlencoded`.

use serde_json::Value;

use super::super::parameter::{Parameter, Style};

pub(super) const MEDIA_TYPE: &str = "application/x-www-form-urlencoded";

/// How a property is written unless the document says otherwise.
const PROPERTY: Parameter = Parameter::query("");

/// Writes the members of `body` as pairs.
pub(super) fn write(body: &Value, encoding: &[Parameter]) -> Result<String, String> {
    let Value::Object(members) = body else {
        return Err("it is not an object".to_owned());
    };
    let mut pairs = Vec::new();
    for (name, value) in members {
        let property = encoding
            .iter()
            .find(|parameter| parameter.name() == name)
            .unwrap_or(&PROPERTY);
        let written = match property.written_style() {
            Style::DeepObject => property.write(name, value)?,
            _ => property.write(name, &flat(value))?,
        };
        pairs.extend(written);
    }
    Ok(pairs.join("&"))
}

/// Complex values become JSON text (OpenAPI 3.0.3, "Encoding Object", `contentType`).
fn flat(value: &Value) -> Value {
    match value {
        Value::Array(items) => items.iter().map(text_if_complex).collect(),
        other => text_if_complex(other),
    }
}

fn text_if_complex(value: &Value) -> Value {
    match value {
        Value::Array(_) | Value::Object(_) => Value::String(value.to_string()),
        primitive => primitive.clone(),
    }
}
