//! Turns an OpenAPI document into a Rust crate of typed clients.
//!
//! The pipeline and what each stage may rely on stand in `ARCHITECTURE.md`.

#![forbid(unsafe_code)]

pub mod diagnostic;
pub mod diff;
pub mod document;
pub mod emit;
mod generate;
pub mod ir;
pub mod lower;
pub mod names;
pub mod output;
pub mod pages;
pub mod recorded;
pub mod render;
pub mod resolve;
pub mod sample;
pub mod select;
pub mod source;

pub use generate::{
    Compared, Generated, Recording, Report, Rules, Statistics, Strictness, compare_crates,
    compare_modules, compare_pages, generate_conformance_program, generate_decoding_program,
    generate_part, generate_standalone, generate_workspace_crate, record_names, sarif,
};
