use std::collections::BTreeMap;

use bindery_runtime as runtime;

use super::Status;

#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Checkout {
    pub id: String,
    pub status: Status,
    pub product: runtime::Expandable<Product>,
    pub success_url: Option<String>,
    pub order: Option<Box<Order>>,
    pub units: Option<i64>,
    pub note: runtime::Patch<String>,
    pub discount: runtime::Patch<i64>,
    pub metadata: Option<BTreeMap<String, runtime::Value>>,
    pub custom: Option<runtime::Value>,
    pub created_at: Option<runtime::DateTime>,
    pub client_secret: Option<runtime::Secret>,
    pub additional_properties: BTreeMap<String, runtime::Value>,
}

impl<'de> runtime::Record<'de> for Checkout {
    fn read<A: runtime::MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        let mut id = runtime::Required::new();
        let mut status = runtime::Required::new();
        let mut product = runtime::Required::new();
        let mut success_url = runtime::Optional::new();
        let mut order = runtime::Optional::new();
        let mut units = runtime::Optional::integral();
        let mut note = runtime::Patch::slot();
        let mut discount = runtime::Patch::integral();
        let mut metadata = runtime::Optional::new();
        let mut custom = runtime::Optional::new();
        let mut created_at = runtime::Optional::new();
        let mut client_secret = runtime::Optional::new();
        let mut additional_properties = runtime::Rest::new();
        runtime::fill(
            map,
            &[
                "id",
                "status",
                "product",
                "success_url",
                "order",
                "units",
                "note",
                "discount",
                "metadata",
                "custom",
                "created_at",
                "client_secret",
            ],
            &mut [
                &mut id,
                &mut status,
                &mut product,
                &mut success_url,
                &mut order,
                &mut units,
                &mut note,
                &mut discount,
                &mut metadata,
                &mut custom,
                &mut created_at,
                &mut client_secret,
            ],
            &mut additional_properties,
        )?;
        Ok(Self {
            id: id.take(),
            status: status.take(),
            product: product.take(),
            success_url: success_url.take(),
            order: order.take(),
            units: units.take(),
            note: note.take(),
            discount: discount.take(),
            metadata: metadata.take(),
            custom: custom.take(),
            created_at: created_at.take(),
            client_secret: client_secret.take(),
            additional_properties: additional_properties.take(),
        })
    }
}

impl<'de> runtime::Deserialize<'de> for Checkout {
    fn deserialize<D: runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        runtime::read(deserializer)
    }
}

impl runtime::Serialize for Checkout {
    fn serialize<S: runtime::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        runtime::write(
            serializer,
            &[
                "id",
                "status",
                "product",
                "success_url",
                "order",
                "units",
                "note",
                "discount",
                "metadata",
                "custom",
                "created_at",
                "client_secret",
            ],
            &[
                &self.id,
                &self.status,
                &self.product,
                &self.success_url,
                &runtime::IfSome(&self.order),
                &runtime::IfSome(&self.units),
                &self.note,
                &self.discount,
                &runtime::IfSome(&self.metadata),
                &runtime::IfSome(&self.custom),
                &runtime::IfSome(&self.created_at),
                &runtime::IfSome(&self.client_secret),
            ],
            &self.additional_properties,
        )
    }
}

impl std::fmt::Debug for Checkout {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        runtime::debug(formatter, "Checkout", self)
    }
}

#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Product {
    pub id: String,
    pub name: String,
    pub additional_properties: BTreeMap<String, runtime::Value>,
}

impl<'de> runtime::Record<'de> for Product {
    fn read<A: runtime::MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        let mut id = runtime::Required::new();
        let mut name = runtime::Required::new();
        let mut additional_properties = runtime::Rest::new();
        runtime::fill(
            map,
            &["id", "name"],
            &mut [&mut id, &mut name],
            &mut additional_properties,
        )?;
        Ok(Self {
            id: id.take(),
            name: name.take(),
            additional_properties: additional_properties.take(),
        })
    }
}

impl<'de> runtime::Deserialize<'de> for Product {
    fn deserialize<D: runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        runtime::read(deserializer)
    }
}

