use std::collections::BTreeMap;

use serde::de::{Deserialize, IgnoredAny, MapAccess};
use serde::ser::{Serialize, SerializeMap};
use serde_json::Value;

/// The place that [`fill`](super::fill) puts properties into that the type does not name.
pub trait RestSlot<'de, A: MapAccess<'de>> {
    /// Reads the next value of `map`, which belongs to the property `name`.
    ///
    /// # Errors
    ///
    /// The format's error when the value does not fit.
    fn fill(&mut self, name: String, map: &mut A) -> Result<(), A::Error>;
}

/// Properties that [`write`](super::write) adds to those that the type names.
pub trait RestEntries<M: SerializeMap> {
    /// Writes all of them but those that `is_written` says the object has already.
    ///
    /// # Errors
    ///
    /// The format's error when a value can't be written.
    fn write(&self, is_written: &dyn Fn(&str) -> bool, map: &mut M) -> Result<(), M::Error>;
}

/// Keeps unknown properties: free-form JSON, or what the document's `additionalProperties` says.
#[derive(Debug)]
pub struct Rest<V = Value>(BTreeMap<String, V>);

impl<V> Rest<V> {
    /// A slot without properties.
    #[expect(
        clippy::new_without_default,
        reason = "a slot is only ever made by emitted code"
    )]
    pub const fn new() -> Self {
        Self(BTreeMap::new())
    }

    /// The properties that were received.
    pub fn take(self) -> BTreeMap<String, V> {
        self.0
    }
}

impl<'de, A: MapAccess<'de>, V: Deserialize<'de>> RestSlot<'de, A> for Rest<V> {
    fn fill(&mut self, name: String, map: &mut A) -> Result<(), A::Error> {
        self.0.insert(name, map.next_value()?);
        Ok(())
    }
}

impl<M: SerializeMap, V: Serialize> RestEntries<M> for BTreeMap<String, V> {
    fn write(&self, is_written: &dyn Fn(&str) -> bool, map: &mut M) -> Result<(), M::Error> {
        self.iter()
            .filter(|(name, _)| !is_written(name))
            .try_for_each(|(name, value)| map.serialize_entry(name, value))
    }
}

/// Drops unknown properties, for types whose document says `additionalProperties: false`.
///
/// They are still no error: a server that adds a property must not break its clients.
#[derive(Clone, Copy, Debug)]
pub struct Ignored;

impl<'de, A: MapAccess<'de>> RestSlot<'de, A> for Ignored {
    fn fill(&mut self, _: String, map: &mut A) -> Result<(), A::Error> {
        map.next_value::<IgnoredAny>().map(drop)
    }
}

impl<M: SerializeMap> RestEntries<M> for Ignored {
    fn write(&self, _: &dyn Fn(&str) -> bool, _: &mut M) -> Result<(), M::Error> {
        Ok(())
    }
}
