use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use super::rest::RestSlot;
use super::slot::{Gap, Slot};

/// Reads all properties of an object: those in `names` into the slot at the same position, all
/// others into `rest`.
///
/// The heart of every emitted struct's [`Record::read`](super::Record::read). It is compiled once
/// per format. Objects mostly arrive in the order in which they are documented, so the search for a
/// property starts after the last one that was found; names of known properties are never copied.
///
/// # Errors
///
/// The format's error when a value does not fit its slot, and one that names the first required
/// property that is missing or null.
pub fn fill<'de, A: MapAccess<'de>>(
    mut map: A,
    names: &'static [&'static str],
    slots: &mut [&mut dyn Slot<'de, A>],
    rest: &mut dyn RestSlot<'de, A>,
) -> Result<(), A::Error> {
    let mut next = 0;
    while let Some(key) = map.next_key_seed(KeySeed { names, next })? {
        match key {
            Key::Known(index) => {
                if let Some(slot) = slots.get_mut(index) {
                    slot.fill(&mut map)?;
                }
                next = index + 1;
            }
            Key::Other(name) => rest.fill(name, &mut map)?,
        }
    }
    for (name, slot) in names.iter().zip(slots.iter()) {
        if let Some(gap) = slot.gap() {
            return Err(incomplete(name, gap));
        }
    }
    Ok(())
}

#[cold]
fn incomplete<E: Error>(name: &'static str, gap: Gap) -> E {
    match gap {
        Gap::Missing => E::missing_field(name),
        Gap::Null => E::custom(format_args!(
            "field `{name}` is null, but a value is required"
        )),
    }
}

/// The name of a property: one that the type has, by its position, or another one.
enum Key {
    Known(usize),
    Other(String),
}

/// Reads a name without copying it if it is one of `names`, searched from `next` on.
#[derive(Clone, Copy)]
struct KeySeed {
    names: &'static [&'static str],
    next: usize,
}

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl KeySeed {
    fn position(self, key: &str) -> Option<usize> {
        let (before, after) = self.names.split_at_checked(self.next)?;
        let found = after.iter().position(|name| *name == key);
        found
            .map(|index| index + self.next)
            .or_else(|| before.iter().position(|name| *name == key))
    }
}

impl Visitor<'_> for KeySeed {
    type Value = Key;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the name of a property")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Key, E> {
        Ok(self
            .position(key)
            .map_or_else(|| Key::Other(key.to_owned()), Key::Known))
    }
}
