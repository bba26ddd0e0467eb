use std::collections::BTreeMap;

use bindery_runtime as runtime;

#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Card {
    pub id: String,
    pub last4: Option<String>,
    pub additional_properties: BTreeMap<String, runtime::Value>,
}

impl<'de> runtime::Record<'de> for Card {
    fn read<A: runtime::MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        let mut id = runtime::Required::new();
        let mut last4 = runtime::Optional::new();
        let mut additional_properties = runtime::Rest::new();
        runtime::fill(
            map,
            &["id", "last4"],
            &mut [&mut id, &mut last4],
            &mut additional_properties,
        )?;
        Ok(Self {
            id: id.take(),
            last4: last4.take(),
            additional_properties: additional_properties.take(),
        })
    }
}

impl<'de> runtime::Deserialize<'de> for Card {
    fn deserialize<D: runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        runtime::read(deserializer)
    }
}

impl runtime::Serialize for Card {
    fn serialize<S: runtime::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        runtime::write(
            serializer,
            &["id", "last4"],
            &[&self.id, &runtime::IfSome(&self.last4)],
            &self.additional_properties,
        )
    }
}

impl std::fmt::Debug for Card {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        runtime::debug(formatter, "Card", self)
    }
}

#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Transfer {
    pub iban: String,
    pub additional_properties: BTreeMap<String, runtime::Value>,
}

impl<'de> runtime::Record<'de> for Transfer {
    fn read<A: runtime::MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        let mut iban = runtime::Required::new();
        let mut additional_properties = runtime::Rest::new();
        runtime::fill(map, &["iban"], &mut [&mut iban], &mut additional_properties)?;
        Ok(Self {
            iban: iban.take(),
            additional_properties: additional_properties.take(),
        })
    }
}

impl<'de> runtime::Deserialize<'de> for Transfer {
    fn deserialize<D: runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        runtime::read(deserializer)
    }
}

impl runtime::Serialize for Transfer {
    fn serialize<S: runtime::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        runtime::write(
            serializer,
            &["iban"],
            &[&self.iban],
            &self.additional_properties,
        )
    }
}

impl std::fmt::Debug for Transfer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        runtime::debug(formatter, "Transfer", self)
    }
}

#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Payment {
    Card(Card),
    Transfer(Transfer),
    Unknown(runtime::UnknownVariant<Self>),
}

impl runtime::Union for Payment {
    const VARIANTS: &'static [runtime::Variant<Self>] = &[
        runtime::Variant::new(
            "Card",
            runtime::Shape::object(&["id"], &["last4"]).tagged(&["CARD"]),
            |content| runtime::read_variant(content).map(Self::Card),
        ),
        runtime::Variant::new(
            "Transfer",
            runtime::Shape::object(&["iban"], &[]).tagged(&["TRANSFER"]),
            |content| runtime::read_variant(content).map(Self::Transfer),
        ),
    ];
    const TAG: Option<&'static str> = Some("type");

    fn unknown(value: runtime::UnknownVariant<Self>) -> Self {
        Self::Unknown(value)
    }
}

impl<'de> runtime::Deserialize<'de> for Payment {
    fn deserialize<D: runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        runtime::union::deserialize(deserializer)
    }
}

impl runtime::Serialize for Payment {
    fn serialize<S: runtime::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Card(variant) => {
                runtime::union::serialize_tagged(serializer, "type", "CARD", variant)
            }
            Self::Transfer(variant) => {
                runtime::union::serialize_tagged(serializer, "type", "TRANSFER", variant)
            }
            Self::Unknown(value) => runtime::Serialize::serialize(value, serializer),
        }
    }
}

impl std::fmt::Debug for Payment {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        runtime::debug(formatter, "Payment", self)
    }
}
