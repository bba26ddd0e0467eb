use serde::ser::{Serialize, SerializeMap, Serializer};

use super::rest::RestEntries;

/// The value of one property that is to be written.
///
/// It is used as `dyn Entry`, so that writing an object is a loop over data and not code of its own
/// per struct.
pub trait Entry<M: SerializeMap> {
    /// Writes the property under `name`, unless it [is absent](Self::is_absent).
    ///
    /// # Errors
    ///
    /// The format's error when the value can't be written.
    fn write(&self, name: &'static str, map: &mut M) -> Result<(), M::Error>;

    /// Whether the object goes without this property.
    fn is_absent(&self) -> bool {
        false
    }
}

impl<M: SerializeMap, T: Serialize> Entry<M> for T {
    fn write(&self, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        map.serialize_entry(name, self)
    }
}

/// An optional property: written if it has a value, absent otherwise.
///
/// A bare `Option` is the value of a property that is required and may be null.
#[derive(Debug)]
pub struct IfSome<'a, T>(pub &'a Option<T>);

impl<M: SerializeMap, T: Serialize> Entry<M> for IfSome<'_, T> {
    fn write(&self, name: &'static str, map: &mut M) -> Result<(), M::Error> {
        match self.0 {
            Some(value) => map.serialize_entry(name, value),
            None => Ok(()),
        }
    }

    fn is_absent(&self) -> bool {
        self.0.is_none()
    }
}

/// Serializes an object: `entries` under the names at the same positions, then `rest`.
///
/// The body of every emitted struct's `Serialize`. A property of `rest` whose name a field has
/// already been written under is left out, since an object with a name twice means something
/// different to every reader (RFC 8259 section 4). Under the name of a field that is absent it is
/// written: this is how a caller can send what the field's type can't say.
///
/// # Errors
///
/// The format's error when a value can't be written.
pub fn write<S: Serializer>(
    serializer: S,
    names: &'static [&'static str],
    entries: &[&dyn Entry<S::SerializeMap>],
    rest: &dyn RestEntries<S::SerializeMap>,
) -> Result<S::Ok, S::Error> {
    let mut map = serializer.serialize_map(None)?;
    write_all(&mut map, names, entries, rest)?;
    map.end()
}

fn write_all<M: SerializeMap>(
    map: &mut M,
    names: &'static [&'static str],
    entries: &[&dyn Entry<M>],
    rest: &dyn RestEntries<M>,
) -> Result<(), M::Error> {
    for (name, entry) in names.iter().zip(entries) {
        entry.write(name, map)?;
    }
    let is_written = |key: &str| {
        names
            .iter()
            .zip(entries)
            .any(|(name, entry)| *name == key && !entry.is_absent())
    };
    rest.write(&is_written, map)
}
