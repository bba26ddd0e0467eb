//! Reading content from any format.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::Content;

/// As deep as serde_json reads.
const DEPTH_LIMIT: u8 = 128;

/// A size that input claims is trusted up to here only, lest a few bytes reserve gigabytes.
const CAPACITY_LIMIT: usize = 1024;

impl<'de> Deserialize<'de> for Content<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        ContentSeed {
            levels_left: DEPTH_LIMIT,
        }
        .deserialize(deserializer)
    }
}

/// Reads content with at most so many levels of arrays and objects.
#[derive(Clone, Copy)]
struct ContentSeed {
    levels_left: u8,
}

impl ContentSeed {
    fn one_deeper<E: Error>(self) -> Result<Self, E> {
        let levels_left = self.levels_left.checked_sub(1).ok_or_else(|| {
            E::custom(format_args!(
                "arrays and objects are nested deeper than {DEPTH_LIMIT} levels"
            ))
        })?;
        Ok(Self { levels_left })
    }
}

impl<'de> DeserializeSeed<'de> for ContentSeed {
    type Value = Content<'de>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Content<'de>, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ContentSeed {
    type Value = Content<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Content<'de>, E> {
        Ok(Content::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Content<'de>, E> {
        Ok(Content::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Content<'de>, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E: Error>(self, boolean: bool) -> Result<Content<'de>, E> {
        Ok(Content::Boolean(boolean))
    }

    fn visit_i64<E: Error>(self, integer: i64) -> Result<Content<'de>, E> {
        Ok(Content::Integer(integer))
    }

    fn visit_u64<E: Error>(self, integer: u64) -> Result<Content<'de>, E> {
        Ok(i64::try_from(integer).map_or(Content::Unsigned(integer), Content::Integer))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Content<'de>, E> {
        Ok(Content::Float(number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Content<'de>, E> {
        Ok(Content::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Content<'de>, E> {
        Ok(Content::Text(Cow::Borrowed(text)))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Content<'de>, E> {
        Ok(Content::Text(Cow::Owned(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Content<'de>, A::Error> {
        let seed = self.one_deeper()?;
        let mut items = Vec::with_capacity(seq.size_hint().unwrap_or(0).min(CAPACITY_LIMIT));
        while let Some(item) = seq.next_element_seed(seed)? {
            items.push(item);
        }
        Ok(Content::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Content<'de>, A::Error> {
        let seed = self.one_deeper()?;
        let mut properties = Vec::with_capacity(map.size_hint().unwrap_or(0).min(CAPACITY_LIMIT));
        while let Some(name) = map.next_key_seed(seed)? {
            let Content::Text(name) = name else {
                return Err(A::Error::custom("the name of a property is not a string"));
            };
            properties.push((name, map.next_value_seed(seed)?));
        }
        Ok(Content::Object(properties))
    }
}
