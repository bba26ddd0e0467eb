use std::fmt::{self, Display};

use serde::de::{Error, Expected, Unexpected};

/// Why a type could not be read from [`Content`](super::Content), and where in it.
///
/// It says what kind of value was found, never the value: answers hold secrets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContentError {
    message: String,
    /// From the inside out, as an error travels.
    path: Vec<Step>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Property(String),
    Item(usize),
}

impl ContentError {
    #[cold]
    pub(super) fn in_property(mut self, name: &str) -> Self {
        self.path.push(Step::Property(name.to_owned()));
        self
    }

    #[cold]
    pub(super) fn in_item(mut self, index: usize) -> Self {
        self.path.push(Step::Item(index));
        self
    }

    /// Where in the content, such as `items[0].amount`; empty for the content as a whole.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for step in self.path.iter().rev() {
            match step {
                Step::Property(name) if path.is_empty() => path.push_str(name),
                Step::Property(name) => path.extend([".", name]),
                Step::Item(index) => path.push_str(&format!("[{index}]")),
            }
        }
        path
    }

    /// What is wrong there, such as `expected a string, found null`.
    pub fn problem(&self) -> &str {
        &self.message
    }
}

/// `at items[0].amount: expected …`; without the place if it is the value as a whole.
impl Display for ContentError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.path.is_empty() {
            write!(formatter, "at {}: ", self.path())?;
        }
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for ContentError {}

impl Error for ContentError {
    fn custom<T: Display>(message: T) -> Self {
        Self {
            message: message.to_string(),
            path: Vec::new(),
        }
    }

    fn invalid_type(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let found = kind(&found);
        Self::custom(format_args!("expected {expected}, found {found}"))
    }

    fn invalid_value(found: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let found = kind(&found);
        Self::custom(format_args!(
            "expected {expected}, found {found} that is none"
        ))
    }

    fn unknown_variant(_: &str, expected: &'static [&'static str]) -> Self {
        let expected = expected.join("`, `");
        Self::custom(format_args!("expected one of `{expected}`, found another"))
    }
}

/// What JSON calls a value of this kind.
fn kind(found: &Unexpected<'_>) -> &'static str {
    match found {
        Unexpected::Bool(_) => "a boolean",
        Unexpected::Unsigned(_) | Unexpected::Signed(_) => "an integer",
        Unexpected::Float(_) => "a number",
        Unexpected::Char(_) | Unexpected::Str(_) => "a string",
        Unexpected::Unit | Unexpected::Option => "null",
        Unexpected::Seq => "an array",
        Unexpected::Map => "an object",
        _ => "something else",
    }
}
