//! The three shapes of value that parameter styles can write.

use serde_json::Value;

/// A parameter's value: primitives as text, one level deep.
#[derive(Debug)]
pub(super) enum Shape {
    Primitive(String),
    Array(Vec<String>),
    Object(Vec<(String, String)>),
}

impl Shape {
    /// The shape of `value`; `None` if there is nothing to write.
    ///
    /// Null is nothing, and so are nulls inside and lists that are empty (RFC 6570, section 2.3).
    ///
    /// # Errors
    ///
    /// An array or object inside another one: OpenAPI does not say how a style would write it.
    pub(super) fn of(value: &Value) -> Result<Option<Self>, &'static str> {
        let shape = match value {
            Value::Null => return Ok(None),
            Value::Array(items) => {
                let items = items.iter().filter(|item| !item.is_null());
                Self::Array(items.map(primitive).collect::<Result<_, _>>()?)
            }
            Value::Object(members) => {
                let members = members.iter().filter(|(_, value)| !value.is_null());
                let member = |(name, value): (&String, &Value)| {
                    primitive(value).map(|text| (name.clone(), text))
                };
                Self::Object(members.map(member).collect::<Result<_, _>>()?)
            }
            scalar => Self::Primitive(primitive(scalar)?),
        };
        Ok((!shape.is_undefined()).then_some(shape))
    }

    fn is_undefined(&self) -> bool {
        match self {
            Self::Primitive(_) => false,
            Self::Array(items) => items.is_empty(),
            Self::Object(members) => members.is_empty(),
        }
    }

    /// Every text that stands in a list, names included.
    pub(super) fn listed(&self) -> Box<dyn Iterator<Item = &str> + '_> {
        match self {
            Self::Primitive(_) => Box::new(std::iter::empty()),
            Self::Array(items) => Box::new(items.iter().map(String::as_str)),
            Self::Object(members) => Box::new(
                members
                    .iter()
                    .flat_map(|(name, value)| [name.as_str(), value.as_str()]),
            ),
        }
    }
}

/// The text of a primitive: what JSON writes, a string without its quotes.
pub(super) fn primitive(value: &Value) -> Result<String, &'static str> {
    match value {
        Value::String(text) => Ok(text.clone()),
        Value::Array(_) | Value::Object(_) => {
            Err("holds an array or object inside another one, which its style cannot write")
        }
        other => Ok(other.to_string()),
    }
}
