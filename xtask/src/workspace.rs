//! Where the workspace is, and what of it the commands use.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// The folder that holds `specs/`, `generated/` and the workspace's `Cargo.toml`.
#[derive(Clone, Debug)]
pub(crate) struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// Finds it: cargo says where this package is when it runs it, and else some folder above the current one is it.
    pub(crate) fn find() -> Result<Self, Failure> {
        let package = env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
        let current = env::current_dir().map_err(Failure::stopped)?;
        let starts = package.iter().chain([&current]);
        starts
            .flat_map(|start| start.ancestors())
            .find(|folder| is_root(folder))
            .map(|root| Self { root: root.to_owned() })
            .ok_or_else(|| {
                Failure::misuse(format!(
                    "there is no workspace with a `specs` folder at or above `{}`: run this inside of it",
                    current.display()
                ))
            })
    }

    /// Its folder.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The documents that the workspace's own crate is generated from.
    pub(crate) fn specs(&self) -> PathBuf {
        self.root.join("specs")
    }

    /// The workspace's own crate.
    pub(crate) fn generated(&self) -> PathBuf {
        self.root.join("generated")
    }

    /// Where the corpus command keeps its crates, its results and its build.
    pub(crate) fn corpus(&self) -> PathBuf {
        self.root.join("target").join("corpus")
    }

    /// Where the conformance command keeps its crates and Prism.
    pub(crate) fn conformance(&self) -> PathBuf {
        self.root.join("target").join("conformance")
    }

    /// Where the pages command keeps its crates.
    pub(crate) fn pages(&self) -> PathBuf {
        self.root.join("target").join("pages")
    }

    /// Where the judge of `diff` keeps its crates and its program.
    pub(crate) fn judge(&self) -> PathBuf {
        self.root.join("target").join("judge")
    }

    /// Where cargo builds.
    pub(crate) fn target(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR").map_or_else(|| self.root.join("target"), PathBuf::from)
    }

    /// The versions of dependencies that this workspace is built with.
    pub(crate) fn lock_file(&self) -> PathBuf {
        self.root.join("Cargo.lock")
    }

    /// A path as messages show it: relative to the root where it is below it, with `/`.
    pub(crate) fn display(&self, path: &Path) -> String {
        let shown = path.strip_prefix(&self.root).unwrap_or(path);
        shown.to_string_lossy().replace('\\', "/")
    }
}

fn is_root(folder: &Path) -> bool {
    folder.join("specs").is_dir() && folder.join("Cargo.toml").is_file()
}
