//! `cargo xtask codegen`: from documents to crates.

mod explain;
mod specs;
mod standalone;
mod verdict;

use std::fs;
use std::path::Path;

use bindery::diagnostic::Code;
use bindery::source::Source;

pub(crate) use self::specs::sources;
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
    let bytes = fs::read(file)
        .map_err(|error| Failure::misuse(format!("cannot read `{shown}`: {error}")))?;
    Ok(Source::from_bytes(shown, bytes))
}

/// The code that somebody names.
fn code(named: &str) -> Result<Code, Failure> {
    Code::from_number(named.trim()).ok_or_else(|| {
        Failure::misuse(format!(
            "there is no code `{named}`: codes are a capital E with four digits, such as `{}`",
            Code::ALL.first().map_or("E0001", |code| code.number())
        ))
    })
}
