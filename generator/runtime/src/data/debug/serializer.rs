use std::fmt;

use serde::ser::{Error, Impossible, Serialize, Serializer};

use super::super::secret::{HIDDEN, MARKER};
use super::compound::{DebugItems, DebugProperties};
use super::error::DebugError;
use super::show;

/// Writes one value to a formatter.
pub(super) struct DebugSerializer<'a, 'b, 'n> {
    pub(super) formatter: &'a mut fmt::Formatter<'b>,
    pub(super) name: Option<&'n str>,
    pub(super) levels_left: u8,
}

impl DebugSerializer<'_, '_, '_> {
    fn scalar(self, value: &dyn fmt::Debug) -> Result<(), DebugError> {
        match self.name {
            Some(name) => self.formatter.debug_tuple(name).field(value).finish()?,
            None => value.fmt(self.formatter)?,
        }
        Ok(())
    }

    /// How many levels an array or object may have inside; too many to show is not an error.
    fn one_deeper(&self) -> Result<u8, DebugError> {
        self.levels_left
            .checked_sub(1)
            .ok_or_else(|| DebugError::custom("…"))
    }
}

macro_rules! scalars {
    ($($method:ident($type:ty))*) => {$(
        fn $method(self, value: $type) -> Result<(), DebugError> {
            self.scalar(&value)
        }
    )*};
}

impl<'a, 'b> Serializer for DebugSerializer<'a, 'b, '_> {
    type Ok = ();
    type Error = DebugError;
    type SerializeSeq = DebugItems<'a, 'b>;
    type SerializeTuple = DebugItems<'a, 'b>;
    type SerializeTupleStruct = Impossible<(), DebugError>;
    type SerializeTupleVariant = Impossible<(), DebugError>;
    type SerializeMap = DebugProperties<'a, 'b>;
    type SerializeStruct = DebugProperties<'a, 'b>;
    type SerializeStructVariant = Impossible<(), DebugError>;

    scalars! {
        serialize_bool(bool)
        serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_i64(i64)
        serialize_u8(u8) serialize_u16(u16) serialize_u32(u32) serialize_u64(u64)
        serialize_f32(f32) serialize_f64(f64)
        serialize_char(char) serialize_str(&str) serialize_bytes(&[u8])
    }

    fn serialize_unit(self) -> Result<(), DebugError> {
        self.scalar(&format_args!("null"))
    }

    fn serialize_none(self) -> Result<(), DebugError> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), DebugError> {
        value.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<(), DebugError> {
        if name == MARKER {
            self.scalar(&format_args!("{HIDDEN}"))
        } else {
            value.serialize(self)
        }
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self::SerializeSeq, DebugError> {
        let levels_left = self.one_deeper()?;
        if let Some(name) = self.name {
            write!(self.formatter, "{name} ")?;
        }
        Ok(DebugItems::new(self.formatter, levels_left))
    }

    fn serialize_tuple(self, length: usize) -> Result<Self::SerializeTuple, DebugError> {
        self.serialize_seq(Some(length))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, DebugError> {
        let levels_left = self.one_deeper()?;
        Ok(DebugProperties::new(self.formatter, self.name, levels_left))
    }

    fn serialize_struct(
        self,
        _: &'static str,
        length: usize,
    ) -> Result<Self::SerializeStruct, DebugError> {
        self.serialize_map(Some(length))
    }

    // JSON has no enum variants; types from elsewhere show what can be said of theirs.

    fn serialize_unit_struct(self, name: &'static str) -> Result<(), DebugError> {
        self.scalar(&format_args!("{name}"))
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), DebugError> {
        self.scalar(&format_args!("{variant}"))
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), DebugError> {
        let levels_left = self.one_deeper()?;
        Ok(show(self.formatter, Some(variant), levels_left, value)?)
    }

    fn serialize_tuple_struct(
        self,
        name: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, DebugError> {
        Err(DebugError::custom(name))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, DebugError> {
        Err(DebugError::custom(variant))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, DebugError> {
        Err(DebugError::custom(variant))
    }
}
