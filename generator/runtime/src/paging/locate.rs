//! Single values of a JSON body, found without reading the rest of it.

use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;
use serde_json::value::RawValue;

/// The JSON text of the value that `path` leads to, if there is one.
pub(super) fn locate<'b>(body: &'b [u8], path: &[&str]) -> Option<&'b RawValue> {
    let mut deserializer = serde_json::Deserializer::from_slice(body);
    Locate(path).deserialize(&mut deserializer).ok().flatten()
}

/// The items of a list; `None` if it is none.
pub(super) fn items(list: &RawValue) -> Option<Vec<&RawValue>> {
    serde_json::from_str(list.get()).ok()
}

/// The value as text, if it is a text that is not empty, or a number.
pub(super) fn text(value: &RawValue) -> Option<String> {
    match serde_json::from_str(value.get()).ok()? {
        Value::String(text) => Some(text).filter(|text| !text.is_empty()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// The value as a whole number, which some servers write as text or as `2.0`.
pub(super) fn number(value: &RawValue) -> Option<i64> {
    let text = text(value)?;
    text.strip_suffix(".0").unwrap_or(&text).parse().ok()
}

/// The value as `true` or `false`.
pub(super) fn boolean(value: &RawValue) -> Option<bool> {
    serde_json::from_str(value.get()).ok()
}

/// Follows a path and skips what stands beside it.
struct Locate<'p>(&'p [&'p str]);

impl<'de> DeserializeSeed<'de> for Locate<'_> {
    type Value = Option<&'de RawValue>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        if self.0.is_empty() {
            <&RawValue>::deserialize(deserializer).map(Some)
        } else {
            deserializer.deserialize_any(self)
        }
    }
}

impl<'de> Visitor<'de> for Locate<'_> {
    type Value = Option<&'de RawValue>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut found = None;
        while let Some(name) = map.next_key::<String>()? {
            match self.0.split_first() {
                Some((first, rest)) if *first == name => {
                    found = map.next_value_seed(Locate(rest))?
                }
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        Ok(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_found_wherever_they_stand() {
        let body = br#"{"a":[{"b":1}],"b":{"\u0063":"x","d":null,"e":"2","f":2.0,"g":true}}"#;
        let table = [
            (&["b", "c"][..], Some(r#""x""#)),
            (&["b", "d"], Some("null")),
            (&["a"], Some(r#"[{"b":1}]"#)),
            (&["a", "b"], None),
            (&["b", "c", "d"], None),
            (&["c"], None),
        ];
        for (path, expected) in table {
            assert_eq!(locate(body, path).map(RawValue::get), expected, "{path:?}");
        }
        let at = |name| locate(body, &["b", name]).expect("a value");
        assert_eq!((text(at("c")), text(at("d"))), (Some("x".to_owned()), None));
        assert_eq!((number(at("e")), number(at("f"))), (Some(2), Some(2)));
        assert_eq!((boolean(at("g")), boolean(at("c"))), (Some(true), None));
        assert_eq!(
            locate(body, &["a"])
                .and_then(items)
                .map(|items| items.len()),
            Some(1)
        );
        assert!(locate(b"{", &[]).is_none() && locate(b"<html>", &["a"]).is_none());
    }
}
