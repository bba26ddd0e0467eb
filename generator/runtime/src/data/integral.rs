use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};

/// What a field of type `T` is read as: `T` itself, or [`Integral`].
pub trait Wire<T> {
    /// The field's value.
    fn into_value(self) -> T;
}

impl<T> Wire<T> for T {
    fn into_value(self) -> T {
        self
    }
}

/// Integers read leniently: a number with a fraction of zero, such as `2000.0`, is an integer.
///
/// JSON does not tell the two apart (RFC 8259 section 6, JSON Schema 2020-12 section 6.1.1), and
/// servers written in languages that don't either send whichever they happen to hold.
#[derive(Debug)]
pub struct Integral<T>(T);

impl<T> Wire<T> for Integral<T> {
    fn into_value(self) -> T {
        self.0
    }
}

impl<'de, T: Integers<'de>> Deserialize<'de> for Integral<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize_integers(deserializer).map(Self)
    }
}

/// An integer, or a collection of integers.
pub trait Integers<'de>: Sized {
    /// Reads each integer as [`Integral`] says.
    ///
    /// # Errors
    ///
    /// The format's error when a number has a fraction or is too large for its type.
    fn deserialize_integers<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error>;
}

macro_rules! integers {
    ($($integer:ident $deserialize:ident)*) => {$(
        impl<'de> Integers<'de> for $integer {
            fn deserialize_integers<D: Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                deserializer.$deserialize(IntegerVisitor(PhantomData))
            }
        }
    )*};
}

integers! {
    i32 deserialize_i32
    i64 deserialize_i64
    u32 deserialize_u32
    u64 deserialize_u64
}

impl<'de, T: Integers<'de>> Integers<'de> for Box<T> {
    fn deserialize_integers<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize_integers(deserializer).map(Self::new)
    }
}

impl<'de, T: Integers<'de>> Integers<'de> for Option<T> {
    fn deserialize_integers<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Option::<Integral<T>>::deserialize(deserializer)?;
        Ok(value.map(Wire::into_value))
    }
}

impl<'de, T: Integers<'de>> Integers<'de> for Vec<T> {
    fn deserialize_integers<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let values = Vec::<Integral<T>>::deserialize(deserializer)?;
        Ok(values.into_iter().map(Wire::into_value).collect())
    }
}

impl<'de, T: Integers<'de>> Integers<'de> for BTreeMap<String, T> {
    fn deserialize_integers<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let values = BTreeMap::<String, Integral<T>>::deserialize(deserializer)?;
        Ok(values
            .into_iter()
            .map(|(name, Integral(value))| (name, value))
            .collect())
    }
}

struct IntegerVisitor<T>(PhantomData<T>);

impl<T: TryFrom<i64> + TryFrom<u64> + TryFrom<i128>> Visitor<'_> for IntegerVisitor<T> {
    type Value = T;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "an integer that fits {}",
            std::any::type_name::<T>()
        )
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        T::try_from(value).map_err(|_| E::invalid_value(Unexpected::Signed(value), &self))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        T::try_from(value).map_err(|_| E::invalid_value(Unexpected::Unsigned(value), &self))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        whole(value)
            .and_then(|integer| T::try_from(integer).ok())
            .ok_or_else(|| E::invalid_value(Unexpected::Float(value), &self))
    }
}

/// The integer that `value` is, if it has no fraction and some 64-bit integer can hold it.
pub(super) fn whole(value: f64) -> Option<i128> {
    const LIMIT: f64 = 18_446_744_073_709_551_616.0; // 2^64, which a float holds exactly
    #[expect(
        clippy::cast_possible_truncation,
        reason = "below 2^64 and without a fraction"
    )]
    (value.abs() < LIMIT && value.fract() == 0.0).then_some(value as i128)
}
