//! `generated/` from `specs/`.

use std::fs;
use std::path::{Path, PathBuf};

use bindery::output::Folder;
use bindery::source::Source;
use bindery::{Strictness, generate_workspace_crate};

use super::read;
use super::verdict::History;
use crate::failure::{Failure, Outcome};
use crate::message::{Messages, Task};
use crate::version;
use crate::workspace::Workspace;

pub(super) fn run(check: bool, messages: Messages) -> Result<Outcome, Failure> {
    let workspace = Workspace::find()?;
    let sources = sources(&workspace)?;
    let version = version::wanted(&workspace)?;
    let generated = generate_workspace_crate(&sources, &version.to_string(), Strictness::Strict);
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
    let outcome = messages.settle(&folder, &tree, &task)?;
    let history = History::of(&workspace, &sources);
    messages.verdicts(&history.since_last_commit());
    match history.missing_version(&version).filter(|_| check) {
        Some(reason) => {
            messages.outdated(&reason);
            Ok(Outcome::No)
        }
        None => Ok(outcome),
    }
}

/// The documents that the workspace's own crate is generated from, by name.
pub(crate) fn sources(workspace: &Workspace) -> Result<Vec<Source>, Failure> {
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
