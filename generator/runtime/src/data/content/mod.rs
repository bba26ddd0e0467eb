//! A JSON value that is kept until it is known what to make of it.

mod access;
mod deserializer;
mod error;
mod read;

use std::borrow::Cow;

use serde_json::{Map, Value};

pub use self::error::ContentError;

/// A JSON value in memory whose strings are borrowed from the input where that is possible.
///
/// A union reads its input into one of these, looks at it, and then reads the variant out of it:
/// `&Content` is a `Deserializer`. Arrays and objects are at most 128 levels deep, whatever they
/// are read from, so that no input can exhaust the stack.
#[derive(Clone, Debug, PartialEq)]
pub enum Content<'de> {
    /// Null.
    Null,
    /// True or false.
    Boolean(bool),
    /// A number without a fraction that fits.
    Integer(i64),
    /// A number without a fraction that is too large for an `i64`.
    Unsigned(u64),
    /// Any other number.
    Float(f64),
    /// A string.
    Text(Cow<'de, str>),
    /// An array.
    Array(Vec<Content<'de>>),
    /// An object with its properties as received: in order, repeated ones included.
    Object(Vec<(Cow<'de, str>, Content<'de>)>),
}

impl Content<'_> {
    /// The property `name` of an object; the last one, if it is repeated.
    pub fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(properties) = self else {
            return None;
        };
        properties
            .iter()
            .rev()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value)
    }

    /// The text of a string.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Takes the property `name` out of an object.
    pub(super) fn remove(&mut self, name: &str) {
        if let Self::Object(properties) = self {
            properties.retain(|(key, _)| key != name);
        }
    }

    pub(super) fn into_value(self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Boolean(boolean) => Value::Bool(boolean),
            Self::Integer(integer) => integer.into(),
            Self::Unsigned(integer) => integer.into(),
            Self::Float(number) => number.into(),
            Self::Text(text) => Value::String(text.into_owned()),
            Self::Array(items) => items.into_iter().map(Content::into_value).collect(),
            Self::Object(properties) => Value::Object(
                properties
                    .into_iter()
                    .map(|(name, value)| (name.into_owned(), value.into_value()))
                    .collect::<Map<_, _>>(),
            ),
        }
    }
}
