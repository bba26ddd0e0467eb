//! `generated/` from `specs/`.

use std::fs;
use std::path::{Path, PathBuf};

use bindery::Strictness;
use bindery::output::Folder;
use bindery::source::Source;

use super::read;
use crate::failure::{Failure, Outcome};
use crate::message::{Messages, Task};
use crate::workspace::Workspace;

pub(super) fn run(check: bool, messages: Messages) -> Result<Outcome, Failure> {
    let workspace = Workspace::find()?;
    let generated = bindery::generate_workspace_crate(&sources(&workspace)?, Strictness::Strict);
    messages.reports(&generated.reports);
    let Some(tree) = generated.tree else {
        messages.refused("nothing is written, because not every document is accepted");
        return Ok(Outcome::No);
    };
    let folder = Folder::owned(workspace.generated());
    let shown = workspace.display(folder.path());
    let task = Task {
        folder: &shown,
        command: "cargo xtask codegen",
        check,
    };
    messages.settle(&folder, &tree, &task)
}

fn sources(workspace: &Workspace) -> Result<Vec<Source>, Failure> {
    let folder = workspace.specs();
    let files = documents(&folder)?;
    if files.is_empty() {
        return Err(Failure::misuse(format!(
            "there is no `.yaml` file in `{}` to generate from",
            workspace.display(&folder)
        )));
    }
    files
        .iter()
        .map(|file| read(file, &workspace.display(file)))
        .collect()
}

/// The documents of a folder, by name.
fn documents(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let unreadable =
        |error| Failure::stopped(format!("cannot read `{}`: {error}", folder.display()));
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "yaml")
        {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
