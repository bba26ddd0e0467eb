//! Values of one of several types, told apart by what they look like.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, DeserializeOwned, Deserializer};
use serde::ser::{Serialize, Serializer};
use serde_json::Value;

use super::content::{Content, ContentError};
use super::shape::Shape;
use super::tagged::TaggedSerializer;

/// A value of one of several types: OpenAPI's `oneOf` and `anyOf`.
///
/// Reading one dispatches, it does not guess: on the tag, if the union has one and the value holds
/// it; else on the JSON type, on properties with constant values and on required properties,
/// whatever says most about the value first. What fits no variant becomes `Unknown` and is kept.
/// What does fit one, and then has content that the variant can't hold, is an error that names the
/// variant and the place.
pub trait Union: Sized + 'static {
    /// The variants in the document's order, which decides when nothing else does.
    const VARIANTS: &'static [Variant<Self>];

    /// The property whose text names the variant: the document's `discriminator`.
    const TAG: Option<&'static str>;

    /// The variant for everything else.
    fn unknown(value: UnknownVariant<Self>) -> Self;
}

/// One variant of the union `U`: what it looks like and how it is read.
#[derive(Debug)]
pub struct Variant<U> {
    name: &'static str,
    shape: Shape,
    read: fn(&Content<'_>) -> Result<U, ContentError>,
}

impl<U> Variant<U> {
    /// A variant; `name` is for messages.
    pub const fn new(
        name: &'static str,
        shape: Shape,
        read: fn(&Content<'_>) -> Result<U, ContentError>,
    ) -> Self {
        Self { name, shape, read }
    }
}

/// Reads the payload of a variant.
///
/// # Errors
///
/// What the content is not, and where in it.
pub fn read_variant<T: DeserializeOwned>(content: &Content<'_>) -> Result<T, ContentError> {
    T::deserialize(content)
}

/// Deserializes a [`Union`]; the body of every emitted one's `Deserialize`.
///
/// # Errors
///
/// The format's error, and one that names the variant when the content does not fit it.
pub fn deserialize<'de, U: Union, D: Deserializer<'de>>(deserializer: D) -> Result<U, D::Error> {
    let mut content = Content::deserialize(deserializer)?;
    let shapes = U::VARIANTS.iter().map(|variant| &variant.shape);
    let selected = select(shapes, U::TAG, &content).and_then(|index| U::VARIANTS.get(index));
    let Some(variant) = selected else {
        return Ok(U::unknown(UnknownVariant {
            value: content.into_value(),
            of: PhantomData,
        }));
    };
    if let Some(tag) = U::TAG.filter(|tag| !variant.shape.names(tag)) {
        content.remove(tag);
    }
    (variant.read)(&content).map_err(|error| error.in_variant(variant.name))
}

/// The position of the shape that `content` has.
fn select<'s>(
    shapes: impl Iterator<Item = &'s Shape>,
    tag: Option<&str>,
    content: &Content<'_>,
) -> Option<usize> {
    let mut shapes = shapes.enumerate();
    if let Some(value) = tag
        .and_then(|tag| content.get(tag))
        .and_then(Content::as_str)
    {
        return shapes
            .find(|(_, shape)| shape.has_tag(value))
            .map(|(index, _)| index);
    }
    // `max_by_key` prefers the last of equals, so the reverse makes it the first in the document.
    let fits = shapes.filter_map(|(index, shape)| Some((index, shape.fit(content)?)));
    let mut fits: Vec<_> = fits.collect();
    fits.reverse();
    fits.into_iter()
        .max_by_key(|(_, fit)| *fit)
        .map(|(index, _)| index)
}

/// Serializes the payload of a variant whose type does not have the union's tag, with the tag as
/// its first property.
///
/// # Errors
///
/// The format's error, and one when `variant` is not an object.
pub fn serialize_tagged<T: Serialize + ?Sized, S: Serializer>(
    serializer: S,
    tag: &'static str,
    value: &'static str,
    variant: &T,
) -> Result<S::Ok, S::Error> {
    variant.serialize(TaggedSerializer::new(serializer, tag, value))
}

/// A value that fits no variant of `U`, kept as received.
///
/// It can't be made of a value that does fit one: deserializing `U` is the only way to it.
pub struct UnknownVariant<U> {
    value: Value,
    of: PhantomData<fn() -> U>,
}

impl<U> UnknownVariant<U> {
    /// The value as received.
    pub const fn as_value(&self) -> &Value {
        &self.value
    }

    /// The value as received.
    pub fn into_value(self) -> Value {
        self.value
    }
}

impl<U: Union> UnknownVariant<U> {
    /// The text of the union's tag, if the union has one and the value holds it.
    pub fn tag(&self) -> Option<&str> {
        self.value.get(U::TAG?)?.as_str()
    }
}

impl<U> Serialize for UnknownVariant<U> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

// Written out because derives would ask the same of `U`.

impl<U> Clone for UnknownVariant<U> {
    fn clone(&self) -> Self {
        Self {
            value: self.value.clone(),
            of: PhantomData,
        }
    }
}

impl<U> PartialEq for UnknownVariant<U> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<U> fmt::Debug for UnknownVariant<U> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.value, formatter)
    }
}
