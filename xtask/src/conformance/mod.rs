//! `cargo xtask conformance`: what a validator that nobody here wrote says of the requests that emitted clients send,
//! and whether they can read its answers.
//!
//! For each document a crate is generated, and a program that calls every operation of it. Prism serves the original
//! document: it refuses a request that the document doesn't allow, and answers the others with what the document shows.

mod crates;
mod prism;
mod report;
mod table;
mod verdict;

use std::fs;
use std::path::Path;

use anstream::{eprintln, println};

use self::prism::{Mock, Prism};
use self::report::Report;
use crate::arguments::ConformanceArguments;
use crate::corpus::{Document, chosen};
use crate::failure::{Failure, Outcome};
use crate::program::Programs;
use crate::workspace::Workspace;

pub(crate) fn run(arguments: &ConformanceArguments) -> Result<Outcome, Failure> {
    let workspace = Workspace::find()?;
    let documents = chosen(&arguments.documents, &workspace)?;
    let folder = workspace.conformance();
    let prism = match Prism::install(&folder.join("prism")) {
        Ok(prism) => prism,
        Err(reason) => {
            println!("skipped: {reason}");
            return Ok(Outcome::Yes);
        }
    };
    let mock = Mock {
        seed: arguments.dynamic.as_deref(),
    };
    let programs = Programs::new(&workspace, &folder);
    let mut reports = Vec::new();
    for (index, document) in documents.iter().enumerate() {
        eprintln!("[{}/{}] {}", index + 1, documents.len(), document.name);
        reports.push(judge(document, &programs, &prism, mock)?);
    }
    if let Some(file) = &arguments.json {
        write_json(file, &reports)?;
    }
    println!("{}", table::render(&reports));
    let passed = reports.iter().all(Report::has_passed);
    Ok(if passed { Outcome::Yes } else { Outcome::No })
}

/// Generates, builds, serves and calls.
fn judge(
    document: &Document,
    programs: &Programs,
    prism: &Prism,
    mock: Mock<'_>,
) -> Result<Report, Failure> {
    let mut report = Report::new(&document.name);
    let Some((operations, program)) = crates::generate(programs, document)? else {
        report.stopped = Some("the document is refused: see `cargo xtask codegen --spec`".into());
        return Ok(report);
    };
    report.operations = operations;
    if let Err(reason) = program.build()? {
        report.stopped = Some(reason);
        return Ok(report);
    }
    let server = match prism.serve(&document.path, mock)? {
        Ok(server) => server,
        Err(reason) => {
            report.stopped = Some(format!("Prism can't serve the document: {reason}"));
            return Ok(report);
        }
    };
    report.calls = crates::run(&program, &server.address())?;
    Ok(report)
}

fn write_json(file: &Path, reports: &[Report]) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(reports).map_err(Failure::stopped)?;
    fs::write(file, text + "\n")
        .map_err(|error| Failure::stopped(format!("cannot write `{}`: {error}", file.display())))
}
