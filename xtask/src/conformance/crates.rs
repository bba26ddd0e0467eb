//! The crate of a document and the program that calls it: generated, built, run.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use bindery::output::Folder;
use bindery::render::Tree;
use bindery::{Strictness, generate_conformance_program, generate_standalone};

use super::verdict::{Call, Verdict};
use crate::codegen::{crate_name, read};
use crate::corpus::Document;
use crate::failure::Failure;
use crate::workspace::Workspace;

/// Makes crates and their programs below one folder.
pub(super) struct Crates {
    folder: PathBuf,
    lock_file: PathBuf,
    /// Shared with the workspace, so that dependencies which are built already are not built again.
    target: PathBuf,
    cargo: OsString,
}

/// A program that calls every operation of a crate.
pub(super) struct Program<'a> {
    crates: &'a Crates,
    folder: PathBuf,
}

impl Crates {
    pub(super) fn new(workspace: &Workspace, folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            lock_file: workspace.lock_file(),
            target: workspace.target(),
            cargo: env::var_os("CARGO").unwrap_or_else(|| "cargo".into()),
        }
    }

    /// The number of operations in a document and the program for them. `None` if the document is refused.
    pub(super) fn generate(
        &self,
        document: &Document,
    ) -> Result<Option<(usize, Program<'_>)>, Failure> {
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
        let folder = self.folder.join("crates").join(&document.name);
        write(&folder.join("client"), &client)?;
        write(&folder.join("program"), &program)?;
        let folder = folder.join("program");
        fs::copy(&self.lock_file, folder.join("Cargo.lock")).map_err(Failure::stopped)?;
        let program = Program {
            crates: self,
            folder,
        };
        Ok(Some((operations, program)))
    }
}

fn write(folder: &Path, tree: &Tree) -> Result<(), Failure> {
    let folder = Folder::claim(folder).map_err(Failure::stopped)?;
    let plan = folder.plan(tree).map_err(Failure::stopped)?;
    folder.write(&plan).map_err(Failure::stopped)
}

impl Program<'_> {
    /// Compiles it. The inner error is what the compiler says.
    pub(super) fn build(&self) -> Result<Result<(), String>, Failure> {
        let output = self.cargo("build").output().map_err(Failure::stopped)?;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        Ok(match output.status.success() {
            true => Ok(()),
            false => Err(format!("the program does not compile:\n{said}")),
        })
    }

    /// Runs it against a server, and gives back what came of each call.
    pub(super) fn run(&self, address: &str) -> Result<Vec<Call>, Failure> {
        let output = self
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

    fn cargo(&self, command: &str) -> Command {
        let mut cargo = Command::new(&self.crates.cargo);
        cargo
            .args([command, "--quiet", "--manifest-path"])
            .arg(self.folder.join("Cargo.toml"))
            .arg("--target-dir")
            .arg(&self.crates.target)
            // What is compiled once needs nothing to be compiled again faster.
            .env("CARGO_INCREMENTAL", "0");
        cargo
    }
}
