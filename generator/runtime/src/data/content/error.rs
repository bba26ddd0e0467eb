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
    /// From a union down to the place in its variant.
    Variant(String),
}

/// What separates path and message where an error passes from a variant to its union.
const END_OF_PATH: char = '\0';

/// An error in a variant, on its way through the error of the format that the union is read from: that keeps
/// nothing but a text. The alternate form, for which [`ContentError`] asks, has the path apart.
struct InVariant<'e> {
    variant: &'static str,
    error: &'e ContentError,
}

impl Display for InVariant<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { variant, error } = self;
        if formatter.alternate() {
            let (path, problem) = (error.path(), error.problem());
            write!(
                formatter,
                "{path}{END_OF_PATH}variant `{variant}`: {problem}"
            )
        } else {
            write!(formatter, "variant `{variant}`: {error}")
        }
    }
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

    /// The error of a union for one in this variant of it.
    #[cold]
    pub(in super::super) fn in_variant<E: Error>(self, variant: &'static str) -> E {
        let error = &self;
        E::custom(InVariant { variant, error })
    }

    /// Where in the content, such as `items[0].amount`; empty for the content as a whole.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for step in self.path.iter().rev() {
            match step {
                Step::Variant(way) if way.is_empty() || way.starts_with('[') => {
                    path.push_str(way);
                }
                Step::Property(name) | Step::Variant(name) if path.is_empty() => {
                    path.push_str(name);
                }
                Step::Property(name) | Step::Variant(name) => path.extend([".", name]),
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
        let message = format!("{message:#}");
        match message.split_once(END_OF_PATH) {
            Some((way, message)) => Self {
                message: message.to_owned(),
                path: vec![Step::Variant(way.to_owned())],
            },
            None => Self {
                message,
                path: Vec::new(),
            },
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
