//! The items of an array and the properties of an object.

use std::borrow::Cow;
use std::iter::Enumerate;
use std::slice::Iter;

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{DeserializeSeed, MapAccess, SeqAccess};

use super::{Content, ContentError};

pub(super) struct Items<'c, 'de>(Enumerate<Iter<'c, Content<'de>>>);

impl<'c, 'de> Items<'c, 'de> {
    pub(super) fn new(items: &'c [Content<'de>]) -> Self {
        Self(items.iter().enumerate())
    }
}

impl<'c> SeqAccess<'c> for Items<'c, '_> {
    type Error = ContentError;

    fn next_element_seed<T: DeserializeSeed<'c>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, ContentError> {
        self.0
            .next()
            .map(|(index, item)| seed.deserialize(item).map_err(|error| error.in_item(index)))
            .transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

pub(super) struct Properties<'c, 'de> {
    properties: Iter<'c, (Cow<'de, str>, Content<'de>)>,
    current: Option<(&'c str, &'c Content<'de>)>,
}

impl<'c, 'de> Properties<'c, 'de> {
    pub(super) fn new(properties: &'c [(Cow<'de, str>, Content<'de>)]) -> Self {
        Self {
            properties: properties.iter(),
            current: None,
        }
    }
}

impl<'c> MapAccess<'c> for Properties<'c, '_> {
    type Error = ContentError;

    fn next_key_seed<K: DeserializeSeed<'c>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, ContentError> {
        self.current = self
            .properties
            .next()
            .map(|(name, value)| (name.as_ref(), value));
        self.current
            .map(|(name, _)| seed.deserialize(BorrowedStrDeserializer::new(name)))
            .transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'c>>(
        &mut self,
        seed: V,
    ) -> Result<V::Value, ContentError> {
        // Asked for a value without a key, which no visitor may do, it answers null.
        let (name, value) = self.current.take().unwrap_or(("", &Content::Null));
        seed.deserialize(value)
            .map_err(|error| error.in_property(name))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.properties.len())
    }
}
