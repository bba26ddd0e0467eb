//! What the types of generated clients are made of.

mod base64;
mod content;
mod debug;
mod entry;
mod expandable;
mod fill;
mod format;
mod formatted;
mod integral;
mod patch;
mod record;
mod rest;
mod scalar;
mod secret;
mod shape;
mod slot;
mod tagged;

pub mod open_enum;
pub mod scalar_enum;
pub mod union;

pub use self::base64::{Base64, InvalidBase64};
pub use self::content::{Content, ContentError};
pub use self::debug::debug;
pub use self::entry::{Entry, IfSome, write};
pub use self::expandable::{Expandable, Identified};
pub use self::fill::fill;
pub use self::format::{Format, FormatError};
#[cfg(feature = "decimal")]
pub use self::formatted::Decimal;
pub use self::formatted::Formatted;
#[cfg(feature = "uuid")]
pub use self::formatted::Uuid;
#[cfg(feature = "jiff")]
pub use self::formatted::{Date, DateTime};
pub use self::integral::{Integers, Integral, Wire};
pub use self::open_enum::{OpenEnum, Unknown};
pub use self::patch::{Patch, PatchSlot};
pub use self::record::{Record, read};
pub use self::rest::{Ignored, Rest, RestEntries, RestSlot};
pub use self::scalar::Scalar;
pub use self::scalar_enum::{OpenScalarEnum, UnknownScalar};
pub use self::secret::Secret;
pub use self::shape::{Constant, Shape};
pub use self::slot::{Optional, Required, Slot};
pub use self::union::{Union, UnknownVariant, Variant, read_variant};
