//! Paths, which have to differ in more than the names of their placeholders (OpenAPI 3.0.3 §4.8.8.1).

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::document::Pointer;
use crate::lower::context::Lowering;

impl Lowering<'_> {
    /// Reports every path that takes the same requests as one before it.
    pub(super) fn check_paths(&mut self, keys: &[String], paths: &Pointer) {
        let mut seen = BTreeMap::new();
        for key in keys.iter().filter(|key| key.starts_with('/')) {
            let first = *seen.entry(without_names(key)).or_insert(key);
            if first == key {
                continue;
            }
            let message =
                format!("`{key}` differs from `{first}` in the names of placeholders alone");
            let diagnostic = Diagnostic::new(Code::SamePath, paths.child(key), message)
                .at_key()
                .related(paths.child(first), "the first one")
                .help("put the operations of both under one of them");
            self.diagnostics.push(diagnostic);
        }
    }
}

/// A path without what stands between its braces.
fn without_names(path: &str) -> String {
    let mut is_name = false;
    let stays = |character: &char| {
        is_name = match character {
            '{' => true,
            '}' => false,
            _ => is_name,
        };
        !is_name
    };
    path.chars().filter(stays).collect()
}

#[cfg(test)]
mod tests {
    use super::without_names;

    #[test]
    fn names_of_placeholders_are_taken_out() {
        assert_eq!(without_names("/a/{b}/c{d}.json"), "/a/}/c}.json");
        assert_eq!(without_names("/a/{b"), "/a/");
    }
}
