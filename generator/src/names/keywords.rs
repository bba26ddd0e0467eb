//! Words that Rust keeps to itself.

/// Strict and reserved keywords of edition 2024 that may be written as raw identifiers (`r#type`).
///
/// <https://doc.rust-lang.org/reference/keywords.html>; weak keywords such as `union` are ordinary identifiers.
const RAW: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// Keywords that may not even be raw identifiers.
const NEVER: &[&str] = &["Self", "_", "crate", "self", "super"];

/// Whether a name must be written as a raw identifier.
pub(super) fn needs_raw(name: &str) -> bool {
    RAW.binary_search(&name).is_ok()
}

/// Whether no identifier can have this name.
pub(super) fn is_impossible(name: &str) -> bool {
    NEVER.binary_search(&name).is_ok()
}

/// Types, traits and variants of the prelude of edition 2024, which emitted code and its readers rely on.
///
/// <https://doc.rust-lang.org/std/prelude/>
pub(super) const PRELUDE: &[&str] = &[
    "AsMut",
    "AsRef",
    "AsyncFn",
    "AsyncFnMut",
    "AsyncFnOnce",
    "Box",
    "Clone",
    "Copy",
    "Default",
    "DoubleEndedIterator",
    "Drop",
    "Eq",
    "Err",
    "ExactSizeIterator",
    "Extend",
    "Fn",
    "FnMut",
    "FnOnce",
    "From",
    "FromIterator",
    "Future",
    "Into",
    "IntoFuture",
    "IntoIterator",
    "Iterator",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Send",
    "Sized",
    "Some",
    "String",
    "Sync",
    "ToOwned",
    "ToString",
    "TryFrom",
    "TryInto",
    "Unpin",
    "Vec",
];

#[cfg(test)]
mod tests {
    use super::{NEVER, PRELUDE, RAW};

    #[test]
    fn the_tables_can_be_searched() {
        for table in [RAW, NEVER, PRELUDE] {
            assert!(table.is_sorted());
        }
    }

    #[test]
    fn raw_identifiers_are_identifiers() {
        for keyword in RAW {
            assert!(
                syn::parse_str::<syn::Ident>(&format!("r#{keyword}")).is_ok(),
                "{keyword}"
            );
        }
        for name in NEVER {
            assert!(
                syn::parse_str::<syn::Ident>(&format!("r#{name}")).is_err(),
                "{name}"
            );
        }
    }
}
