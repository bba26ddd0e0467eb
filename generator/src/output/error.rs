//! What can go wrong between a tree and a folder.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// A file or folder that stopped a run, and why.
#[derive(Debug)]
pub struct Error {
    path: PathBuf,
    reason: Reason,
}

/// Why a file or folder stopped a run.
#[derive(Debug)]
#[non_exhaustive]
pub enum Reason {
    /// The folder holds something, and nothing shows that it was generated.
    NotGenerated,
    /// A symbolic link stands where a generated file or folder belongs.
    SymbolicLink,
    /// A folder stands where a file belongs, or a file where a folder belongs.
    InTheWay,
    /// The tree names a path that is not a plain relative one.
    OutsideOfFolder,
    /// Another run is writing to the folder.
    Busy,
    /// The operating system refused.
    Io {
        /// What was tried: `read`, `write`, …
        action: &'static str,
        /// Its answer.
        source: io::Error,
    },
}

impl Error {
    pub(super) fn new(path: impl Into<PathBuf>, reason: Reason) -> Self {
        Self {
            path: path.into(),
            reason,
        }
    }

    /// For `map_err`: says what was tried with which path.
    pub(super) fn io(action: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::new(path, Reason::Io { action, source })
    }

    /// The file or folder.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Why it stopped the run.
    pub fn reason(&self) -> &Reason {
        &self.reason
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match &self.reason {
            Reason::NotGenerated => write!(
                formatter,
                "`{path}` is not empty and has no generated `Cargo.toml`: name an empty folder, a new one, \
                 or one that was generated before"
            ),
            Reason::SymbolicLink => write!(
                formatter,
                "`{path}` is a symbolic link where a generated file or folder belongs, and links are not followed: \
                 remove it"
            ),
            Reason::InTheWay => write!(
                formatter,
                "`{path}` is in the way: it is a file where a folder belongs, or the other way round; move it away"
            ),
            Reason::OutsideOfFolder => {
                write!(
                    formatter,
                    "`{path}` is not a plain path inside the folder, so it is not written"
                )
            }
            Reason::Busy => write!(
                formatter,
                "another run is writing to `{path}`: wait until it has ended and try again"
            ),
            Reason::Io { action, source } => {
                write!(formatter, "cannot {action} `{path}`: {source}")
            }
        }
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match &self.reason {
            Reason::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}
