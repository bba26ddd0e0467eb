//! `cargo xtask codegen`: from documents to crates.

mod explain;
mod names;
mod specs;
mod standalone;
mod verdict;

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use bindery::diagnostic::Code;
use bindery::source::{Source, names_path};

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
        _ => specs::run(arguments, messages),
    }
}

/// Reads a document with the names that are recorded beside it. Messages will call it `shown`.
pub(crate) fn read(file: &Path, shown: &str) -> Result<Source, Failure> {
    let source = read_text(file, shown)?;
    let path = source.names_path();
    let names = match fs::read(names_path(file)) {
        Ok(bytes) => Some(Source::from_bytes(&path, bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(unreadable(&path, &error)),
    };
    Ok(source.with_names(names))
}

/// Reads a text, which messages will call `shown`.
pub(crate) fn read_text(file: &Path, shown: &str) -> Result<Source, Failure> {
    let bytes = fs::read(file).map_err(|error| unreadable(shown, &error))?;
    Ok(Source::from_bytes(shown, bytes))
}

fn unreadable(shown: &str, error: &std::io::Error) -> Failure {
    Failure::misuse(format!("cannot read `{shown}`: {error}"))
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
