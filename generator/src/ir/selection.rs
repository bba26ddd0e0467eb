//! Which part of a document a crate is made of.

use std::fmt;

/// Which part of a document a crate is made of; by default all of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Types alone, without anything that could send them.
    pub only_types: bool,
    /// What selects operations, united; without any, all are selected.
    pub selectors: Vec<Selector>,
}

/// Something that selects operations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selector {
    /// Those that have a tag, at whichever place of their list.
    Tag(String),
    /// Those whose paths begin with these segments: `/pets` selects `/pets` and `/pets/{id}`, but not `/petstore`.
    Path(String),
    /// The one with an `operationId`, or the one that is written like this: `GET /pets/{id}`.
    Operation(String),
}

impl Selection {
    /// Whether nothing is left out.
    pub fn is_whole(&self) -> bool {
        *self == Self::default()
    }
}

/// As options of the command line, which select the same again.
impl fmt::Display for Selection {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let flag = self.only_types.then(|| "--only-types".to_owned());
        let selectors = self.selectors.iter().map(Selector::to_string);
        let options: Vec<_> = flag.into_iter().chain(selectors).collect();
        formatter.write_str(&options.join(" "))
    }
}

/// As an option of the command line.
impl fmt::Display for Selector {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (option, value) = match self {
            Self::Tag(tag) => ("--tag", tag),
            Self::Path(path) => ("--path", path),
            Self::Operation(id) => ("--operation", id),
        };
        write!(formatter, "{option} {}", argument(value))
    }
}

/// A word of a command line, quoted for a POSIX shell where that is needed.
fn argument(text: &str) -> String {
    let is_plain = |character: char| {
        character.is_ascii_alphanumeric() || matches!(character, '/' | '-' | '_' | '.' | ':' | '@')
    };
    if !text.is_empty() && text.chars().all(is_plain) {
        text.to_owned()
    } else {
        format!("'{}'", text.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::{Selection, Selector};

    #[test]
    fn options_are_quoted_where_a_shell_would_part_them() {
        let selection = Selection {
            only_types: true,
            selectors: vec![
                Selector::Tag("pets".to_owned()),
                Selector::Tag("pet's food".to_owned()),
                Selector::Path("/pets/{id}".to_owned()),
                Selector::Operation(String::new()),
            ],
        };
        let expected =
            r"--only-types --tag pets --tag 'pet'\''s food' --path '/pets/{id}' --operation ''";
        assert_eq!(selection.to_string(), expected);
    }
}
