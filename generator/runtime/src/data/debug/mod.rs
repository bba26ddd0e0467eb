//! `Debug` by way of `Serialize`.
//!
//! Derived `Debug` is a third of what large models cost to build. This is one function for all of
//! them, and the one place that hides secrets.

mod compound;
mod error;
mod serializer;

use std::fmt;

use serde::ser::Serialize;

use self::error::DebugError;
use self::serializer::DebugSerializer;

/// As deep as values are shown; what lies deeper is shown as `…`.
const DEPTH_LIMIT: u8 = 128;

/// Formats `value` as Rust would, under the name of its type: the body of emitted `Debug`s.
///
/// Properties appear as they are on the wire. Those that would not be sent are left out, and
/// [`Secret`](super::Secret)s are hidden. `{:#?}` breaks lines as usual.
///
/// # Errors
///
/// Only the formatter's own. A value that can't be serialized is shown as the reason why.
pub fn debug<T: Serialize + ?Sized>(
    formatter: &mut fmt::Formatter<'_>,
    name: &str,
    value: &T,
) -> fmt::Result {
    show(formatter, Some(name), DEPTH_LIMIT, value)
}

fn show<T: Serialize + ?Sized>(
    formatter: &mut fmt::Formatter<'_>,
    name: Option<&str>,
    levels_left: u8,
    value: &T,
) -> fmt::Result {
    match value.serialize(DebugSerializer {
        formatter,
        name,
        levels_left,
    }) {
        Ok(()) => Ok(()),
        Err(DebugError::Format) => Err(fmt::Error),
        Err(DebugError::Value(reason)) => write!(formatter, "<{reason}>"),
    }
}

/// A part of a value, as the standard library's builders take it.
struct Part<'v, T: ?Sized> {
    value: &'v T,
    levels_left: u8,
}

impl<T: Serialize + ?Sized> fmt::Debug for Part<'_, T> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        show(formatter, None, self.levels_left, self.value)
    }
}
