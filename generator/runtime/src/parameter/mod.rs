//! Parameters: where they go and how their values are written
//! (OpenAPI 3.0.3, "Parameter Object" and "Style Values").

mod deep_object;
mod expansion;
pub(crate) mod percent;
mod shape;

use serde_json::Value;

use expansion::Expansion;
use shape::Shape;

/// How a parameter's value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `blue,black` (path, header).
    Simple,
    /// `.blue.black` (path).
    Label,
    /// `;color=blue;color=black` (path).
    Matrix,
    /// `color=blue&color=black` (query, cookie).
    Form,
    /// `color=blue%20black` (query).
    SpaceDelimited,
    /// `color=blue%7Cblack` (query).
    PipeDelimited,
    /// `color[R]=100&color[G]=200` (query).
    DeepObject,
}

/// Where a parameter goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Location {
    Path,
    Query,
    Header,
    Cookie,
}

/// A parameter of an operation, as the document describes it.
#[derive(Debug, Clone, Copy)]
pub struct Parameter {
    name: &'static str,
    location: Location,
    style: Style,
    explode: Option<bool>,
    allow_reserved: bool,
    content: Option<&'static str>,
}

impl Parameter {
    /// A path parameter: style `simple`, not exploded.
    #[must_use]
    pub const fn path(name: &'static str) -> Self {
        Self::new(name, Location::Path, Style::Simple)
    }

    /// A query parameter: style `form`, exploded.
    #[must_use]
    pub const fn query(name: &'static str) -> Self {
        Self::new(name, Location::Query, Style::Form)
    }

    /// A header: style `simple`, not exploded.
    #[must_use]
    pub const fn header(name: &'static str) -> Self {
        Self::new(name, Location::Header, Style::Simple)
    }

    /// A cookie: style `form`, exploded.
    #[must_use]
    pub const fn cookie(name: &'static str) -> Self {
        Self::new(name, Location::Cookie, Style::Form)
    }

    const fn new(name: &'static str, location: Location, style: Style) -> Self {
        Self {
            name,
            location,
            style,
            explode: None,
            allow_reserved: false,
            content: None,
        }
    }

    /// Another style than the location's default.
    #[must_use]
    pub const fn style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// Whether each member of an array or object is written on its own. By default so for `form` only.
    #[must_use]
    pub const fn explode(mut self, explode: bool) -> Self {
        self.explode = Some(explode);
        self
    }

    /// Leaves reserved characters as they are where a query allows it; other locations ignore this.
    #[must_use]
    pub const fn allow_reserved(mut self) -> Self {
        self.allow_reserved = true;
        self
    }

    /// Writes the value in this media type instead of a style: JSON text for JSON types. A string under
    /// any other type is written as it is.
    #[must_use]
    pub const fn content(mut self, media_type: &'static str) -> Self {
        self.content = Some(media_type);
        self
    }

    pub(crate) const fn name(&self) -> &'static str {
        self.name
    }

    pub(crate) const fn location(&self) -> Location {
        self.location
    }

    pub(crate) const fn written_style(&self) -> Style {
        self.style
    }

    /// Whether the value is written as JSON.
    pub(crate) fn is_json(&self) -> bool {
        self.content.is_some_and(is_json)
    }

    /// The value as it stands in the request: encoded, and with `name` where pairs are written.
    /// `None` if there is nothing to write.
    ///
    /// # Errors
    ///
    /// A sentence that names the parameter and never shows the value.
    pub(crate) fn write(&self, name: &str, value: &Value) -> Result<Option<String>, String> {
        let written = match self.content {
            Some(media_type) => self.write_content(name, media_type, value),
            None => self.write_style(name, value),
        };
        match written {
            Ok(Some(text)) if text.is_empty() && self.location == Location::Path => {
                Err("is empty, which would change the path")
            }
            other => other,
        }
        .map_err(|problem| format!("the parameter `{name}` {problem}"))
    }

    fn write_content(
        &self,
        name: &str,
        media_type: &str,
        value: &Value,
    ) -> Result<Option<String>, &'static str> {
        let text = match value {
            Value::Null => return Ok(None),
            Value::String(text) if !is_json(media_type) => text.clone(),
            other => other.to_string(),
        };
        let shape = Shape::Primitive(text);
        self.check(&shape)?;
        Ok(Some(self.expand(name, &shape)))
    }

    fn write_style(&self, name: &str, value: &Value) -> Result<Option<String>, &'static str> {
        if self.style == Style::DeepObject && matches!(value, Value::Array(_) | Value::Object(_)) {
            let pairs =
                deep_object::write(&percent::encode(name), value, &|text| self.encode(text))?;
            return Ok((!pairs.is_empty()).then_some(pairs));
        }
        match Shape::of(value)? {
            Some(shape) => {
                self.check(&shape)?;
                Ok(Some(self.expand(name, &shape)))
            }
            None => Ok(None),
        }
    }

    /// Refuses what the server could not read back.
    fn check(&self, shape: &Shape) -> Result<(), &'static str> {
        let delimiter = self.expansion().delimiter.character;
        // A comma is told from the delimiter by its encoding, except in a header, which has none. A space
        // and a pipe are encoded either way.
        let ambiguous = self.location == Location::Header || (!self.explodes() && delimiter != ',');
        if ambiguous && shape.listed().any(|text| text.contains(delimiter)) {
            return Err("holds the character that separates the items of its list");
        }
        Ok(())
    }

    fn expand(&self, name: &str, shape: &Shape) -> String {
        let encode = |text: &str| match shape {
            Shape::Primitive(_) => self.encode(text),
            // The comma is the delimiter of lists.
            _ => self.encode(text).replace(',', "%2C"),
        };
        self.expansion()
            .write(&percent::encode(name), shape, self.explodes(), encode)
    }

    fn encode(&self, text: &str) -> String {
        match self.location {
            Location::Header => text.to_owned(),
            Location::Query if self.allow_reserved => percent::encode_allowing_reserved(text),
            Location::Path | Location::Query | Location::Cookie => percent::encode(text),
        }
    }

    pub(crate) fn explodes(&self) -> bool {
        self.explode.unwrap_or(self.style == Style::Form)
    }

    fn expansion(&self) -> Expansion {
        match self.style {
            Style::Simple => expansion::SIMPLE,
            Style::Label => expansion::LABEL,
            Style::Matrix => expansion::MATRIX,
            Style::Form if self.location == Location::Cookie => expansion::COOKIE,
            Style::Form | Style::DeepObject => expansion::FORM,
            Style::SpaceDelimited => expansion::SPACE_DELIMITED,
            Style::PipeDelimited => expansion::PIPE_DELIMITED,
        }
    }
}

/// JSON, or a type built on it (RFC 6839, section 3.1).
pub(crate) fn is_json(media_type: &str) -> bool {
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    essence.eq_ignore_ascii_case("application/json")
        || essence.to_ascii_lowercase().ends_with("+json")
}
