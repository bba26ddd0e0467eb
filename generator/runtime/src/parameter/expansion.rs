//! The styles that are RFC 6570's expansions: simple, label, matrix, form, and form's two variations
//! with another delimiter.

use super::shape::Shape;

/// What distinguishes one style from another: a row of the table in RFC 6570, appendix A.
#[derive(Debug, Clone, Copy)]
pub(super) struct Expansion {
    /// What everything starts with.
    first: &'static str,
    /// What stands between the members of an exploded list.
    separator: &'static str,
    /// What stands between the members of a list in one value.
    pub(super) delimiter: Delimiter,
    /// Whether values are written with their names.
    named: bool,
    /// What follows a name that has an empty value.
    if_empty: &'static str,
}

/// What stands between the members of a list in one value, and the character which that is once decoded.
#[derive(Debug, Clone, Copy)]
pub(super) struct Delimiter {
    pub(super) written: &'static str,
    pub(super) character: char,
}

const COMMA: Delimiter = Delimiter {
    written: ",",
    character: ',',
};

pub(super) const SIMPLE: Expansion = Expansion {
    first: "",
    separator: ",",
    delimiter: COMMA,
    named: false,
    if_empty: "",
};
/// The delimiter is a comma as in RFC 6570 and in OpenAPI 3.0.4; 3.0.3's table prints a full stop.
pub(super) const LABEL: Expansion = Expansion {
    first: ".",
    separator: ".",
    delimiter: COMMA,
    named: false,
    if_empty: "",
};
pub(super) const MATRIX: Expansion = Expansion {
    first: ";",
    separator: ";",
    delimiter: COMMA,
    named: true,
    if_empty: "",
};
/// Without the leading `?` or `&`: a request joins its parameters itself.
pub(super) const FORM: Expansion = Expansion {
    first: "",
    separator: "&",
    delimiter: COMMA,
    named: true,
    if_empty: "=",
};
/// Pairs of a `Cookie` header (RFC 6265, section 4.2.1).
pub(super) const COOKIE: Expansion = Expansion {
    separator: "; ",
    ..FORM
};
pub(super) const SPACE_DELIMITED: Expansion = Expansion {
    delimiter: Delimiter {
        written: "%20",
        character: ' ',
    },
    ..FORM
};
pub(super) const PIPE_DELIMITED: Expansion = Expansion {
    delimiter: Delimiter {
        written: "%7C",
        character: '|',
    },
    ..FORM
};

impl Expansion {
    /// Writes `shape` under `name`, which is encoded already; `encode` is applied to every text of `shape`.
    pub(super) fn write(
        self,
        name: &str,
        shape: &Shape,
        explode: bool,
        encode: impl Fn(&str) -> String,
    ) -> String {
        let written = match shape {
            Shape::Primitive(text) => self.pair(name, &encode(text)),
            Shape::Array(items) if explode => {
                let items = items.iter().map(|item| self.pair(name, &encode(item)));
                items.collect::<Vec<_>>().join(self.separator)
            }
            Shape::Array(items) => {
                let items = items.iter().map(|item| encode(item));
                self.pair(
                    name,
                    &items.collect::<Vec<_>>().join(self.delimiter.written),
                )
            }
            Shape::Object(members) if explode => {
                let members = members
                    .iter()
                    .map(|(name, value)| self.member(&encode(name), &encode(value)));
                members.collect::<Vec<_>>().join(self.separator)
            }
            Shape::Object(members) => {
                let texts = members
                    .iter()
                    .flat_map(|(name, value)| [encode(name), encode(value)]);
                self.pair(
                    name,
                    &texts.collect::<Vec<_>>().join(self.delimiter.written),
                )
            }
        };
        format!("{}{written}", self.first)
    }

    fn pair(self, name: &str, value: &str) -> String {
        if self.named {
            self.member(name, value)
        } else {
            value.to_owned()
        }
    }

    fn member(self, name: &str, value: &str) -> String {
        if value.is_empty() && self.named {
            format!("{name}{}", self.if_empty)
        } else {
            format!("{name}={value}")
        }
    }
}
