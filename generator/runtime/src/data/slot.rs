use std::marker::PhantomData;

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

    /// Whether the object is incomplete as long as nothing has been read into this slot.
    fn is_missing(&self) -> bool {
        false
    }
}

/// The slot of a property that must be there, and be null only if null is a value of its type.
///
/// `W` is what the value is read as: the field's own type, or [`Integral`].
#[derive(Debug)]
pub struct Required<T, W = T> {
    value: Option<T>,
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
            wire: PhantomData,
        }
    }
}

impl<T> Required<T, Integral<T>> {
    /// A slot for integers, which also accepts them as `2000.0`.
    pub const fn integral() -> Self {
        Self {
            value: None,
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
        self.value = Some(map.next_value::<W>()?.into_value());
        Ok(())
    }

    fn is_missing(&self) -> bool {
        self.value.is_none()
    }
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
