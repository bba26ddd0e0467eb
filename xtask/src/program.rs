//! A generated program and the crate that it uses: written, built, run.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use bindery::output::Folder;
use bindery::render::Tree;

use crate::failure::Failure;
use crate::workspace::Workspace;

/// Makes crates and programs that use them below one folder.
pub(crate) struct Programs {
    folder: PathBuf,
    lock_file: PathBuf,
    /// Shared with the workspace, so that dependencies which are built already are not built again.
    target: PathBuf,
    cargo: OsString,
}

/// A program that uses a generated crate.
pub(crate) struct Program<'a> {
    programs: &'a Programs,
    folder: PathBuf,
}

impl Programs {
    pub(crate) fn new(workspace: &Workspace, folder: &Path) -> Self {
        Self {
            folder: folder.to_owned(),
            lock_file: workspace.lock_file(),
            target: workspace.target(),
            cargo: env::var_os("CARGO").unwrap_or_else(|| "cargo".into()),
        }
    }

    /// Writes a crate and a program that uses it, in folders called `client` and `program`.
    pub(crate) fn write(
        &self,
        name: &str,
        client: &Tree,
        program: &Tree,
    ) -> Result<Program<'_>, Failure> {
        let folder = self.folder.join("crates").join(name);
        write(&folder.join("client"), client)?;
        write(&folder.join("program"), program)?;
        let folder = folder.join("program");
        fs::copy(&self.lock_file, folder.join("Cargo.lock")).map_err(Failure::stopped)?;
        Ok(Program {
            programs: self,
            folder,
        })
    }
}

fn write(folder: &Path, tree: &Tree) -> Result<(), Failure> {
    let folder = Folder::claim(folder).map_err(Failure::stopped)?;
    let plan = folder.plan(tree).map_err(Failure::stopped)?;
    folder.write(&plan).map_err(Failure::stopped)
}

impl Program<'_> {
    /// Compiles it. The inner error is what the compiler says.
    pub(crate) fn build(&self) -> Result<Result<(), String>, Failure> {
        let output = self.cargo("build").output().map_err(Failure::stopped)?;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        Ok(match output.status.success() {
            true => Ok(()),
            false => Err(format!("the program does not compile:\n{said}")),
        })
    }

    /// A command that cargo does with the program.
    pub(crate) fn cargo(&self, command: &str) -> Command {
        let mut cargo = Command::new(&self.programs.cargo);
        cargo
            .args([command, "--quiet", "--manifest-path"])
            .arg(self.folder.join("Cargo.toml"))
            .arg("--target-dir")
            .arg(&self.programs.target)
            // What is compiled once needs nothing to be compiled again faster.
            .env("CARGO_INCREMENTAL", "0");
        cargo
    }
}
