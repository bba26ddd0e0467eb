//! Arrays and objects.

use std::fmt;

use serde::ser::{Serialize, SerializeMap, SerializeSeq, SerializeStruct, SerializeTuple};

use super::Part;
use super::error::DebugError;

pub(super) struct DebugItems<'a, 'b> {
    list: fmt::DebugList<'a, 'b>,
    levels_left: u8,
}

impl<'a, 'b> DebugItems<'a, 'b> {
    pub(super) fn new(formatter: &'a mut fmt::Formatter<'b>, levels_left: u8) -> Self {
        Self {
            list: formatter.debug_list(),
            levels_left,
        }
    }
}

impl SerializeSeq for DebugItems<'_, '_> {
    type Ok = ();
    type Error = DebugError;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), DebugError> {
        self.list.entry(&Part {
            value,
            levels_left: self.levels_left,
        });
        Ok(())
    }

    fn end(mut self) -> Result<(), DebugError> {
        Ok(self.list.finish()?)
    }
}

impl SerializeTuple for DebugItems<'_, '_> {
    type Ok = ();
    type Error = DebugError;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), DebugError> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Result<(), DebugError> {
        SerializeSeq::end(self)
    }
}

/// An object: with a name like a struct, without one like a map.
pub(super) struct DebugProperties<'a, 'b> {
    builder: Builder<'a, 'b>,
    levels_left: u8,
    key: String,
}

enum Builder<'a, 'b> {
    Struct(fmt::DebugStruct<'a, 'b>),
    Map(fmt::DebugMap<'a, 'b>),
}

impl<'a, 'b> DebugProperties<'a, 'b> {
    pub(super) fn new(
        formatter: &'a mut fmt::Formatter<'b>,
        name: Option<&str>,
        levels_left: u8,
    ) -> Self {
        let builder = match name {
            Some(name) => Builder::Struct(formatter.debug_struct(name)),
            None => Builder::Map(formatter.debug_map()),
        };
        Self {
            builder,
            levels_left,
            key: String::new(),
        }
    }

    fn property<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) {
        let part = Part {
            value,
            levels_left: self.levels_left,
        };
        match &mut self.builder {
            Builder::Struct(fields) => drop(fields.field(key, &part)),
            Builder::Map(entries) => drop(entries.entry(&key, &part)),
        }
    }
}

impl SerializeMap for DebugProperties<'_, '_> {
    type Ok = ();
    type Error = DebugError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), DebugError> {
        let shown = format!(
            "{:?}",
            Part {
                value: key,
                levels_left: self.levels_left
            }
        );
        shown.trim_matches('"').clone_into(&mut self.key);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), DebugError> {
        let key = std::mem::take(&mut self.key);
        self.property(&key, value);
        Ok(())
    }

    fn end(self) -> Result<(), DebugError> {
        match self.builder {
            Builder::Struct(mut fields) => Ok(fields.finish()?),
            Builder::Map(mut entries) => Ok(entries.finish()?),
        }
    }
}

impl SerializeStruct for DebugProperties<'_, '_> {
    type Ok = ();
    type Error = DebugError;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), DebugError> {
        self.property(key, value);
        Ok(())
    }

    fn end(self) -> Result<(), DebugError> {
        SerializeMap::end(self)
    }
}
