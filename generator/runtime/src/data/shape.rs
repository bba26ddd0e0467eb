use super::content::Content;

/// What a union's variant looks like, as far as it takes to tell it from the others.
///
/// Emitted code states it as data; [`union`](super::union) decides.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    kind: Kind,
    values: &'static [&'static str],
    required: &'static [&'static str],
    optional: &'static [&'static str],
    constants: &'static [Constant],
    items: Option<&'static Shape>,
    tags: &'static [&'static str],
}

/// A property and the texts that it may hold. Numbers and booleans are compared by their JSON text.
pub type Constant = (&'static str, &'static [&'static str]);

/// The JSON types, the ones that say least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Any,
    Number,
    Integer,
    Boolean,
    String,
    Array,
    Object,
}

/// How much of a shape a value bears out, what counts most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Fit {
    kind: Kind,
    constants: usize,
    required: usize,
    known: usize,
}

impl Shape {
    const fn of(kind: Kind) -> Self {
        Self {
            kind,
            values: &[],
            required: &[],
            optional: &[],
            constants: &[],
            items: None,
            tags: &[],
        }
    }

    /// An object with these properties: all that the variant's type names.
    pub const fn object(
        required: &'static [&'static str],
        optional: &'static [&'static str],
    ) -> Self {
        Self {
            required,
            optional,
            ..Self::of(Kind::Object)
        }
    }

    /// An array.
    pub const fn array() -> Self {
        Self::of(Kind::Array)
    }

    /// A string.
    pub const fn string() -> Self {
        Self::of(Kind::String)
    }

    /// A number without a fraction.
    pub const fn integer() -> Self {
        Self::of(Kind::Integer)
    }

    /// A number.
    pub const fn number() -> Self {
        Self::of(Kind::Number)
    }

    /// True or false.
    pub const fn boolean() -> Self {
        Self::of(Kind::Boolean)
    }

    /// Any value.
    pub const fn any() -> Self {
        Self::of(Kind::Any)
    }

    /// Narrows an object to those whose properties hold one of the given texts each.
    #[must_use]
    pub const fn constants(self, constants: &'static [Constant]) -> Self {
        Self { constants, ..self }
    }

    /// Narrows a string, number or boolean to these values, by their JSON text without quotes.
    #[must_use]
    pub const fn values(self, values: &'static [&'static str]) -> Self {
        Self { values, ..self }
    }

    /// Narrows an array to those whose first item, if they have any, looks like this.
    #[must_use]
    pub const fn items(self, items: &'static Shape) -> Self {
        Self {
            items: Some(items),
            ..self
        }
    }

    /// The values of the union's tag that stand for this variant.
    #[must_use]
    pub const fn tagged(self, tags: &'static [&'static str]) -> Self {
        Self { tags, ..self }
    }

    pub(super) fn has_tag(&self, tag: &str) -> bool {
        self.tags.contains(&tag)
    }

    /// Whether the variant's type names this property.
    pub(super) fn names(&self, property: &str) -> bool {
        self.required.contains(&property) || self.optional.contains(&property)
    }

    /// How well `content` fits; `None` if it does not.
    pub(super) fn fit(&self, content: &Content<'_>) -> Option<Fit> {
        let fits = self.fits_kind(content)
            && (self.values.is_empty() || is_one_of(content, self.values))
            && self.fits_items(content)
            && self.fits_properties(content);
        fits.then(|| Fit {
            kind: self.kind,
            constants: self.constants.len() + usize::from(!self.values.is_empty()),
            required: self.required.len(),
            known: self.count_known(content),
        })
    }

    fn fits_kind(&self, content: &Content<'_>) -> bool {
        match self.kind {
            Kind::Any => true,
            Kind::Boolean => matches!(content, Content::Boolean(_)),
            Kind::String => matches!(content, Content::Text(_)),
            Kind::Array => matches!(content, Content::Array(_)),
            Kind::Object => matches!(content, Content::Object(_)),
            Kind::Integer => content.as_integer().is_some(),
            Kind::Number => matches!(
                content,
                Content::Integer(_) | Content::Unsigned(_) | Content::Float(_)
            ),
        }
    }

    fn fits_items(&self, content: &Content<'_>) -> bool {
        match (self.items, content) {
            (Some(shape), Content::Array(items)) => {
                items.first().is_none_or(|first| shape.fit(first).is_some())
            }
            _ => true,
        }
    }

    fn fits_properties(&self, content: &Content<'_>) -> bool {
        let holds_constant = |(name, values): &Constant| {
            content
                .get(name)
                .is_some_and(|value| is_one_of(value, values))
        };
        self.constants.iter().all(holds_constant)
            && self.required.iter().all(|name| content.get(name).is_some())
    }

    fn count_known(&self, content: &Content<'_>) -> usize {
        match content {
            Content::Object(properties) => properties
                .iter()
                .filter(|(name, _)| self.names(name))
                .count(),
            _ => 0,
        }
    }
}

fn is_one_of(content: &Content<'_>, texts: &[&str]) -> bool {
    match content {
        Content::Text(text) => texts.contains(&text.as_ref()),
        Content::Boolean(boolean) => texts.contains(&if *boolean { "true" } else { "false" }),
        Content::Float(number) if content.as_integer().is_none() => {
            texts.contains(&number.to_string().as_str())
        }
        _ => content
            .as_integer()
            .is_some_and(|integer| texts.contains(&integer.to_string().as_str())),
    }
}
