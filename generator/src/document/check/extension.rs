//! Extensions of ours, where they have no effect.

use serde_json::{Map, Value};

use super::Check;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Pointer;
use crate::document::walk::Place;

/// What something is called in Rust.
const RUST_NAME: &str = "x-rust-name";

/// How many edits make a slip of the pen. Others have keys such as `x-rust-type`, which are further away.
const SLIP: usize = 2;

/// Whether a key is, or is meant to be, one of ours. Whatever starts with `x-bindery-` is.
pub(super) fn is_ours(key: &str) -> bool {
    let start = |length: usize| key.get(..length).unwrap_or(key);
    key.starts_with("x-")
        && (strsim::osa_distance(start("x-bindery-".len()), "x-bindery-") <= SLIP
            || strsim::osa_distance(key, RUST_NAME) <= SLIP)
}

impl Check<'_> {
    /// Reports a name for a schema that is called after where it stands, or after nothing at all.
    pub(super) fn check_rust_name(&mut self, schema: &Map<String, Value>, place: Place<'_>) {
        if !schema.contains_key(RUST_NAME) || has_name(&place.pointer()) {
            return;
        }
        let message = format!("`{RUST_NAME}` has no effect on this schema");
        let diagnostic = Diagnostic::new(Code::IdleName, place.key(RUST_NAME).pointer(), message)
            .at_key()
            .help(
                "it names components, properties, parameters and operations: make the schema a component to name \
                 it, or record its name beside the document",
            );
        self.diagnostics.push(diagnostic);
    }
}

/// Whether a schema has a name that can be another: it is a component, a property or a parameter's, or a member of the
/// `allOf` of such a one.
fn has_name(schema: &Pointer) -> bool {
    let tokens: Vec<String> = schema.tokens().collect();
    let mut tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();
    while let [.., "allOf", _] = tokens.as_slice() {
        tokens.truncate(tokens.len() - 2);
    }
    matches!(
        tokens.as_slice(),
        ["components", "schemas", _]
            | [.., "properties", _]
            | [.., "parameters", _, "schema"]
            | [.., "parameters", _, "content", _, "schema"]
    )
}

#[cfg(test)]
mod tests {
    use super::{has_name, is_ours};
    use crate::document::Pointer;

    #[test]
    fn slips_of_the_pen_are_ours() {
        for key in [
            "x-bindery-new",
            "x-bindry-secret",
            "x-rust-name",
            "x-rustname",
        ] {
            assert!(is_ours(key), "{key}");
        }
        for key in [
            "x-rust-type",
            "x-go-name",
            "x-internal",
            "x-binary",
            "x",
            "name",
        ] {
            assert!(!is_ours(key), "{key}");
        }
    }

    #[test]
    fn what_has_a_name_can_have_another() {
        let has_name = |place| has_name(&Pointer::from_fragment(place).unwrap());
        assert!(has_name("/components/schemas/Pet"));
        assert!(has_name("/components/schemas/Pet/properties/a/allOf/0"));
        assert!(has_name("/paths/~1a/get/parameters/0/schema"));
        assert!(!has_name("/components/schemas/Pet/items"));
        assert!(!has_name("/components/schemas/Pet/oneOf/0"));
    }
}
