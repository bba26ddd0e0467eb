use std::fmt;
use std::str::FromStr;

use base64::DecodeError;
use base64::alphabet::{STANDARD, URL_SAFE};
use base64::engine::{DecodePaddingMode, Engine, GeneralPurpose, GeneralPurposeConfig};
use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::ser::{Serialize, Serializer};

const LENIENT: GeneralPurposeConfig =
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent);
const STANDARD_ALPHABET: GeneralPurpose = GeneralPurpose::new(&STANDARD, LENIENT);
const URL_SAFE_ALPHABET: GeneralPurpose = GeneralPurpose::new(&URL_SAFE, LENIENT);

/// Bytes that travel as base64 text: OpenAPI's `format: byte`.
///
/// Written with the standard alphabet and padding (RFC 4648 section 4). What is read may also use
/// the URL-safe alphabet, leave the padding out, or be broken into lines as in mail (RFC 2045).
///
/// # Examples
///
/// ```
/// use bindery_runtime::Base64;
///
/// let picture = Base64::from(b"\x89PNG".to_vec());
/// assert_eq!(picture.to_string(), "iVBORw==");
/// assert_eq!("iVBO\nRw".parse::<Base64>().unwrap(), picture);
/// ```
#[derive(Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Base64(Vec<u8>);

impl Base64 {
    /// The bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// The bytes, without a copy.
    pub fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

impl From<Vec<u8>> for Base64 {
    fn from(bytes: Vec<u8>) -> Self {
        Self(bytes)
    }
}

impl From<&[u8]> for Base64 {
    fn from(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }
}

impl AsRef<[u8]> for Base64 {
    fn as_ref(&self) -> &[u8] {
        &self.0
    }
}

/// The base64 text.
impl fmt::Display for Base64 {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&STANDARD_ALPHABET.encode(&self.0))
    }
}

impl fmt::Debug for Base64 {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.to_string(), formatter)
    }
}

/// Reads base64 text.
impl FromStr for Base64 {
    type Err = InvalidBase64;

    fn from_str(text: &str) -> Result<Self, InvalidBase64> {
        if text.bytes().any(|byte| byte.is_ascii_whitespace()) {
            let one_line: String = text.split_ascii_whitespace().collect();
            return decode(&one_line);
        }
        decode(text)
    }
}

fn decode(text: &str) -> Result<Base64, InvalidBase64> {
    let engine = if text.contains(['-', '_']) {
        URL_SAFE_ALPHABET
    } else {
        STANDARD_ALPHABET
    };
    engine.decode(text).map(Base64).map_err(InvalidBase64)
}

/// A text that is not base64; says where it stops being so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidBase64(DecodeError);

impl fmt::Display for InvalidBase64 {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "the text is not base64: {}", self.0)
    }
}

impl std::error::Error for InvalidBase64 {}

impl Serialize for Base64 {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Base64 {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Base64Visitor)
    }
}

struct Base64Visitor;

impl Visitor<'_> for Base64Visitor {
    type Value = Base64;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("base64 text")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Base64, E> {
        text.parse().map_err(E::custom)
    }
}
