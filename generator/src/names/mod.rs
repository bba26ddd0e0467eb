//! Rust names: words of a wire name, and scopes that mint identifiers.

/// A Rust identifier that a scope has minted.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Identifier(String);

/// The stem of a module's file, which is its module name as well.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileName(String);
