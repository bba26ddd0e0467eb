//! `cargo xtask pages`: what saved pages of documentation say and a document doesn't, and the other way round.

mod decode;
mod human;
mod json;

use std::path::Path;

use anstream::{eprintln, print};
use bindery::compare_pages;
use bindery::pages::Findings;

use self::decode::Decoded;
use crate::arguments::{MessageFormat, PagesArguments};
use crate::codegen::{crate_name, read};
use crate::failure::{Failure, Outcome};
use crate::message::Messages;
use crate::workspace::Workspace;

pub(crate) fn run(arguments: &PagesArguments) -> Result<Outcome, Failure> {
    let workspace = Workspace::find()?;
    let source = read(&arguments.spec, &shown(&arguments.spec))?;
    let pages = arguments.pages.iter().map(|page| read(page, &shown(page)));
    let pages = pages.collect::<Result<Vec<_>, _>>()?;
    let name = crate_name(&arguments.spec);
    let (findings, report) = compare_pages(&source, &name, &pages);
    let Some(findings) = findings else {
        Messages::new(arguments.message_format).reports(&[report]);
        return Ok(Outcome::No);
    };
    let decoded = decode::samples(&findings.samples, &source, &name, &workspace)?;
    match arguments.message_format {
        MessageFormat::Human => print!("{}", human::render(&findings, &decoded, true)),
        MessageFormat::Short => print!("{}", human::render(&findings, &decoded, false)),
        MessageFormat::Json => print!("{}", json::render(&findings, &decoded)),
    }
    let verdict = verdict(&findings, &decoded);
    if let (Err(reason), false) = (&verdict, arguments.message_format == MessageFormat::Json) {
        eprintln!("error: {reason}");
    }
    Ok(if verdict.is_ok() {
        Outcome::Yes
    } else {
        Outcome::No
    })
}

/// Whether the document has what the pages have, or else why not.
fn verdict(findings: &Findings, decoded: &[Decoded<'_>]) -> Result<(), &'static str> {
    let is_readable = decoded.iter().all(|decoded| decoded.problem.is_none());
    match (findings.is_complete(), is_readable) {
        (true, true) => Ok(()),
        (false, true) => Err("the pages say what the document lacks"),
        (true, false) => Err("the document doesn't fit the pages' samples"),
        (false, false) => {
            Err("the pages say what the document lacks, and it doesn't fit their samples")
        }
    }
}

/// A path as it was given, with `/`.
fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}
