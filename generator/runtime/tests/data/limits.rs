//! Input made to do harm.

use bindery_runtime::{Content, Deserialize, Value};
use serde::de::value::Error;
use serde::de::{Deserializer, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;

use crate::types::{Checkout, Node, Price, Tree};
use crate::{assert_says, decode};

/// An array in an array in an array, without an end and with any number of items claimed: worse
/// than any text.
struct Abyss;

impl<'de> Deserializer<'de> for Abyss {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_seq(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier
        ignored_any
    }
}

impl<'de> SeqAccess<'de> for Abyss {
    type Error = Error;

    fn next_element_seed<T: serde::de::DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Error> {
        seed.deserialize(Self).map(Some)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(usize::MAX)
    }
}

#[test]
fn content_is_bounded_whatever_it_is_read_from() {
    let expected = ["nested deeper than 128 levels"];
    assert_says(&Content::deserialize(Abyss).unwrap_err(), &expected);
    assert_says(&Tree::deserialize(Abyss).unwrap_err(), &expected);
    assert_says(&Price::deserialize(Abyss).unwrap_err(), &expected);
}

#[test]
fn content_reads_as_deep_as_the_limit() {
    for (levels, is_read) in [(1, true), (128, true), (129, false)] {
        let mut value = Value::Array(Vec::new());
        for _ in 1..levels {
            value = Value::Array(vec![value]);
        }
        assert_eq!(
            Content::deserialize(&value).is_ok(),
            is_read,
            "{levels} levels"
        );
        assert_eq!(
            serde_json::from_value::<Tree>(value).is_ok(),
            is_read,
            "{levels} levels"
        );
    }
}

#[test]
fn deep_texts_are_read_or_refused() {
    for levels in [100, 10_000] {
        let text = format!(
            "{}{}{}",
            r#"{"child":"#.repeat(levels),
            "null",
            "}".repeat(levels)
        );
        assert_eq!(serde_json::from_str::<Node>(&text).is_ok(), levels == 100);
        let text = format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        assert_eq!(serde_json::from_str::<Tree>(&text).is_ok(), levels == 100);
        let text = format!(r#"{{"new": {text}}}"#);
        assert_eq!(serde_json::from_str::<Node>(&text).is_ok(), levels == 100);
    }
}

#[test]
fn wide_types_are_read_as_deep_as_the_parser_goes() {
    let checkout = r#"{"id": "c", "status": "new", "product": "p", "success_url": null"#;
    let level = format!(r#"{checkout}, "order": {{"id": "o", "amount": 1, "checkout": "#);
    for (levels, is_read) in [(63, true), (64, false)] {
        let text = format!(
            "{}{checkout}}}{}",
            level.repeat(levels),
            "}}".repeat(levels)
        );
        assert_eq!(serde_json::from_str::<Checkout>(&text).is_ok(), is_read);
    }
}

#[test]
fn content_is_what_was_read() {
    for json in [
        "null",
        "true",
        "-1",
        "18446744073709551615",
        "1.5",
        r#""é""#,
        r#"[{"a": []}]"#,
    ] {
        let content = serde_json::from_str::<Content<'_>>(json).unwrap();
        assert_eq!(Value::deserialize(&content).unwrap(), decode::<Value>(json));
    }
}
