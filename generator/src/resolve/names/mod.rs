//! Names of types and operations.

mod operations;
mod places;
mod routes;
mod standings;
mod statuses;
mod types;

pub(super) use operations::{OperationName, OperationNames, id, method_wish, untagged_accessor};
pub(super) use statuses::success_words;
pub(super) use types::{TypeName, type_names};

#[cfg(test)]
mod tests;
