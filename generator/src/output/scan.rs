//! What a folder holds now.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use super::error::Error;
use super::folder::{BUILD, LOCK_FILE};

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entry {
    File,
    Folder,
    /// A symbolic link; what it points at is never looked at.
    Link,
}

/// Everything below a folder by its relative path with `/`; empty if the folder does not exist.
///
/// Left out is what cannot be ours: hidden entries (version control, our own staging folder) and what cargo itself puts
/// beside a manifest, the build folder and `Cargo.lock`.
pub(super) fn scan(root: &Path) -> Result<BTreeMap<String, Entry>, Error> {
    let mut found = BTreeMap::new();
    let mut pending = vec![String::new()];
    while let Some(folder) = pending.pop() {
        for (path, entry) in entries(root, &folder)? {
            if entry == Entry::Folder {
                pending.push(path.clone());
            }
            found.insert(path, entry);
        }
    }
    Ok(found)
}

fn entries(root: &Path, folder: &str) -> Result<Vec<(String, Entry)>, Error> {
    let place = root.join(folder);
    let listing = match fs::read_dir(&place) {
        Ok(listing) => listing,
        Err(error) if error.kind() == io::ErrorKind::NotFound && folder.is_empty() => {
            return Ok(Vec::new());
        }
        Err(error) => return Err(Error::io("read", &place)(error)),
    };
    let mut entries = Vec::new();
    for item in listing {
        let item = item.map_err(Error::io("read", &place))?;
        let name = item.file_name().to_string_lossy().into_owned();
        if name.starts_with('.') || (folder.is_empty() && (name == BUILD || name == LOCK_FILE)) {
            continue;
        }
        let kind = item.file_type().map_err(Error::io("read", &item.path()))?;
        let entry = match () {
            () if kind.is_symlink() => Entry::Link,
            () if kind.is_dir() => Entry::Folder,
            () => Entry::File,
        };
        let path = if folder.is_empty() {
            name
        } else {
            format!("{folder}/{name}")
        };
        entries.push((path, entry));
    }
    Ok(entries)
}
