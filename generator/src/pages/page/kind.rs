//! Kinds of JSON values, as pages call them.

use super::pattern::{all, first, patterns};

/// A kind of JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::pages) enum Kind {
    String,
    Integer,
    Number,
    Boolean,
    Object,
    Array,
    /// What a page calls a type without saying what its JSON is.
    Any,
}

patterns! {
    /// A type at the start of a text.
    TYPE = concat!(
        r"(?i)^((?:(?:array|list) of )?(?:", words!(), r")s?\b(?:<[\w ,|-]+>)?(?:\([\w-]+\))?(?:\[\])*",
        r"(?:\s*(?:\||\bor\b)\s*(?:null|", words!(), r")\b(?:\[\])*)*)",
    );
    /// One member of a type.
    MEMBER = concat!(r"(?i)((?:array|list) of \w+|(?:", words!(), r")\b(?:<[\w ,|-]+>)?(?:\[\])*)");
}

/// The words that pages use for types.
macro_rules! words {
    () => {
        "string|str|text|integer|int32|int64|int|number|float|double|decimal|boolean|bool|object|array|list|map|\
         dictionary|dict|hash|enum|uuid|datetime|date-time|date|timestamp|url|uri|email|file|any|json"
    };
}
use words;

/// The type that a text starts with, and how long it is.
pub(super) fn prefix(text: &str) -> Option<(Vec<Kind>, usize)> {
    let [matched] = first(&TYPE, text)?;
    let followed = text[matched.len()..].chars().next();
    let is_word = followed.is_some_and(|next| next.is_alphanumeric() || "_.=".contains(next));
    (!is_word).then(|| (kinds(matched), matched.len()))
}

/// The type that a whole text is.
pub(super) fn whole(text: &str) -> Option<Vec<Kind>> {
    let text = text.trim();
    prefix(text).and_then(|(kinds, length)| (length == text.len()).then_some(kinds))
}

fn kinds(text: &str) -> Vec<Kind> {
    let members = all(&MEMBER, text).map(|[member]| kind(member));
    members.collect()
}

fn kind(member: &str) -> Kind {
    let member = member.to_lowercase();
    if member.ends_with("[]") || member.contains(" of ") {
        return Kind::Array;
    }
    let word = member.split('<').next().unwrap_or_default();
    match word {
        "integer" | "int" | "int32" | "int64" => Kind::Integer,
        "number" | "float" | "double" => Kind::Number,
        "boolean" | "bool" => Kind::Boolean,
        "object" | "map" | "dictionary" | "dict" | "hash" => Kind::Object,
        "array" | "list" => Kind::Array,
        // Moments, amounts and files are written in several ways.
        "any" | "json" | "timestamp" | "date" | "decimal" | "file" | "enum"
            if !member.contains("<string>") =>
        {
            Kind::Any
        }
        _ => Kind::String,
    }
}

#[cfg(test)]
mod tests {
    use super::{Kind, prefix, whole};

    #[test]
    fn types_are_read_as_pages_write_them() {
        let kinds = |text| whole(text).unwrap_or_default();
        assert_eq!(kinds("object[]"), [Kind::Array]);
        assert_eq!(kinds("array of strings"), [Kind::Array]);
        assert_eq!(kinds("enum<string>"), [Kind::String]);
        assert_eq!(kinds("string | null"), [Kind::String]);
        assert_eq!(kinds("integer or string"), [Kind::Integer, Kind::String]);
        assert_eq!(kinds("strings attached"), []);
        assert_eq!(prefix("string required").map(|(_, length)| length), Some(6));
        assert_eq!(prefix("number_of_units"), None);
    }
}
