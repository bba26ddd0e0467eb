use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserializer, MapAccess, Visitor};

/// A type that is a JSON object with named properties.
///
/// Emitted structs implement this with one call of [`fill`](super::fill) and forward their
/// `Deserialize` to [`read`].
pub trait Record<'de>: Sized {
    /// Reads the properties of one object.
    ///
    /// # Errors
    ///
    /// The format's error when a value does not fit its field, or when a required property is
    /// missing or null; the message then names the property as it is on the wire.
    fn read<A: MapAccess<'de>>(map: A) -> Result<Self, A::Error>;
}

/// Deserializes a [`Record`]; the body of every emitted struct's `Deserialize`.
///
/// # Errors
///
/// Whatever [`Record::read`] reports, and an invalid type for anything but an object.
pub fn read<'de, T: Record<'de>, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    deserializer.deserialize_map(RecordVisitor(PhantomData))
}

struct RecordVisitor<T>(PhantomData<T>);

impl<'de, T: Record<'de>> Visitor<'de> for RecordVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        T::read(map)
    }
}
