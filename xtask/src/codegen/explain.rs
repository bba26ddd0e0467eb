//! `--explain`: what a code means.

use anstream::println;
use bindery::diagnostic::Severity;

use super::code;
use crate::failure::{Failure, Outcome};

pub(super) fn run(wanted: &str) -> Result<Outcome, Failure> {
    let code = code(wanted)?;
    println!("{}: {}\n", code.number(), weight(code.severity()));
    println!("{}", code.explanation().trim_end());
    Ok(Outcome::Yes)
}

fn weight(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "a note, which never stops a document",
        Severity::Warning => "a warning, which stops a document only under the strict rules",
        Severity::Error => "an error, which stops a document",
    }
}
