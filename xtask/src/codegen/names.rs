//! `--record-names`: the file with names beside a document.

use std::path::Path;

use bindery::output::{Folder, Plan, Write};
use bindery::record_names;
use bindery::source::{Source, names_path};

use super::read;
use crate::diff::source_at;
use crate::failure::Failure;
use crate::git::Repository;
use crate::message::Messages;

/// Records the names of a document that depend on each other, and reads it with them. What had a name in the last commit
/// keeps it. A document that is refused is left as it is: generating says why.
pub(super) fn record(file: &Path, source: Source, messages: Messages) -> Result<Source, Failure> {
    let Some(recording) = record_names(&source, committed(file).as_ref()) else {
        return Ok(source);
    };
    if let Some(text) = &recording.text {
        write(&names_path(file), text, source.names())?;
    }
    messages.recorded(&source.names_path(), &recording);
    read(file, source.path())
}

/// The document as it was in the last commit, if it was there.
fn committed(file: &Path) -> Option<Source> {
    let repository = Repository::of(folder(file)).ok()?;
    let head = repository.revision("HEAD").ok()?;
    source_at(&head, &file.file_name()?.to_string_lossy()).ok()?
}

fn folder(file: &Path) -> &Path {
    let parent = file.parent().filter(|parent| *parent != Path::new(""));
    parent.unwrap_or(Path::new("."))
}

fn write(file: &Path, text: &str, current: Option<&Source>) -> Result<(), Failure> {
    let folder = Folder::owned(folder(file));
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let write = Write {
        path: &name,
        text,
        current: current.map(|names| names.text().to_owned()),
    };
    let plan = Plan {
        write: vec![write],
        ..Plan::default()
    };
    folder.write(&plan).map_err(Failure::stopped)
}
