//! Reading types from content.

use serde::de::{Deserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::super::integral::whole;
use super::access::{Items, Properties};
use super::{Content, ContentError};

macro_rules! deserialize_integers {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'c>>(self, visitor: V) -> Result<V::Value, ContentError> {
            self.deserialize_integer(visitor)
        }
    )*};
}

impl<'c> Content<'_> {
    /// Numbers with a fraction of zero are integers to who asks for one.
    fn deserialize_integer<V: Visitor<'c>>(&'c self, visitor: V) -> Result<V::Value, ContentError> {
        let Some(integer) = self.as_integer() else {
            return self.deserialize_any(visitor);
        };
        match (i64::try_from(integer), u64::try_from(integer)) {
            (Ok(integer), _) => visitor.visit_i64(integer),
            (_, Ok(integer)) => visitor.visit_u64(integer),
            _ => self.deserialize_any(visitor),
        }
    }

    /// The integer that this is, if it is a number without a fraction.
    pub(in super::super) fn as_integer(&self) -> Option<i128> {
        match self {
            Content::Integer(integer) => Some((*integer).into()),
            Content::Unsigned(integer) => Some((*integer).into()),
            Content::Float(number) => whole(*number),
            _ => None,
        }
    }
}

impl<'c> Deserializer<'c> for &'c Content<'_> {
    type Error = ContentError;

    fn deserialize_any<V: Visitor<'c>>(self, visitor: V) -> Result<V::Value, ContentError> {
        match self {
            Content::Null => visitor.visit_unit(),
            Content::Boolean(boolean) => visitor.visit_bool(*boolean),
            Content::Integer(integer) => visitor.visit_i64(*integer),
            Content::Unsigned(integer) => visitor.visit_u64(*integer),
            Content::Float(number) => visitor.visit_f64(*number),
            Content::Text(text) => visitor.visit_borrowed_str(text),
            Content::Array(items) => visitor.visit_seq(Items::new(items)),
            Content::Object(properties) => visitor.visit_map(Properties::new(properties)),
        }
    }

    fn deserialize_option<V: Visitor<'c>>(self, visitor: V) -> Result<V::Value, ContentError> {
        match self {
            Content::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'c>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, ContentError> {
        visitor.visit_newtype_struct(self)
    }

    deserialize_integers! {
        deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
        deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64
    }

    forward_to_deserialize_any! {
        <W: Visitor<'c>>
        bool i128 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
