use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, Visitor};

use super::rest::RestSlot;
use super::slot::Slot;

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
/// property that is missing. A value that is null and must not be is named as well.
pub fn fill<'de, A: MapAccess<'de>>(
    mut map: A,
    names: &'static [&'static str],
    slots: &mut [&mut dyn Slot<'de, A>],
    rest: &mut dyn RestSlot<'de, A>,
) -> Result<(), A::Error> {
    let mut keys = Keys {
        names,
        next: 0,
        other: String::new(),
    };
    // How many slots, from the first on, have been filled one after the other: they need not be asked.
    let mut in_order = 0;
    while let Some(index) = map.next_key_seed(&mut keys)? {
        in_order += usize::from(index == in_order);
        match slots.get_mut(index) {
            Some(slot) => slot
                .fill(&mut map)
                .map_err(|error| name_null(error, names, index))?,
            None => rest.fill(std::mem::take(&mut keys.other), &mut map)?,
        }
    }
    let mut unsure = names.iter().zip(slots).skip(in_order);
    let missing = unsure.find(|(_, slot)| slot.is_missing());
    missing.map_or(Ok(()), |(name, _)| Err(A::Error::missing_field(name)))
}

/// Names the property if the error is that its value is null, which formats call an invalid type. Other
/// errors have a value to show, or are about a part of the value.
#[cold]
fn name_null<E: Error>(error: E, names: &[&str], index: usize) -> E {
    let text = error.to_string();
    match names.get(index) {
        Some(name) if text.starts_with("invalid type: null") => {
            E::custom(format_args!("field `{name}`: {text}"))
        }
        _ => error,
    }
}

/// Reads the name of a property as its position in `names`, without copying it. A name that is not
/// among them is kept in `other`, and its position is behind the last.
struct Keys {
    names: &'static [&'static str],
    next: usize,
    other: String,
}

impl Keys {
    /// The position of a name that is not the expected one.
    #[inline(never)]
    fn search(&mut self, key: &str) -> usize {
        let (before, after) = self
            .names
            .split_at_checked(self.next)
            .unwrap_or((self.names, &[]));
        let position = |names: &[&str]| names.iter().position(|name| *name == key);
        match position(after)
            .map(|index| before.len() + index)
            .or_else(|| position(before))
        {
            Some(index) => {
                self.next = index + 1;
                index
            }
            None => {
                key.clone_into(&mut self.other);
                self.names.len()
            }
        }
    }
}

impl<'de> DeserializeSeed<'de> for &mut Keys {
    type Value = usize;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for &mut Keys {
    type Value = usize;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the name of a property")
    }

    #[inline]
    fn visit_str<E: Error>(self, key: &str) -> Result<usize, E> {
        if self.names.get(self.next) == Some(&key) {
            self.next += 1;
            return Ok(self.next - 1);
        }
        Ok(self.search(key))
    }
}