impl runtime::Serialize for Product {
    fn serialize<S: runtime::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        runtime::write(
            serializer,
            &["id", "name"],
            &[&self.id, &self.name],
            &self.additional_properties,
        )
    }
}

impl std::fmt::Debug for Product {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        runtime::debug(formatter, "Product", self)
    }
}

impl runtime::Identified for Product {
    fn id(&self) -> &str {
        &self.id
    }
}

#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Order {
    pub id: String,
    pub amount: i64,
    pub count: Option<i32>,
    pub quantities: Option<Vec<u32>>,
    pub stock: Option<BTreeMap<String, u64>>,
    pub kind: Option<String>,
    pub raw: Option<runtime::Value>,
    pub checkout: Option<Box<Checkout>>,
    pub additional_properties: BTreeMap<String, runtime::Value>,
}

impl<'de> runtime::Record<'de> for Order {
    fn read<A: runtime::MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        let mut id = runtime::Required::new();
        let mut amount = runtime::Required::integral();
        let mut count = runtime::Optional::integral();
        let mut quantities = runtime::Optional::integral();
        let mut stock = runtime::Optional::integral();
        let mut kind = runtime::Optional::new();
        let mut raw = runtime::Optional::new();
        let mut checkout = runtime::Optional::new();
        let mut additional_properties = runtime::Rest::new();
        runtime::fill(
            map,
            &[
                "id",
                "amount",
                "count",
                "quantities",
                "stock",
                "type",
                "raw",
                "checkout",
            ],
            &mut [
                &mut id,
                &mut amount,
                &mut count,
                &mut quantities,
                &mut stock,
                &mut kind,
                &mut raw,
                &mut checkout,
            ],
            &mut additional_properties,
        )?;
        Ok(Self {
            id: id.take(),
            amount: amount.take(),
            count: count.take(),
            quantities: quantities.take(),
            stock: stock.take(),
            kind: kind.take(),
            raw: raw.take(),
            checkout: checkout.take(),
            additional_properties: additional_properties.take(),
        })
    }
}

impl<'de> runtime::Deserialize<'de> for Order {
    fn deserialize<D: runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        runtime::read(deserializer)
    }
}

impl runtime::Serialize for Order {
    fn serialize<S: runtime::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        runtime::write(
            serializer,
            &[
                "id",
                "amount",
                "count",
                "quantities",
                "stock",
                "type",
                "raw",
                "checkout",
            ],
            &[
                &self.id,
                &self.amount,
                &runtime::IfSome(&self.count),
                &runtime::IfSome(&self.quantities),
                &runtime::IfSome(&self.stock),
                &runtime::IfSome(&self.kind),
                &runtime::IfSome(&self.raw),
                &runtime::IfSome(&self.checkout),
            ],
            &self.additional_properties,
        )
    }
}

impl std::fmt::Debug for Order {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        runtime::debug(formatter, "Order", self)
    }
}

#[derive(Clone, PartialEq)]
#[non_exhaustive]
pub struct Settings {
    pub theme: String,
    pub extra: runtime::Value,
}

impl<'de> runtime::Record<'de> for Settings {
    fn read<A: runtime::MapAccess<'de>>(map: A) -> Result<Self, A::Error> {
        let mut theme = runtime::Required::new();
        let mut extra = runtime::Required::new();
        runtime::fill(
            map,
            &["theme", "extra"],
            &mut [&mut theme, &mut extra],
            &mut runtime::Ignored,
        )?;
        Ok(Self {
            theme: theme.take(),
            extra: extra.take(),
        })
    }
}

impl<'de> runtime::Deserialize<'de> for Settings {
    fn deserialize<D: runtime::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        runtime::read(deserializer)
    }
}

impl runtime::Serialize for Settings {
    fn serialize<S: runtime::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        runtime::write(
            serializer,
            &["theme", "extra"],
            &[&self.theme, &self.extra],
            &runtime::Ignored,
        )
    }
}

impl std::fmt::Debug for Settings {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        runtime::debug(formatter, "Settings", self)
    }
}
