//! String enums that keep values they don't know.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use serde::de::{Deserializer, Error, Visitor};

/// A string enum that servers may add values to.
///
/// A value that the type does not know becomes its `Unknown` variant, which keeps the text and can't
/// be made of a text that the type does know: [`parse`] is the only way to one.
pub trait OpenEnum: Clone + 'static {
    /// All values that the document lists.
    const KNOWN: &'static [Self];

    /// The text on the wire.
    fn text(&self) -> &str;

    /// The variant for all other texts.
    fn unknown(text: Unknown<Self>) -> Self;
}

/// The text of a value of `E` that `E` does not list.
///
/// # Examples
///
/// The payload of an emitted enum's `Unknown` variant:
///
/// ```
/// use bindery_runtime::{OpenEnum, Unknown, open_enum};
///
/// #[derive(Clone, Debug, PartialEq)]
/// enum Status {
///     Paid,
///     Unknown(Unknown<Self>),
/// }
/// # impl OpenEnum for Status {
/// #     const KNOWN: &'static [Self] = &[Self::Paid];
/// #     fn text(&self) -> &str {
/// #         match self { Self::Paid => "paid", Self::Unknown(other) => other.as_str() }
/// #     }
/// #     fn unknown(text: Unknown<Self>) -> Self { Self::Unknown(text) }
/// # }
///
/// assert_eq!(open_enum::parse::<Status>("paid"), Status::Paid);
/// let refunded: Status = open_enum::parse("refunded");
/// assert!(matches!(&refunded, Status::Unknown(text) if text.as_str() == "refunded"));
/// ```
pub struct Unknown<E> {
    text: Box<str>,
    of: PhantomData<fn() -> E>,
}

impl<E> Unknown<E> {
    /// The text as received.
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

/// The value with this text.
pub fn parse<E: OpenEnum>(text: &str) -> E {
    E::KNOWN
        .iter()
        .find(|known| known.text() == text)
        .cloned()
        .unwrap_or_else(|| {
            E::unknown(Unknown {
                text: text.into(),
                of: PhantomData,
            })
        })
}

/// Deserializes an [`OpenEnum`]; the body of every emitted string enum's `Deserialize`.
///
/// # Errors
///
/// The format's error for anything but a string.
pub fn deserialize<'de, E: OpenEnum, D: Deserializer<'de>>(deserializer: D) -> Result<E, D::Error> {
    deserializer.deserialize_str(EnumVisitor(PhantomData))
}

struct EnumVisitor<E>(PhantomData<E>);

impl<E: OpenEnum> Visitor<'_> for EnumVisitor<E> {
    type Value = E;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a string")
    }

    fn visit_str<F: Error>(self, text: &str) -> Result<E, F> {
        Ok(parse(text))
    }
}

// Written out because derives would ask the same of `E`.

impl<E> Clone for Unknown<E> {
    fn clone(&self) -> Self {
        Self {
            text: self.text.clone(),
            of: PhantomData,
        }
    }
}

impl<E> fmt::Debug for Unknown<E> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, formatter)
    }
}

impl<E> PartialEq for Unknown<E> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<E> Eq for Unknown<E> {}

impl<E> Hash for Unknown<E> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}
