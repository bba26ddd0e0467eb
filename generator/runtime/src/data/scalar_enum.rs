//! Enums of integers, or of several JSON types, that keep values they don't know.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::scalar::{OwnedScalar, Scalar};

/// An enum of JSON scalars that servers may add values to; [`OpenEnum`](super::OpenEnum) for values
/// that are not all strings.
pub trait OpenScalarEnum: Clone + 'static {
    /// All values that the document lists.
    const KNOWN: &'static [Self];

    /// The value on the wire.
    fn scalar(&self) -> Scalar<'_>;

    /// The variant for all other values.
    fn unknown(value: UnknownScalar<Self>) -> Self;
}

/// A value of `E` that `E` does not list.
pub struct UnknownScalar<E> {
    value: OwnedScalar,
    of: PhantomData<fn() -> E>,
}

impl<E> UnknownScalar<E> {
    /// The value as received.
    pub fn scalar(&self) -> Scalar<'_> {
        self.value.as_scalar()
    }
}

/// Serializes an [`OpenScalarEnum`]; the body of every emitted one's `Serialize`.
///
/// # Errors
///
/// The format's error.
pub fn serialize<E: OpenScalarEnum, S: Serializer>(
    value: &E,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    value.scalar().serialize(serializer)
}

/// Deserializes an [`OpenScalarEnum`]; the body of every emitted one's `Deserialize`.
///
/// # Errors
///
/// The format's error for arrays and objects.
pub fn deserialize<'de, E, D>(deserializer: D) -> Result<E, D::Error>
where
    E: OpenScalarEnum,
    D: Deserializer<'de>,
{
    let value = OwnedScalar::deserialize(deserializer)?;
    let known = E::KNOWN
        .iter()
        .find(|known| is_same(known.scalar(), value.as_scalar()))
        .cloned();
    Ok(known.unwrap_or_else(|| {
        E::unknown(UnknownScalar {
            value,
            of: PhantomData,
        })
    }))
}

/// Whether both are the same JSON value: `1` and `1.0` are (JSON Schema 2020-12 section 4.2.1).
fn is_same(left: Scalar<'_>, right: Scalar<'_>) -> bool {
    #[expect(
        clippy::cast_precision_loss,
        reason = "a number that is not whole equals no integer"
    )]
    match (left, right) {
        (Scalar::Integer(integer), Scalar::Number(number))
        | (Scalar::Number(number), Scalar::Integer(integer)) => integer as f64 == number,
        (left, right) => left == right,
    }
}

// Written out because derives would ask the same of `E`, and because numbers that come from JSON
// are never NaN: bit by bit, equality is an equivalence.

impl<E> UnknownScalar<E> {
    fn identity(&self) -> (u8, &str, u64) {
        match self.scalar() {
            Scalar::Text(text) => (0, text, 0),
            Scalar::Integer(integer) => (1, "", integer.cast_unsigned()),
            Scalar::Number(number) => (2, "", number.to_bits()),
            Scalar::Boolean(boolean) => (3, "", boolean.into()),
            Scalar::Null => (4, "", 0),
        }
    }
}

impl<E> PartialEq for UnknownScalar<E> {
    fn eq(&self, other: &Self) -> bool {
        self.identity() == other.identity()
    }
}

impl<E> Eq for UnknownScalar<E> {}

impl<E> Hash for UnknownScalar<E> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.identity().hash(state);
    }
}

impl<E> Clone for UnknownScalar<E> {
    fn clone(&self) -> Self {
        Self {
            value: self.value.clone(),
            of: PhantomData,
        }
    }
}

impl<E> fmt::Debug for UnknownScalar<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.scalar() {
            Scalar::Text(text) => fmt::Debug::fmt(text, formatter),
            other => fmt::Display::fmt(&other, formatter),
        }
    }
}
