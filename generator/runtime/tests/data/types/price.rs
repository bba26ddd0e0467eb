use std::collections::BTreeMap;

use bindery_runtime as runtime;

#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FixedPrice {
    pub amount_type: String,
    pub id: String,
    pub price_amount: i64,
    pub note: Option<String>,
    pub additional_properties: BTreeMap<String, runtime::Value>,
}

impl<'de> runtime::Record<'de> for FixedPrice {
    fn read<A: runtime::MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        let mut amount_type = runtime::Required::new();
        let mut id = runtime::Required::new();
        let mut price_amount = runtime::Required::integral();
        let mut note = runtime::Optional::new();
        let mut additional_properties = runtime::Rest::new();
        runtime::fill(
            map,
            &["amount_type", "id", "price_amount", "note"],
            &mut [&mut amount_type, &mut id, &mut price_amount, &mut note],
            &mut additional_properties,
        )?;
        Ok(Self {
            amount_type: amount_type.take(),
            id: id.take(),
            price_amount: price_amount.take(),
            note: note.take(),
            additional_properties: additional_properties.take(),
        })
    }
}

impl<'de> runtime::Deserialize<'de> for FixedPrice {
    fn deserialize<D: runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        runtime::read(deserializer)
    }
}

impl runtime::Serialize for FixedPrice {
    fn serialize<S: runtime::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        runtime::write(
            serializer,
            &["amount_type", "id", "price_amount", "note"],
            &[
                &self.amount_type,
                &self.id,
                &self.price_amount,
                &runtime::IfSome(&self.note),
            ],
            &self.additional_properties,
        )
    }
}

impl std::fmt::Debug for FixedPrice {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        runtime::debug(formatter, "FixedPrice", self)
    }
}

#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct CustomPrice {
    pub amount_type: String,
    pub id: String,
    pub minimum: Option<i64>,
    pub additional_properties: BTreeMap<String, runtime::Value>,
}

impl<'de> runtime::Record<'de> for CustomPrice {
    fn read<A: runtime::MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        let mut amount_type = runtime::Required::new();
        let mut id = runtime::Required::new();
        let mut minimum = runtime::Optional::integral();
        let mut additional_properties = runtime::Rest::new();
        runtime::fill(
            map,
            &["amount_type", "id", "minimum"],
            &mut [&mut amount_type, &mut id, &mut minimum],
            &mut additional_properties,
        )?;
        Ok(Self {
            amount_type: amount_type.take(),
            id: id.take(),
            minimum: minimum.take(),
            additional_properties: additional_properties.take(),
        })
    }
}

impl<'de> runtime::Deserialize<'de> for CustomPrice {
    fn deserialize<D: runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        runtime::read(deserializer)
    }
}

impl runtime::Serialize for CustomPrice {
    fn serialize<S: runtime::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        runtime::write(
            serializer,
            &["amount_type", "id", "minimum"],
            &[&self.amount_type, &self.id, &runtime::IfSome(&self.minimum)],
            &self.additional_properties,
        )
    }
}

impl std::fmt::Debug for CustomPrice {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        runtime::debug(formatter, "CustomPrice", self)
    }
}

#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Price {
    Fixed(FixedPrice),
    Custom(CustomPrice),
    Unknown(runtime::UnknownVariant<Self>),
}

impl runtime::Union for Price {
    const VARIANTS: &'static [runtime::Variant<Self>] = &[
        runtime::Variant::new(
            "Fixed",
            runtime::Shape::object(&["amount_type", "id", "price_amount"], &["note"])
                .tagged(&["fixed"]),
            |content| runtime::read_variant(content).map(Self::Fixed),
        ),
        runtime::Variant::new(
            "Custom",
            runtime::Shape::object(&["amount_type", "id"], &["minimum"])
                .tagged(&["custom", "free"]),
            |content| runtime::read_variant(content).map(Self::Custom),
        ),
    ];
    const TAG: Option<&'static str> = Some("amount_type");

    fn unknown(value: runtime::UnknownVariant<Self>) -> Self {
        Self::Unknown(value)
    }
}

impl<'de> runtime::Deserialize<'de> for Price {
    fn deserialize<D: runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        runtime::union::deserialize(deserializer)
    }
}

impl runtime::Serialize for Price {
    fn serialize<S: runtime::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Fixed(variant) => runtime::Serialize::serialize(variant, serializer),
            Self::Custom(variant) => runtime::Serialize::serialize(variant, serializer),
            Self::Unknown(value) => runtime::Serialize::serialize(value, serializer),
        }
    }
}

impl std::fmt::Debug for Price {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        runtime::debug(formatter, "Price", self)
    }
}
