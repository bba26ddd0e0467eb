//! What a careful person would write with reqwest and serde's derive: the types, and two calls.

#![expect(dead_code, reason = "what is read is measured, not used")]
#![expect(
    clippy::large_enum_variant,
    reason = "variants are as large as the documents make them"
)]

mod calls;
mod creem;
mod polar;

pub(crate) use calls::{CreateCheckout, Creem, Polar};

/// Derived as most people would: values and properties that nobody listed are dropped.
pub(crate) mod bare {
    use std::collections::BTreeMap;

    use serde::Deserialize;
    use serde_json::Value;

    use super::Expandable;

    macro_rules! record {
        ($name:ident { $($field:ident: $ty:ty,)* }) => {
            #[derive(Deserialize)]
            pub(crate) struct $name { $(pub(crate) $field: $ty,)* }
        };
    }
    macro_rules! text {
        ($name:ident { $($variant:ident = $text:literal),* $(,)? }) => {
            #[derive(Deserialize)]
            pub(crate) enum $name {
                $(#[serde(rename = $text)] $variant,)*
                #[serde(other)] Unknown,
            }
        };
    }
    macro_rules! tagged {
        ($name:ident by $tag:literal { $($variant:ident = $text:literal $ty:ty),* $(,)? }) => {
            #[derive(Deserialize)]
            #[serde(tag = $tag)]
            pub(crate) enum $name { $(#[serde(rename = $text)] $variant($ty),)* }
        };
    }
    macro_rules! untagged {
        ($name:ident { $($variant:ident $ty:ty),* $(,)? }) => {
            #[derive(Deserialize)]
            #[serde(untagged)]
            pub(crate) enum $name { $($variant($ty),)* }
        };
    }
    super::creem::creem_types!(record, text, tagged, untagged);

    /// Polar's types, some of whose names Creem's have as well.
    pub(crate) mod polar {
        use std::collections::BTreeMap;

        use serde::Deserialize;
        use serde_json::Value;

        super::super::polar::polar_types!(record, text, tagged, untagged);
    }
}

/// Derived with nothing lost, as emitted types keep it: other values, other variants, other properties.
pub(crate) mod kept {
    use std::collections::BTreeMap;

    use serde::Deserialize;
    use serde_json::Value;

    macro_rules! record {
        ($name:ident { $($field:ident: $ty:ty,)* }) => {
            #[derive(Deserialize)]
            pub(crate) struct $name {
                $(pub(crate) $field: $ty,)*
                #[serde(flatten)]
                pub(crate) additional_properties: BTreeMap<String, Value>,
            }
        };
    }
    macro_rules! text {
        ($name:ident { $($variant:ident = $text:literal),* $(,)? }) => {
            #[derive(Deserialize)]
            pub(crate) enum $name {
                $(#[serde(rename = $text)] $variant,)*
                #[serde(untagged)] Unknown(String),
            }
        };
    }
    macro_rules! tagged {
        ($name:ident by $tag:literal { $($variant:ident = $text:literal $ty:ty),* $(,)? }) => {
            #[derive(Deserialize)]
            #[serde(tag = $tag)]
            pub(crate) enum $name {
                $(#[serde(rename = $text)] $variant($ty),)*
                #[serde(untagged)] Unknown(Value),
            }
        };
    }
    macro_rules! untagged {
        ($name:ident { $($variant:ident $ty:ty),* $(,)? }) => {
            #[derive(Deserialize)]
            #[serde(untagged)]
            pub(crate) enum $name { $($variant($ty),)* Unknown(Value) }
        };
    }
    super::polar::polar_types!(record, text, tagged, untagged);
}

/// A text that identifies an object, or the object.
#[derive(serde::Deserialize)]
#[serde(untagged)]
pub(crate) enum Expandable<T> {
    Id(String),
    Object(Box<T>),
}
