use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

use super::integral::whole;

/// A JSON value without parts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Scalar<'a> {
    /// A string.
    Text(&'a str),
    /// A number without a fraction.
    Integer(i64),
    /// Another number: with a fraction, or too large for an `i64`.
    Number(f64),
    /// True or false.
    Boolean(bool),
    /// Null.
    Null,
}

impl Serialize for Scalar<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Integer(integer) => serializer.serialize_i64(integer),
            Self::Number(number) => serializer.serialize_f64(number),
            Self::Boolean(boolean) => serializer.serialize_bool(boolean),
            Self::Null => serializer.serialize_unit(),
        }
    }
}

/// The text without quotes, the others as in JSON.
impl fmt::Display for Scalar<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => formatter.write_str(text),
            Self::Integer(integer) => integer.fmt(formatter),
            Self::Number(number) => number.fmt(formatter),
            Self::Boolean(boolean) => boolean.fmt(formatter),
            Self::Null => formatter.write_str("null"),
        }
    }
}

/// A [`Scalar`] that owns its text. A number without a fraction is always an `Integer`, if it fits.
#[derive(Clone)]
pub(super) enum OwnedScalar {
    Text(Box<str>),
    Integer(i64),
    Number(f64),
    Boolean(bool),
    Null,
}

impl OwnedScalar {
    pub(super) fn as_scalar(&self) -> Scalar<'_> {
        match self {
            Self::Text(text) => Scalar::Text(text),
            Self::Integer(integer) => Scalar::Integer(*integer),
            Self::Number(number) => Scalar::Number(*number),
            Self::Boolean(boolean) => Scalar::Boolean(*boolean),
            Self::Null => Scalar::Null,
        }
    }
}

impl<'de> Deserialize<'de> for OwnedScalar {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ScalarVisitor)
    }
}

struct ScalarVisitor;

impl Visitor<'_> for ScalarVisitor {
    type Value = OwnedScalar;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string, a number, a boolean or null")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<OwnedScalar, E> {
        Ok(OwnedScalar::Text(text.into()))
    }

    fn visit_bool<E: Error>(self, boolean: bool) -> Result<OwnedScalar, E> {
        Ok(OwnedScalar::Boolean(boolean))
    }

    fn visit_i64<E: Error>(self, integer: i64) -> Result<OwnedScalar, E> {
        Ok(OwnedScalar::Integer(integer))
    }

    fn visit_u64<E: Error>(self, integer: u64) -> Result<OwnedScalar, E> {
        #[expect(clippy::cast_precision_loss, reason = "documented at `Scalar::Number`")]
        let number = || OwnedScalar::Number(integer as f64);
        Ok(i64::try_from(integer).map_or_else(|_| number(), OwnedScalar::Integer))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<OwnedScalar, E> {
        let integer = whole(number).and_then(|integer| i64::try_from(integer).ok());
        Ok(integer.map_or(OwnedScalar::Number(number), OwnedScalar::Integer))
    }

    fn visit_unit<E: Error>(self) -> Result<OwnedScalar, E> {
        Ok(OwnedScalar::Null)
    }
}
