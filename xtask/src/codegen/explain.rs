//! `--explain`: what a code means.

use anstream::println;
use bindery::diagnostic::{Code, Severity};

use crate::failure::{Failure, Outcome};

pub(super) fn run(wanted: &str) -> Result<Outcome, Failure> {
    let wanted = wanted.trim().to_ascii_uppercase();
    let Some(code) = Code::ALL.iter().find(|code| code.number() == wanted) else {
        return Err(Failure::misuse(format!(
            "there is no code `{wanted}`: codes are a capital E with four digits, such as `{}`",
            Code::ALL.first().map_or("E0001", |code| code.number())
        )));
    };
    println!("{}: {}\n", code.number(), weight(code.severity()));
    for line in code.explanation().lines() {
        println!("{}", line.trim());
    }
    Ok(Outcome::Yes)
}

fn weight(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "a note, which never stops a document",
        Severity::Warning => "a warning, which stops a document only under the strict rules",
        Severity::Error => "an error, which stops a document",
    }
}
