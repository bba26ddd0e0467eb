use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};

/// An object that can be referred to by its id.
pub trait Identified {
    /// The id.
    fn id(&self) -> &str;
}

/// An object, or only its id: what an API sends depends on how the call was made.
///
/// # Examples
///
/// ```
/// use bindery_runtime::Expandable;
/// # struct Product { id: String }
/// # impl bindery_runtime::Identified for Product { fn id(&self) -> &str { &self.id } }
///
/// let by_id: Expandable<Product> = "prod_1".into();
/// let whole = Expandable::Object(Box::new(Product { id: "prod_1".into() }));
///
/// assert_eq!(by_id.id(), whole.id());
/// assert!(by_id.as_object().is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Expandable<T> {
    /// The id alone.
    Id(String),
    /// The whole object.
    Object(Box<T>),
}

impl<T: Identified> Expandable<T> {
    /// The id, whichever of the two it is.
    pub fn id(&self) -> &str {
        match self {
            Self::Id(id) => id,
            Self::Object(object) => object.id(),
        }
    }
}

impl<T> Expandable<T> {
    /// The object, if it is there.
    pub fn as_object(&self) -> Option<&T> {
        match self {
            Self::Id(_) => None,
            Self::Object(object) => Some(object),
        }
    }

    /// The object, if it is there.
    pub fn into_object(self) -> Option<T> {
        match self {
            Self::Id(_) => None,
            Self::Object(object) => Some(*object),
        }
    }
}

impl<T> From<String> for Expandable<T> {
    fn from(id: String) -> Self {
        Self::Id(id)
    }
}

impl<T> From<&str> for Expandable<T> {
    fn from(id: &str) -> Self {
        Self::Id(id.to_owned())
    }
}

impl<T: Serialize> Serialize for Expandable<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Id(id) => serializer.serialize_str(id),
            Self::Object(object) => object.serialize(serializer),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Expandable<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ExpandableVisitor(PhantomData))
    }
}

struct ExpandableVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ExpandableVisitor<T> {
    type Value = Expandable<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an id (a string) or the whole object")
    }

    fn visit_str<E: Error>(self, id: &str) -> Result<Self::Value, E> {
        Ok(id.into())
    }

    fn visit_string<E: Error>(self, id: String) -> Result<Self::Value, E> {
        Ok(id.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Self::Value, A::Error> {
        let object = T::deserialize(MapAccessDeserializer::new(map))?;
        Ok(Expandable::Object(Box::new(object)))
    }
}
