use std::fmt;

/// A type that a text of some OpenAPI `format` stands for.
pub trait Format: Sized {
    /// What the text is called in messages, with an article: `a date`.
    const NAME: &'static str;

    /// Reads the text.
    ///
    /// # Errors
    ///
    /// Why it is none.
    fn parse(text: &str) -> Result<Self, String>;

    /// Reads the text of a JSON number; the same as [`parse`](Self::parse) unless a number means
    /// something of its own.
    ///
    /// # Errors
    ///
    /// Why it is none.
    fn parse_number(text: &str) -> Result<Self, String> {
        Self::parse(text)
    }

    /// Writes the text.
    fn to_text(&self) -> String;
}

/// A text that is not of its format; says which format and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormatError {
    text: Box<str>,
    expected: &'static str,
    reason: Box<str>,
}

impl FormatError {
    pub(super) fn new<T: Format>(text: &str, reason: String) -> Self {
        Self {
            text: text.into(),
            expected: T::NAME,
            reason: reason.into(),
        }
    }
}

impl fmt::Display for FormatError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{:?} is not {}: {}",
            self.text, self.expected, self.reason
        )
    }
}

impl std::error::Error for FormatError {}

/// Numbers below this are seconds since 1970, others milliseconds: as seconds it is the year 5138,
/// as milliseconds March 1973.
#[cfg(feature = "jiff")]
const FIRST_MILLISECOND: u64 = 100_000_000_000;

#[cfg(feature = "jiff")]
impl Format for jiff::Timestamp {
    const NAME: &'static str = "a date-time (RFC 3339)";

    fn parse(text: &str) -> Result<Self, String> {
        text.parse().map_err(|error: jiff::Error| error.to_string())
    }

    /// Time since 1970, in seconds or milliseconds, whichever makes it a date of this age.
    fn parse_number(text: &str) -> Result<Self, String> {
        let number: i64 = text
            .parse()
            .map_err(|_| "it is not a whole number".to_owned())?;
        let timestamp = if number.unsigned_abs() < FIRST_MILLISECOND {
            Self::from_second(number)
        } else {
            Self::from_millisecond(number)
        };
        timestamp.map_err(|error| error.to_string())
    }

    fn to_text(&self) -> String {
        self.to_string()
    }
}

#[cfg(feature = "jiff")]
impl Format for jiff::civil::Date {
    const NAME: &'static str = "a date (RFC 3339)";

    fn parse(text: &str) -> Result<Self, String> {
        text.parse().map_err(|error: jiff::Error| error.to_string())
    }

    fn to_text(&self) -> String {
        self.to_string()
    }
}

#[cfg(feature = "uuid")]
impl Format for uuid::Uuid {
    const NAME: &'static str = "a UUID (RFC 9562)";

    fn parse(text: &str) -> Result<Self, String> {
        Self::parse_str(text).map_err(|error| error.to_string())
    }

    fn to_text(&self) -> String {
        self.to_string()
    }
}

#[cfg(feature = "decimal")]
impl Format for rust_decimal::Decimal {
    const NAME: &'static str = "a decimal number of at most 28 digits";

    /// Exact or not at all: nothing is rounded.
    fn parse(text: &str) -> Result<Self, String> {
        Self::from_str_exact(text)
            .or_else(|error| Self::from_scientific(text).map_err(|_| error))
            .map_err(|error| error.to_string())
    }

    fn to_text(&self) -> String {
        self.to_string()
    }
}
