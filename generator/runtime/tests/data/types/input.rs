use std::collections::BTreeMap;

use bindery_runtime as runtime;

use super::Product;

#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Input {
    Text(String),
    Texts(Vec<String>),
    Tokens(Vec<i64>),
    TokenLists(Vec<Vec<i64>>),
    Unknown(runtime::UnknownVariant<Self>),
}

impl runtime::Union for Input {
    const VARIANTS: &'static [runtime::Variant<Self>] = &[
        runtime::Variant::new("Text", runtime::Shape::string(), |content| {
            runtime::read_variant(content).map(Self::Text)
        }),
        runtime::Variant::new(
            "Texts",
            runtime::Shape::array().items(&runtime::Shape::string()),
            |content| runtime::read_variant(content).map(Self::Texts),
        ),
        runtime::Variant::new(
            "Tokens",
            runtime::Shape::array().items(&runtime::Shape::integer()),
            |content| runtime::read_variant(content).map(Self::Tokens),
        ),
        runtime::Variant::new(
            "TokenLists",
            runtime::Shape::array().items(&runtime::Shape::array()),
            |content| runtime::read_variant(content).map(Self::TokenLists),
        ),
    ];
    const TAG: Option<&'static str> = None;

    fn unknown(value: runtime::UnknownVariant<Self>) -> Self {
        Self::Unknown(value)
    }
}

impl<'de> runtime::Deserialize<'de> for Input {
    fn deserialize<D: runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        runtime::union::deserialize(deserializer)
    }
}

impl runtime::Serialize for Input {
    fn serialize<S: runtime::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(variant) => runtime::Serialize::serialize(variant, serializer),
            Self::Texts(variant) => runtime::Serialize::serialize(variant, serializer),
            Self::Tokens(variant) => runtime::Serialize::serialize(variant, serializer),
            Self::TokenLists(variant) => runtime::Serialize::serialize(variant, serializer),
            Self::Unknown(value) => runtime::Serialize::serialize(value, serializer),
        }
    }
}

impl std::fmt::Debug for Input {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        runtime::debug(formatter, "Input", self)
    }
}

#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Amount {
    Auto(String),
    Free(bool),
    Number(f64),
    Whole(i64),
    Unknown(runtime::UnknownVariant<Self>),
}

impl runtime::Union for Amount {
    const VARIANTS: &'static [runtime::Variant<Self>] = &[
        runtime::Variant::new(
            "Auto",
            runtime::Shape::string().values(&["auto"]),
            |content| runtime::read_variant(content).map(Self::Auto),
        ),
        runtime::Variant::new(
            "Free",
            runtime::Shape::boolean().values(&["false"]),
            |content| runtime::read_variant(content).map(Self::Free),
        ),
        runtime::Variant::new("Number", runtime::Shape::number(), |content| {
            runtime::read_variant(content).map(Self::Number)
        }),
        runtime::Variant::new("Whole", runtime::Shape::integer(), |content| {
            runtime::read_variant(content).map(Self::Whole)
        }),
    ];
    const TAG: Option<&'static str> = None;

    fn unknown(value: runtime::UnknownVariant<Self>) -> Self {
        Self::Unknown(value)
    }
}

impl<'de> runtime::Deserialize<'de> for Amount {
    fn deserialize<D: runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        runtime::union::deserialize(deserializer)
    }
}

impl runtime::Serialize for Amount {
    fn serialize<S: runtime::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Auto(variant) => runtime::Serialize::serialize(variant, serializer),
            Self::Free(variant) => runtime::Serialize::serialize(variant, serializer),
            Self::Number(variant) => runtime::Serialize::serialize(variant, serializer),
            Self::Whole(variant) => runtime::Serialize::serialize(variant, serializer),
            Self::Unknown(value) => runtime::Serialize::serialize(value, serializer),
        }
    }
}

impl std::fmt::Debug for Amount {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        runtime::debug(formatter, "Amount", self)
    }
}

#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Feature {
    Any(runtime::Value),
    Named(BTreeMap<String, runtime::Value>),
    Product(Product),
    Legacy(BTreeMap<String, runtime::Value>),
    Unknown(runtime::UnknownVariant<Self>),
}

impl runtime::Union for Feature {
    const VARIANTS: &'static [runtime::Variant<Self>] = &[
        runtime::Variant::new("Any", runtime::Shape::any(), |content| {
            runtime::read_variant(content).map(Self::Any)
        }),
        runtime::Variant::new("Named", runtime::Shape::object(&["name"], &[]), |content| {
            runtime::read_variant(content).map(Self::Named)
        }),
        runtime::Variant::new(
            "Product",
            runtime::Shape::object(&["id", "name"], &[]),
            |content| runtime::read_variant(content).map(Self::Product),
        ),
        runtime::Variant::new(
            "Legacy",
            runtime::Shape::object(&["name"], &["legacy"])
                .constants(&[("legacy", &["true"]), ("version", &["2"])]),
            |content| runtime::read_variant(content).map(Self::Legacy),
        ),
    ];
    const TAG: Option<&'static str> = None;

    fn unknown(value: runtime::UnknownVariant<Self>) -> Self {
        Self::Unknown(value)
    }
}

impl<'de> runtime::Deserialize<'de> for Feature {
    fn deserialize<D: runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        runtime::union::deserialize(deserializer)
    }
}

impl runtime::Serialize for Feature {
    fn serialize<S: runtime::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Any(variant) => runtime::Serialize::serialize(variant, serializer),
            Self::Named(variant) => runtime::Serialize::serialize(variant, serializer),
            Self::Product(variant) => runtime::Serialize::serialize(variant, serializer),
            Self::Legacy(variant) => runtime::Serialize::serialize(variant, serializer),
            Self::Unknown(value) => runtime::Serialize::serialize(value, serializer),
        }
    }
}

impl std::fmt::Debug for Feature {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        runtime::debug(formatter, "Feature", self)
    }
}
