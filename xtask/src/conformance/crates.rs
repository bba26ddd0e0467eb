//! The crate of a document and the program that calls it: generated and run.

use std::process::Stdio;

use bindery::{Strictness, generate_conformance_program, generate_standalone};

use super::verdict::{Call, Verdict};
use crate::codegen::{crate_name, read};
use crate::corpus::Document;
use crate::failure::Failure;
use crate::program::{Program, Programs};

/// The number of operations in a document and the program for them. `None` if the document is refused.
pub(super) fn generate<'p>(
    programs: &'p Programs,
    document: &Document,
) -> Result<Option<(usize, Program<'p>)>, Failure> {
    let name = crate_name(&document.path);
    let shown = document.path.file_name().unwrap_or_default();
    let source = read(&document.path, &shown.to_string_lossy())?;
    let client = generate_standalone(&source, &name, Strictness::Lenient);
    let program = generate_conformance_program(&source, &name, "../client");
    let operations = client.reports.iter();
    let operations = operations.map(|report| report.statistics.operations).sum();
    let (Some(client), Some(program)) = (client.tree, program.tree) else {
        return Ok(None);
    };
    let program = programs.write(&document.name, &client, &program)?;
    Ok(Some((operations, program)))
}

/// Runs the program against a server, and gives back what came of each call.
pub(super) fn run(program: &Program<'_>, address: &str) -> Result<Vec<Call>, Failure> {
    let output = program
        .cargo("run")
        .args(["--", address])
        .stderr(Stdio::inherit())
        .output()
        .map_err(Failure::stopped)?;
    if !output.status.success() {
        return Err(Failure::stopped(
            "the program that makes the calls has failed",
        ));
    }
    let lines = String::from_utf8_lossy(&output.stdout);
    lines
        .lines()
        .map(|line| {
            let line = serde_json::from_str(line).map_err(Failure::stopped)?;
            Ok(Verdict::of(line))
        })
        .collect()
}
