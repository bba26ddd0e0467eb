use std::marker::PhantomData;

use serde::de::{Deserialize, MapAccess};
use serde::ser::{Serialize, SerializeMap};

use super::entry::Entry;
use super::integral::{Integral, Wire};
use super::slot::Slot;

/// A property that may be left out, sent as null, or sent with a value, where the three differ.
///
/// An update that leaves a property out keeps what the server has; null clears it.
///
/// # Examples
///
/// ```
/// use bindery_runtime::Patch;
///
/// let keep: Patch<String> = Patch::default();
/// let clear: Patch<String> = Patch::Null;
/// let change: Patch<String> = "a note".into();
///
/// assert!(keep.is_absent());
/// assert!(clear.is_null());
/// assert_eq!(change.as_option().map(String::as_str), Some("a note"));
/// // An `Option` is a value or null: what is not to be sent at all is simply not set.
/// assert_eq!(Patch::<i64>::from(Some(5)), Patch::Value(5));
/// assert_eq!(Patch::<i64>::from(None), Patch::Null);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Patch<T> {
    /// Not sent.
    #[default]
    Absent,
    /// Sent as null.
    Null,
    /// Sent with a value.
    Value(T),
}

impl<T> Patch<T> {
    /// The slot that reads such a property.
    pub const fn slot() -> PatchSlot<T> {
        PatchSlot {
            patch: Self::Absent,
            wire: PhantomData,
        }
    }

    /// The slot that reads such a property as an integer, which also accepts `2000.0`.
    pub const fn integral() -> PatchSlot<T, Integral<T>> {
        PatchSlot {
            patch: Self::Absent,
            wire: PhantomData,
        }
    }

    /// Whether the property is left out.
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether the property is null.
    pub const fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    /// The same by reference.
    pub const fn as_ref(&self) -> Patch<&T> {
        match self {
            Self::Absent => Patch::Absent,
            Self::Null => Patch::Null,
            Self::Value(value) => Patch::Value(value),
        }
    }

    /// The same with another value, if it has one.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Patch<U> {
        match self {
            Self::Absent => Patch::Absent,
            Self::Null => Patch::Null,
            Self::Value(value) => Patch::Value(change(value)),
        }
    }

    /// The value by reference; `None` for absent and null alike.
    pub const fn as_option(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }

    /// The value; `None` for absent and null alike.
    pub fn into_option(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Null => None,
        }
    }
}

impl<T> From<T> for Patch<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

/// `None` is null: absent is what was never set.
impl<T> From<Option<T>> for Patch<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Self::Value)
    }
}

impl From<&str> for Patch<String> {
    fn from(value: &str) -> Self {
        Self::Value(value.to_owned())
    }
}

impl<M: SerializeMap, T: Serialize> Entry<M> for Patch<T> {
    fn write(&self, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        match self {
            Self::Absent => Ok(()),
            Self::Null => map.serialize_entry(name, &()),
            Self::Value(value) => map.serialize_entry(name, value),
        }
    }

    fn is_absent(&self) -> bool {
        Self::is_absent(self)
    }
}

/// The slot of a property of type [`Patch`].
///
/// `W` is what the value is read as: the field's own type, or [`Integral`].
#[derive(Debug)]
pub struct PatchSlot<T, W = T> {
    patch: Patch<T>,
    wire: PhantomData<fn() -> W>,
}

impl<T, W> PatchSlot<T, W> {
    /// What was received.
    pub fn take(self) -> Patch<T> {
        self.patch
    }
}

impl<'de, A, T, W> Slot<'de, A> for PatchSlot<T, W>
where
    A: MapAccess<'de>,
    W: Deserialize<'de> + Wire<T>,
{
    fn fill(&mut self, map: &mut A) -> Result<(), A::Error> {
        self.patch = map.next_value::<Option<W>>()?.map(W::into_value).into();
        Ok(())
    }
}
