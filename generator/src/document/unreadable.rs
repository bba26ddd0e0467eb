//! What there is to say of a node whose fields are each as they should be, but not together.

use super::Pointer;
use super::fields::Definition;
use crate::diagnostic::{Code, Diagnostic};

/// Says in the words of a document what `openapiv3` says in those of its types.
pub(super) fn diagnostic(
    definition: &Definition,
    error: &serde_json::Error,
    pointer: &Pointer,
) -> Diagnostic {
    let error = error.to_string();
    let name = definition.name;
    let (code, message) = if let Some(field) = missing_field(&error) {
        (
            Code::MissingField,
            format!("{name} of this kind needs the field `{field}`"),
        )
    } else if error.contains("ParameterSchemaOrContent") {
        (
            Code::MissingField,
            format!("{name} needs `schema` or `content`, to say what its value is"),
        )
    } else if let Some((word, words)) = unknown_word(&error) {
        (
            Code::Malformed,
            format!("`{word}` can't stand in {name} of this kind, which takes {words}"),
        )
    } else {
        (Code::Malformed, format!("this can't be read: {error}"))
    };
    Diagnostic::new(code, pointer.clone(), message).note("it is left out")
}

/// The name in "missing field `name`".
fn missing_field(error: &str) -> Option<&str> {
    let (field, _) = error.strip_prefix("missing field `")?.split_once('`')?;
    Some(field)
}

/// The word and the list in "unknown variant `word`, expected one of `list`, `of`, `words`".
fn unknown_word(error: &str) -> Option<(&str, &str)> {
    error
        .strip_prefix("unknown variant `")?
        .split_once("`, expected ")
}
