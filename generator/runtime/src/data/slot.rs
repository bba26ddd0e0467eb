use std::marker::PhantomData;

use serde::de::value::{Error as Refused, UnitDeserializer};
use serde::de::{Deserialize, MapAccess};

use super::integral::{Integral, Wire};

/// The place that [`fill`](super::fill) puts the value of one property into.
///
/// It is used as `dyn Slot`, so that the loop over an object's properties is compiled once per
/// format and not once per struct.
pub trait Slot<'de, A: MapAccess<'de>> {
    /// Reads the next value of `map`. A property that occurs twice is read twice: the last one wins.
    ///
    /// # Errors
    ///
    /// The format's error when the value does not fit.
    fn fill(&mut self, map: &mut A) -> Result<(), A::Error>;

    /// What keeps the object from being complete, once all of its properties have been read.
    fn gap(&self) -> Option<Gap> {
        None
    }
}

/// Why a required property has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gap {
    /// The object does not have the property.
    Missing,
    /// The property is there, and null.
    Null,
}

/// The slot of a property that must be there and must not be null.
///
/// `W` is what the value is read as: the field's own type, or [`Integral`].
#[derive(Debug)]
pub struct Required<T, W = T> {
    value: Option<T>,
    null: bool,
    wire: PhantomData<fn() -> W>,
}

impl<T> Required<T> {
    /// A slot for a value of any type.
    #[expect(
        clippy::new_without_default,
        reason = "a slot is only ever made by emitted code"
    )]
    pub const fn new() -> Self {
        Self {
            value: None,
            null: false,
            wire: PhantomData,
        }
    }
}

impl<T> Required<T, Integral<T>> {
    /// A slot for integers, which also accepts them as `2000.0`.
    pub const fn integral() -> Self {
        Self {
            value: None,
            null: false,
            wire: PhantomData,
        }
    }
}

impl<T, W> Required<T, W> {
    /// The value, once [`fill`](super::fill) has succeeded with this slot.
    ///
    /// # Panics
    ///
    /// When `fill` has not seen this slot or its error was ignored: a mistake in the code that
    /// calls it, which no input can bring about.
    pub fn take(self) -> T {
        match self.value {
            Some(value) => value,
            None => unfilled(),
        }
    }
}

#[cold]
fn unfilled() -> ! {
    unreachable!("`take` was called on a required slot that `fill` has not filled")
}

impl<'de, A, T, W> Slot<'de, A> for Required<T, W>
where
    A: MapAccess<'de>,
    W: Deserialize<'de> + Wire<T>,
{
    fn fill(&mut self, map: &mut A) -> Result<(), A::Error> {
        let value = map.next_value::<Option<W>>()?;
        self.null = value.is_none();
        self.value = value.or_else(from_null).map(W::into_value);
        Ok(())
    }

    fn gap(&self) -> Option<Gap> {
        match self.value {
            Some(_) => None,
            None if self.null => Some(Gap::Null),
            None => Some(Gap::Missing),
        }
    }
}

/// What `W` makes of null: a value where null is one, as for free-form JSON; nothing otherwise.
fn from_null<'de, W: Deserialize<'de>>() -> Option<W> {
    W::deserialize(UnitDeserializer::<Refused>::new()).ok()
}

/// The slot of a property that may be absent or null, where both mean the same.
///
/// `W` is what the value is read as: the field's own type, or [`Integral`].
#[derive(Debug)]
pub struct Optional<T, W = T> {
    value: Option<T>,
    wire: PhantomData<fn() -> W>,
}

impl<T> Optional<T> {
    /// A slot for a value of any type.
    #[expect(
        clippy::new_without_default,
        reason = "a slot is only ever made by emitted code"
    )]
    pub const fn new() -> Self {
        Self {
            value: None,
            wire: PhantomData,
        }
    }
}

impl<T> Optional<T, Integral<T>> {
    /// A slot for integers, which also accepts them as `2000.0`.
    pub const fn integral() -> Self {
        Self {
            value: None,
            wire: PhantomData,
        }
    }
}

impl<T, W> Optional<T, W> {
    /// The value; `None` when the property was absent or null.
    pub fn take(self) -> Option<T> {
        self.value
    }
}

impl<'de, A, T, W> Slot<'de, A> for Optional<T, W>
where
    A: MapAccess<'de>,
    W: Deserialize<'de> + Wire<T>,
{
    fn fill(&mut self, map: &mut A) -> Result<(), A::Error> {
        self.value = map.next_value::<Option<W>>()?.map(W::into_value);
        Ok(())
    }
}
