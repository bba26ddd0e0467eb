//! `generated/` from `specs/`.

use std::fs;
use std::path::{Path, PathBuf};

use bindery::output::Folder;
use bindery::source::{Source, is_names_path, names_path};
use bindery::{Strictness, generate_workspace_crate};

use super::verdict::History;
use super::{names, read};
use crate::arguments::CodegenArguments;
use crate::failure::{Failure, Outcome};
use crate::message::{Messages, Task};
use crate::version;
use crate::workspace::Workspace;

pub(super) fn run(arguments: &CodegenArguments, messages: Messages) -> Result<Outcome, Failure> {
    let check = arguments.check;
    let workspace = Workspace::find()?;
    let mut sources = sources(&workspace)?;
    if arguments.record_names {
        let record = |source: Source| {
            let file = workspace.root().join(source.path());
            names::record(&file, source, messages)
        };
        sources = sources.into_iter().map(record).collect::<Result<_, _>>()?;
    }
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

/// The documents of a folder, by name. Names beside them have to belong to one.
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
    let (names, documents): (Vec<_>, Vec<_>) =
        files.into_iter().partition(|file| is_names_path(file));
    let belongs = |names: &PathBuf| documents.iter().any(|file| names_path(file) == *names);
    match names.iter().find(|names| !belongs(names)) {
        Some(names) => Err(Failure::misuse(format!(
            "`{}` has names for a document that isn't there: rename it with the document, or take it out",
            names.display()
        ))),
        None => Ok(documents),
    }
}
