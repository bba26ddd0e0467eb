//! The style `deepObject`: `filter[since]=…&filter[until]=…`.

use serde_json::Value;

use super::percent;
use super::shape::primitive;

/// Writes `value` under `name`, which is encoded already; `encode` is applied to every primitive.
///
/// OpenAPI 3.0.3 says what becomes of an object's members. Deeper members follow the same pattern, and
/// arrays carry their index (`expand[0]=…`), which is what servers that read this style agree on.
/// Brackets are percent-encoded: RFC 3986 reserves them, and OpenAPI 3.0.4 prints them so.
pub(super) fn write(
    name: &str,
    value: &Value,
    encode: &dyn Fn(&str) -> String,
) -> Result<String, &'static str> {
    let mut pairs = Vec::new();
    collect(name.to_owned(), value, encode, &mut pairs)?;
    Ok(pairs.join("&"))
}

fn collect(
    name: String,
    value: &Value,
    encode: &dyn Fn(&str) -> String,
    pairs: &mut Vec<String>,
) -> Result<(), &'static str> {
    match value {
        Value::Null => {}
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                collect(format!("{name}%5B{index}%5D"), item, encode, pairs)?;
            }
        }
        Value::Object(members) => {
            for (key, member) in members {
                collect(
                    format!("{name}%5B{}%5D", percent::encode(key)),
                    member,
                    encode,
                    pairs,
                )?;
            }
        }
        scalar => pairs.push(format!("{name}={}", encode(&primitive(scalar)?))),
    }
    Ok(())
}
