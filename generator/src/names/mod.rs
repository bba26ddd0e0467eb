//! Rust names: the words of a wire name, and scopes that mint identifiers from them.
//!
//! Nothing else makes an [`Identifier`], a [`FileName`] or a [`FeatureName`]. A scope answers for what it hands out: it is valid Rust, no
//! keyword, nothing that the scope reserves, and it was not handed out before. What it answers depends on the name
//! that it is asked for; neighbours matter only where two of them want the same identifier.

mod feature_name;
mod file_name;
mod identifier;
mod keywords;
mod kind;
mod scope;
mod singular;
mod symbols;
mod unique;
mod words;

pub use feature_name::{FeatureName, FeatureNames};
pub use file_name::{FileName, FileNames};
pub use identifier::Identifier;
pub use scope::{Minted, Scope, Wish};
pub use words::Words;

#[cfg(test)]
mod tests;
