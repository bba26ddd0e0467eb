//! Reading values that are written in the style `simple` (OpenAPI 3.0.3, "Style Values"; RFC 6570,
//! section 3.2.2).

use serde::de::value::{MapDeserializer, SeqDeserializer, StrDeserializer};
use serde::de::{Deserializer, Error, IntoDeserializer, Unexpected, Visitor};
use serde::forward_to_deserialize_any;

use super::super::data::ContentError;

/// A text that the type which is read from it tells the meaning of.
#[derive(Clone, Copy)]
pub(super) struct Simple<'de> {
    text: &'de str,
    explode: bool,
}

impl<'de> Simple<'de> {
    pub(super) fn new(text: &'de str, explode: bool) -> Self {
        let text = text.trim();
        Self { text, explode }
    }

    /// The items of an array; none of an empty text.
    fn items(self) -> impl Iterator<Item = Self> {
        let text = Some(self.text).filter(|text| !text.is_empty());
        let items = text.into_iter().flat_map(|text| text.split(','));
        items.map(move |item| Self::new(item, self.explode))
    }

    /// The properties of an object: `name=value`, or names and values in turn.
    fn properties(self) -> Vec<(Self, Self)> {
        let empty = Self { text: "", ..self };
        if self.explode {
            let pair = |item: Self| {
                let (name, value) = item.text.split_once('=').unwrap_or((item.text, ""));
                (Self::new(name, true), Self::new(value, true))
            };
            return self.items().map(pair).collect();
        }
        let mut items = self.items();
        let pair = || Some((items.next()?, items.next().unwrap_or(empty)));
        std::iter::from_fn(pair).collect()
    }

    fn whole(self, visitor: &impl Visitor<'de>) -> Result<i128, ContentError> {
        self.text.parse().map_err(|_| self.mismatch(visitor))
    }

    fn mismatch(self, visitor: &impl Visitor<'de>) -> ContentError {
        ContentError::invalid_type(Unexpected::Str(self.text), visitor)
    }
}

macro_rules! integers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ContentError> {
            let whole = self.whole(&visitor)?;
            match (i64::try_from(whole), u64::try_from(whole)) {
                (Ok(whole), _) => visitor.visit_i64(whole),
                (_, Ok(whole)) => visitor.visit_u64(whole),
                _ => Err(self.mismatch(&visitor)),
            }
        }
    )*};
}

impl<'de> Deserializer<'de> for Simple<'de> {
    type Error = ContentError;

    /// A number or a truth if the text is written as JSON writes them: what is expected may be either.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ContentError> {
        match serde_json::from_str(self.text) {
            Ok(serde_json::Value::Bool(boolean)) => visitor.visit_bool(boolean),
            Ok(serde_json::Value::Number(number)) if number.is_f64() => {
                self.deserialize_f64(visitor)
            }
            Ok(serde_json::Value::Number(_)) => self.deserialize_i64(visitor),
            _ => visitor.visit_borrowed_str(self.text),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ContentError> {
        match self.text.parse() {
            Ok(boolean) => visitor.visit_bool(boolean),
            Err(_) => Err(self.mismatch(&visitor)),
        }
    }

    integers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ContentError> {
        self.deserialize_f64(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ContentError> {
        match self.text.parse::<f64>() {
            Ok(number) if number.is_finite() => visitor.visit_f64(number),
            _ => Err(self.mismatch(&visitor)),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ContentError> {
        visitor.visit_borrowed_str(self.text)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ContentError> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ContentError> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, ContentError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ContentError> {
        visitor.visit_seq(SeqDeserializer::new(self.items()))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ContentError> {
        visitor.visit_map(MapDeserializer::new(self.properties().into_iter()))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ContentError> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ContentError> {
        visitor.visit_enum(StrDeserializer::new(self.text))
    }

    forward_to_deserialize_any! {
        i128 u128 char bytes byte_buf unit unit_struct tuple tuple_struct identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de, ContentError> for Simple<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}
