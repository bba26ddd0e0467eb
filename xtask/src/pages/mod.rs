//! `cargo xtask pages`: what saved pages of documentation say and a document doesn't, and the other way round.

mod decode;
mod human;
mod json;

use std::path::Path;

use anstream::{eprintln, print};
use bindery::compare_pages;
use bindery::pages::Findings;
use bindery::source::{Encoding, Source};

use self::decode::Decoded;
use crate::arguments::{MessageFormat, PagesArguments};
use crate::codegen::{crate_name, read, read_text};
use crate::failure::{Failure, Outcome};
use crate::message::Messages;
use crate::workspace::Workspace;

pub(crate) fn run(arguments: &PagesArguments) -> Result<Outcome, Failure> {
    if arguments.message_format == MessageFormat::Sarif {
        let reason = "what pages say is no place in a file: take `human`, `short` or `json`";
        return Err(Failure::misuse(reason));
    }
    let workspace = Workspace::find()?;
    let source = read(&arguments.spec, &shown(&arguments.spec))?;
    let pages = arguments.pages.iter().map(|page| read_page(page));
    let pages = pages.collect::<Result<Vec<_>, _>>()?;
    let name = crate_name(&arguments.spec);
    let (findings, report) = compare_pages(&source, &name, &pages);
    let Some(findings) = findings else {
        Messages::new(arguments.message_format).reports(&[report]);
        return Ok(Outcome::No);
    };
    let decoded = decode::samples(&findings.samples, &source, &name, &workspace)?;
    match arguments.message_format {
        MessageFormat::Json => print!("{}", json::render(&findings, &decoded)),
        format => {
            let with_comments = format == MessageFormat::Human;
            print!("{}", human::render(&findings, &decoded, with_comments));
        }
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

/// Reads a page, which has to be UTF-8.
fn read_page(path: &Path) -> Result<Source, Failure> {
    let page = read_text(path, &shown(path))?;
    match page.encoding() {
        Encoding::Utf8 => Ok(page),
        _ => Err(Failure::misuse(format!("`{}` is not UTF-8", page.path()))),
    }
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
