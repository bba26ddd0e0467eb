//! A well-formed document: its value tree, brought to the vocabulary of OpenAPI 3.0.

mod pointer;

pub use pointer::Pointer;
