//! From a frozen model to the files of a crate: tokens and finished texts. Nothing here can fail.
//!
//! There is one emitter per construct, each ending in one `generate`. None knows the document or the name of a schema
//! or field: what depends on those is data that the emitted code hands to the runtime.

mod argument;
mod client;
mod conformance;
mod decoding;
mod docs;
mod environment;
mod example;
mod file;
mod gate;
mod incoming;
mod local;
mod module;
mod operation;
mod package;
mod place;
mod prose;
mod resource;
mod rust_type;
mod scalar;
mod surface;
mod types;

pub use conformance::conformance_program;
pub use decoding::decoding_program;
pub use file::{Content, File};
pub use package::{
    ProgramPackage, Runtime, StandalonePackage, WorkspacePackage, crate_version, standalone_crate,
    workspace_crate,
};
pub use surface::{Argument, Aspect, Fact, Item, ItemKind, WITHOUT, surface};
