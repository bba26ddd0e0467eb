//! Renaming new files into their places, and what they replace out of the way, so that all of it can be undone.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::error::Error;
use super::staging::create_parent;

/// What has been renamed so far.
pub(super) struct Publishing<'a> {
    root: &'a Path,
    /// Where new files stand.
    files: PathBuf,
    /// Where what they replace is kept until the end.
    replaced: PathBuf,
    done: Vec<Step<'a>>,
}

/// A rename that has happened.
enum Step<'a> {
    /// What stood at a path was kept.
    Kept(&'a str),
    /// A new file stands at a path.
    Placed(&'a str),
}

impl<'a> Publishing<'a> {
    /// Nothing renamed yet.
    pub(super) fn new(root: &'a Path, files: PathBuf, replaced: PathBuf) -> Self {
        Self {
            root,
            files,
            replaced,
            done: Vec::new(),
        }
    }

    /// Puts a new file into its place.
    pub(super) fn publish(&mut self, path: &'a str) -> Result<(), Error> {
        let place = self.root.join(path);
        create_parent(&place)?;
        if place.symlink_metadata().is_ok_and(|found| found.is_file()) {
            self.retire(path)?;
        }
        fs::rename(self.files.join(path), &place).map_err(Error::io("write", &place))?;
        self.done.push(Step::Placed(path));
        Ok(())
    }

    /// Takes a file out of its place.
    pub(super) fn retire(&mut self, path: &'a str) -> Result<(), Error> {
        let place = self.root.join(path);
        let kept = self.replaced.join(path);
        create_parent(&kept)?;
        fs::rename(&place, &kept).map_err(Error::io("remove", &place))?;
        self.done.push(Step::Kept(path));
        Ok(())
    }

    /// Removes the folders that are empty now.
    pub(super) fn finish(&self) {
        for step in &self.done {
            if let Step::Kept(path) = step {
                remove_empty_folders(self.root, path);
            }
        }
    }

    /// Renames everything back, as far as that is possible: why it had to be is what is reported.
    pub(super) fn undo(&self) {
        for step in self.done.iter().rev() {
            let _: io::Result<()> = match step {
                Step::Kept(path) => fs::rename(self.replaced.join(path), self.root.join(path)),
                Step::Placed(path) => fs::remove_file(self.root.join(path)),
            };
        }
        for step in &self.done {
            if let Step::Placed(path) = step {
                remove_empty_folders(self.root, path);
            }
        }
    }
}

/// Removes the folders above a path that are empty, up to a root.
fn remove_empty_folders(root: &Path, path: &str) {
    let place = root.join(path);
    let folders = place.ancestors().skip(1);
    for folder in folders.take_while(|folder| *folder != root) {
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
}
