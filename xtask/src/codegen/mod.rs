//! `cargo xtask codegen`: from documents to crates.

mod explain;
mod specs;
mod standalone;

use std::fs;
use std::path::Path;

use bindery::source::Source;

pub(crate) use self::standalone::crate_name;
use crate::arguments::CodegenArguments;
use crate::failure::{Failure, Outcome};
use crate::message::Messages;

pub(crate) fn run(arguments: &CodegenArguments) -> Result<Outcome, Failure> {
    let messages = Messages::new(arguments.message_format);
    match (&arguments.explain, &arguments.spec, &arguments.out) {
        (Some(code), ..) => explain::run(code),
        (None, Some(spec), Some(out)) => standalone::run(arguments, spec, out, messages),
        _ => specs::run(arguments.check, messages),
    }
}

/// Reads a document, which messages will call `shown`.
pub(crate) fn read(file: &Path, shown: &str) -> Result<Source, Failure> {
    let unreadable = |reason: &dyn std::fmt::Display| {
        Failure::misuse(format!("cannot read `{shown}`: {reason}"))
    };
    let bytes = fs::read(file).map_err(|error| unreadable(&error))?;
    let text = String::from_utf8(bytes).map_err(|error| {
        unreadable(&format_args!(
            "it is not UTF-8 (the first wrong byte is number {})",
            error.utf8_error().valid_up_to()
        ))
    })?;
    Ok(Source::new(shown, text))
}
