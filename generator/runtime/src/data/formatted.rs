use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};
use serde_json::Number;

use super::format::{Format, FormatError};

/// A date-time of RFC 3339: OpenAPI's `format: date-time`.
///
/// # Examples
///
/// ```
/// use bindery_runtime::DateTime;
///
/// let created: DateTime = "2026-01-31T12:00:00+01:00".parse().unwrap();
/// assert_eq!(created.as_str(), "2026-01-31T12:00:00+01:00");
/// assert_eq!(created.get().unwrap().to_string(), "2026-01-31T11:00:00Z");
/// assert!("yesterday".parse::<DateTime>().is_err());
/// ```
#[cfg(feature = "jiff")]
pub type DateTime = Formatted<jiff::Timestamp>;

/// A day of RFC 3339 without a time: OpenAPI's `format: date`.
#[cfg(feature = "jiff")]
pub type Date = Formatted<jiff::civil::Date>;

/// A UUID of RFC 9562: `format: uuid`.
#[cfg(feature = "uuid")]
pub type Uuid = Formatted<uuid::Uuid>;

/// A decimal number, exact, as money must be: `format: decimal`.
#[cfg(feature = "decimal")]
pub type Decimal = Formatted<rust_decimal::Decimal>;

/// A text with a format, kept as it was received, and readable as a `T`.
///
/// Decoding takes any text: a date that this version can't read must not cost the caller the rest of
/// the answer. It also takes a number, kept as such, because some servers send dates as time
/// since 1970 and decimals without quotes.
///
/// Two of them are equal if they are the same on the wire: `1.0` and `1.00` are not. There is no
/// order. To compare what they mean, compare what [`get`](Self::get) returns.
pub struct Formatted<T> {
    text: Box<str>,
    is_number: bool,
    format: PhantomData<fn() -> T>,
}

impl<T> Formatted<T> {
    fn received(text: impl Into<Box<str>>, is_number: bool) -> Self {
        Self {
            text: text.into(),
            is_number,
            format: PhantomData,
        }
    }

    /// The text as it is on the wire.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl<T: Format> Formatted<T> {
    /// The value, or `None` if the text is not of the format.
    pub fn get(&self) -> Option<T> {
        self.parse().ok()
    }

    /// The value.
    ///
    /// # Errors
    ///
    /// Why the text, received from elsewhere, is not of the format.
    pub fn parse(&self) -> Result<T, FormatError> {
        let parse = if self.is_number {
            T::parse_number
        } else {
            T::parse
        };
        parse(&self.text).map_err(|reason| FormatError::new::<T>(&self.text, reason))
    }
}

impl<T: Format> From<T> for Formatted<T> {
    fn from(value: T) -> Self {
        Self::received(value.to_text(), false)
    }
}

/// Takes a text only if it is of the format, and then keeps it as it is.
impl<T: Format> FromStr for Formatted<T> {
    type Err = FormatError;

    fn from_str(text: &str) -> Result<Self, FormatError> {
        let formatted = Self::received(text, false);
        formatted.parse()?;
        Ok(formatted)
    }
}

impl<T> fmt::Display for Formatted<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.pad(&self.text)
    }
}

impl<T> fmt::Debug for Formatted<T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_number {
            formatter.write_str(&self.text)
        } else {
            fmt::Debug::fmt(&self.text, formatter)
        }
    }
}

// Written out because derives would ask the same of `T`.

impl<T> Clone for Formatted<T> {
    fn clone(&self) -> Self {
        Self::received(self.text.clone(), self.is_number)
    }
}

impl<T> PartialEq for Formatted<T> {
    fn eq(&self, other: &Self) -> bool {
        (&self.text, self.is_number) == (&other.text, other.is_number)
    }
}

impl<T> Eq for Formatted<T> {}

impl<T> Hash for Formatted<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (&self.text, self.is_number).hash(state);
    }
}

impl<T> Serialize for Formatted<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.text.parse::<Number>() {
            Ok(number) if self.is_number => number.serialize(serializer),
            _ => serializer.serialize_str(&self.text),
        }
    }
}

impl<'de, T> Deserialize<'de> for Formatted<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let Received { text, is_number } = deserializer.deserialize_any(ReceivedVisitor)?;
        Ok(Self::received(text, is_number))
    }
}

/// What is read for every format alike.
struct Received {
    text: Box<str>,
    is_number: bool,
}

struct ReceivedVisitor;

impl Visitor<'_> for ReceivedVisitor {
    type Value = Received;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string or a number")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Received, E> {
        Ok(Received {
            text: text.into(),
            is_number: false,
        })
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Received, E> {
        Ok(Received {
            text: number.to_string().into(),
            is_number: true,
        })
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Received, E> {
        Ok(Received {
            text: number.to_string().into(),
            is_number: true,
        })
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Received, E> {
        let text = Number::from_f64(number)
            .ok_or_else(|| E::custom("a number of JSON is finite"))?
            .to_string();
        Ok(Received {
            text: text.into(),
            is_number: true,
        })
    }
}
