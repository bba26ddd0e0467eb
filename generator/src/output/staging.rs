//! Writing: every new file is complete beside its place before the first one is renamed into it.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use super::error::{Error, Reason};
use super::folder::Folder;
use super::plan::Plan;
use super::publishing::Publishing;

/// Where new files wait, inside the folder and so on the same file system. Hidden, so that a scan passes over it.
const STAGING: &str = ".bindery-staging";
/// Held by the run that is writing.
const LOCK: &str = "lock";

impl Folder {
    /// Does what the plan says, and nothing if that is nothing.
    ///
    /// # Errors
    ///
    /// If another run is writing, or if the operating system refuses. The folder is as it was then: it isn't touched
    /// until all new files are written out, and renaming, which is all that is left then, is undone.
    pub fn write(&self, plan: &Plan<'_>) -> Result<(), Error> {
        if plan.is_settled() {
            return Ok(());
        }
        let is_new = !self.path().exists();
        let written = Staging::open(self.path()).and_then(|staging| {
            let written = staging.apply(self.path(), plan);
            let closed = staging.close();
            written.and(closed)
        });
        if is_new && written.is_err() {
            // It is empty, unless somebody else has put something into it meanwhile.
            let _: io::Result<()> = fs::remove_dir(self.path());
        }
        written
    }
}

/// The folder in which new files wait, locked against other runs for as long as this exists.
struct Staging {
    path: PathBuf,
    lock: File,
}

impl Staging {
    /// Takes the lock, and clears what a killed run has left behind.
    fn open(root: &Path) -> Result<Self, Error> {
        let path = root.join(STAGING);
        refuse_link(&path)?;
        fs::create_dir_all(&path).map_err(Error::io("create", &path))?;
        let lock_path = path.join(LOCK);
        refuse_link(&lock_path)?;
        let lock = File::create(&lock_path).map_err(Error::io("create", &lock_path))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(Error::new(root, Reason::Busy)),
            Err(TryLockError::Error(error)) => return Err(Error::io("lock", &lock_path)(error)),
        }
        let staging = Self { path, lock };
        staging.clear()?;
        Ok(staging)
    }

    fn apply(&self, root: &Path, plan: &Plan<'_>) -> Result<(), Error> {
        for write in &plan.write {
            self.prepare(write.path, write.text)?;
        }
        let mut publishing = Publishing::new(root, self.files(), self.path.join("replaced"));
        // In the order of paths `Cargo.toml` is first: a run killed from here on leaves a folder that the next one knows.
        let published = (plan.write.iter())
            .try_for_each(|write| publishing.publish(write.path))
            .and_then(|()| (plan.remove.iter()).try_for_each(|path| publishing.retire(path)));
        match published {
            Ok(()) => publishing.finish(),
            Err(_) => publishing.undo(),
        }
        published
    }

    /// The folder below which new files stand.
    fn files(&self) -> PathBuf {
        self.path.join("files")
    }

    fn clear(&self) -> Result<(), Error> {
        for folder in [self.files(), self.path.join("replaced")] {
            match fs::remove_dir_all(&folder) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => {
                    return Err(Error::io("remove", &folder)(error));
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn prepare(&self, path: &str, text: &str) -> Result<(), Error> {
        let file = self.files().join(path);
        create_parent(&file)?;
        fs::write(&file, text).map_err(Error::io("write", &file))
    }

    fn close(self) -> Result<(), Error> {
        let Self { path, lock } = self;
        drop(lock);
        fs::remove_dir_all(&path).map_err(Error::io("remove", &path))
    }
}

pub(super) fn create_parent(file: &Path) -> Result<(), Error> {
    match file.parent() {
        Some(parent) => fs::create_dir_all(parent).map_err(Error::io("create", parent)),
        None => Ok(()),
    }
}

fn refuse_link(path: &Path) -> Result<(), Error> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_symlink() => Err(Error::new(path, Reason::SymbolicLink)),
        _ => Ok(()),
    }
}
