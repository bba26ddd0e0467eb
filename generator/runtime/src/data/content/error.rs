use std::fmt::{self, Display};

use serde::de::{Error, Expected, Unexpected};

/// Why a type could not be read from [`Content`](super::Content), and where in it.
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
}

/// `at items[0].amount: invalid type: …`; without the place if it is the value as a whole.
impl Display for ContentError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, step) in self.path.iter().rev().enumerate() {
            match (position, step) {
                (0, Step::Property(name)) => write!(formatter, "at {name}")?,
                (0, Step::Item(index)) => write!(formatter, "at [{index}]")?,
                (_, Step::Property(name)) => write!(formatter, ".{name}")?,
                (_, Step::Item(index)) => write!(formatter, "[{index}]")?,
            }
        }
        if !self.path.is_empty() {
            formatter.write_str(": ")?;
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

    /// Calls null by its name, as JSON does.
    fn invalid_type(unexpected: Unexpected<'_>, expected: &dyn Expected) -> Self {
        match unexpected {
            Unexpected::Unit => {
                Self::custom(format_args!("invalid type: null, expected {expected}"))
            }
            _ => Self::custom(format_args!(
                "invalid type: {unexpected}, expected {expected}"
            )),
        }
    }
}
