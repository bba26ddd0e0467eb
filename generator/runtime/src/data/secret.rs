use std::fmt;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Serialize, Serializer};

/// The name under which a secret is serialized, so that [`debug`](super::debug) can recognise it
/// wherever it sits. Formats pass over the name of a newtype struct.
pub(super) const MARKER: &str = "$bindery::Secret";

/// What is shown in place of a secret.
pub(super) const HIDDEN: &str = "[hidden]";

/// A text that must not be shown: a key, a token, a password.
///
/// It is sent and received as its text, `Debug` hides it, in every struct that holds it as well,
/// and there is no `Display`: reading it is always a call of [`expose`](Self::expose).
///
/// # Examples
///
/// ```
/// use bindery_runtime::Secret;
///
/// let key = Secret::from("sk_live_1234");
/// assert_eq!(format!("{key:?}"), "[hidden]");
/// assert_eq!(key.expose(), "sk_live_1234");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Box<str>);

impl Secret {
    /// The text.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text.into())
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self(text.into())
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(HIDDEN)
    }
}

impl Serialize for Secret {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_newtype_struct(MARKER, &self.0)
    }
}

impl<'de> Deserialize<'de> for Secret {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Box::deserialize(deserializer).map(Self)
    }
}
