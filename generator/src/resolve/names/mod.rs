//! Names of types and operations.

mod methods;
mod operations;
mod places;
mod routes;
mod statuses;
mod types;
mod vocabulary;

pub(super) use methods::method_wish;
pub(super) use operations::{OperationName, OperationNames, id, shares_id, untagged_accessor};
pub(super) use statuses::success_words;
pub(super) use types::{TypeName, type_names};

#[cfg(test)]
mod tests;
