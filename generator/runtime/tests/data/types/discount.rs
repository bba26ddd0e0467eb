use std::collections::BTreeMap;

use bindery_runtime as runtime;

#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct FixedDiscount {
    pub kind: String,
    pub duration: String,
    pub amount: i64,
    pub additional_properties: BTreeMap<String, runtime::Value>,
}

impl<'de> runtime::Record<'de> for FixedDiscount {
    fn read<A: runtime::MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        let mut kind = runtime::Required::new();
        let mut duration = runtime::Required::new();
        let mut amount = runtime::Required::integral();
        let mut additional_properties = runtime::Rest::new();
        runtime::fill(
            map,
            &["type", "duration", "amount"],
            &mut [&mut kind, &mut duration, &mut amount],
            &mut additional_properties,
        )?;
        Ok(Self {
            kind: kind.take(),
            duration: duration.take(),
            amount: amount.take(),
            additional_properties: additional_properties.take(),
        })
    }
}

impl<'de> runtime::Deserialize<'de> for FixedDiscount {
    fn deserialize<D: runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        runtime::read(deserializer)
    }
}

impl runtime::Serialize for FixedDiscount {
    fn serialize<S: runtime::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        runtime::write(
            serializer,
            &["type", "duration", "amount"],
            &[&self.kind, &self.duration, &self.amount],
            &self.additional_properties,
        )
    }
}

impl std::fmt::Debug for FixedDiscount {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        runtime::debug(formatter, "FixedDiscount", self)
    }
}

#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct RepeatingDiscount {
    pub kind: String,
    pub duration: String,
    pub amount: i64,
    pub duration_in_months: i64,
    pub additional_properties: BTreeMap<String, runtime::Value>,
}

impl<'de> runtime::Record<'de> for RepeatingDiscount {
    fn read<A: runtime::MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        let mut kind = runtime::Required::new();
        let mut duration = runtime::Required::new();
        let mut amount = runtime::Required::integral();
        let mut duration_in_months = runtime::Required::integral();
        let mut additional_properties = runtime::Rest::new();
        runtime::fill(
            map,
            &["type", "duration", "amount", "duration_in_months"],
            &mut [
                &mut kind,
                &mut duration,
                &mut amount,
                &mut duration_in_months,
            ],
            &mut additional_properties,
        )?;
        Ok(Self {
            kind: kind.take(),
            duration: duration.take(),
            amount: amount.take(),
            duration_in_months: duration_in_months.take(),
            additional_properties: additional_properties.take(),
        })
    }
}

impl<'de> runtime::Deserialize<'de> for RepeatingDiscount {
    fn deserialize<D: runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        runtime::read(deserializer)
    }
}

impl runtime::Serialize for RepeatingDiscount {
    fn serialize<S: runtime::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        runtime::write(
            serializer,
            &["type", "duration", "amount", "duration_in_months"],
            &[
                &self.kind,
                &self.duration,
                &self.amount,
                &self.duration_in_months,
            ],
            &self.additional_properties,
        )
    }
}

impl std::fmt::Debug for RepeatingDiscount {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        runtime::debug(formatter, "RepeatingDiscount", self)
    }
}

#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct PercentageDiscount {
    pub kind: String,
    pub duration: String,
    pub basis_points: i64,
    pub duration_in_months: Option<i64>,
    pub additional_properties: BTreeMap<String, runtime::Value>,
}

impl<'de> runtime::Record<'de> for PercentageDiscount {
    fn read<A: runtime::MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        let mut kind = runtime::Required::new();
        let mut duration = runtime::Required::new();
        let mut basis_points = runtime::Required::integral();
        let mut duration_in_months = runtime::Optional::integral();
        let mut additional_properties = runtime::Rest::new();
        runtime::fill(
            map,
            &["type", "duration", "basis_points", "duration_in_months"],
            &mut [
                &mut kind,
                &mut duration,
                &mut basis_points,
                &mut duration_in_months,
            ],
            &mut additional_properties,
        )?;
        Ok(Self {
            kind: kind.take(),
            duration: duration.take(),
            basis_points: basis_points.take(),
            duration_in_months: duration_in_months.take(),
            additional_properties: additional_properties.take(),
        })
    }
}

impl<'de> runtime::Deserialize<'de> for PercentageDiscount {
    fn deserialize<D: runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        runtime::read(deserializer)
    }
}

impl runtime::Serialize for PercentageDiscount {
    fn serialize<S: runtime::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        runtime::write(
            serializer,
            &["type", "duration", "basis_points", "duration_in_months"],
            &[
                &self.kind,
                &self.duration,
                &self.basis_points,
                &runtime::IfSome(&self.duration_in_months),
            ],
            &self.additional_properties,
        )
    }
}

impl std::fmt::Debug for PercentageDiscount {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        runtime::debug(formatter, "PercentageDiscount", self)
    }
}

#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub enum Discount {
    Fixed(FixedDiscount),
    Repeating(RepeatingDiscount),
    Percentage(PercentageDiscount),
    Unknown(runtime::UnknownVariant<Self>),
}

impl runtime::Union for Discount {
    const VARIANTS: &'static [runtime::Variant<Self>] = &[
        runtime::Variant::new(
            "Fixed",
            runtime::Shape::object(&["type", "duration", "amount"], &[])
                .constants(&[("type", &["fixed"]), ("duration", &["once", "forever"])]),
            |content| runtime::read_variant(content).map(Self::Fixed),
        ),
        runtime::Variant::new(
            "Repeating",
            runtime::Shape::object(&["type", "duration", "amount", "duration_in_months"], &[])
                .constants(&[("type", &["fixed"]), ("duration", &["repeating"])]),
            |content| runtime::read_variant(content).map(Self::Repeating),
        ),
        runtime::Variant::new(
            "Percentage",
            runtime::Shape::object(
                &["type", "duration", "basis_points"],
                &["duration_in_months"],
            )
            .constants(&[("type", &["percentage"])]),
            |content| runtime::read_variant(content).map(Self::Percentage),
        ),
    ];
    const TAG: Option<&'static str> = None;

    fn unknown(value: runtime::UnknownVariant<Self>) -> Self {
        Self::Unknown(value)
    }
}

impl<'de> runtime::Deserialize<'de> for Discount {
    fn deserialize<D: runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        runtime::union::deserialize(deserializer)
    }
}

impl runtime::Serialize for Discount {
    fn serialize<S: runtime::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Fixed(variant) => runtime::Serialize::serialize(variant, serializer),
            Self::Repeating(variant) => runtime::Serialize::serialize(variant, serializer),
            Self::Percentage(variant) => runtime::Serialize::serialize(variant, serializer),
            Self::Unknown(value) => runtime::Serialize::serialize(value, serializer),
        }
    }
}

impl std::fmt::Debug for Discount {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        runtime::debug(formatter, "Discount", self)
    }
}
