//! The documents of a folder.

use std::fs;
use std::path::{Path, PathBuf};

use bindery::source::is_names_path;

use crate::failure::Failure;
use crate::workspace::Workspace;

/// A document and what the report calls it.
#[derive(Debug)]
pub(crate) struct Document {
    /// The name of its file without the extension, unless another document has the same.
    pub(crate) name: String,
    pub(crate) path: PathBuf,
}

impl Document {
    /// The document of a file.
    pub(crate) fn at(path: &Path) -> Result<Self, Failure> {
        let name = path.file_stem().filter(|_| path.is_file());
        let name = name.ok_or_else(|| {
            Failure::misuse(format!("there is no document at `{}`", path.display()))
        })?;
        Ok(Self {
            name: name.to_string_lossy().into_owned(),
            path: path.to_owned(),
        })
    }
}

/// The documents of a folder, ordered by name.
pub(super) fn documents(folder: &Path, filter: Option<&str>) -> Result<Vec<Document>, Failure> {
    let unreadable =
        |error| Failure::misuse(format!("cannot read `{}`: {error}", folder.display()));
    let mut documents = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let extension = path.extension().and_then(|extension| extension.to_str());
        let is_document = path.is_file() && !is_names_path(&path);
        if is_document && matches!(extension, Some("yaml" | "yml" | "json")) {
            let name = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            documents.push(Document { name, path });
        }
    }
    documents.sort_by(|left, right| (&left.name, &left.path).cmp(&(&right.name, &right.path)));
    tell_apart(&mut documents);
    documents.retain(|document| filter.is_none_or(|text| document.name.contains(text)));
    Ok(documents)
}

/// Gives documents whose files differ only in their extensions names with the extension in them.
fn tell_apart(documents: &mut [Document]) {
    for equal in documents.chunk_by_mut(|left, right| left.name == right.name) {
        if equal.len() == 1 {
            continue;
        }
        for document in equal {
            let extension = document
                .path
                .extension()
                .unwrap_or_default()
                .to_string_lossy();
            document.name = format!("{}-{extension}", document.name);
        }
    }
}

/// The documents that were named, those of folders that were named, or the workspace's own.
pub(crate) fn chosen(paths: &[PathBuf], workspace: &Workspace) -> Result<Vec<Document>, Failure> {
    if paths.is_empty() {
        return documents(&workspace.specs(), None);
    }
    let mut chosen = Vec::new();
    for path in paths {
        if path.is_dir() {
            chosen.extend(documents(path, None)?);
        } else {
            chosen.push(Document::at(path)?);
        }
    }
    Ok(chosen)
}
