//! What the repository remembers: files as they were, and what was released.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::failure::Failure;

/// The repository that the workspace is in.
#[derive(Debug)]
pub(crate) struct Repository {
    root: PathBuf,
}

/// A state of the repository.
#[derive(Clone, Debug)]
pub(crate) struct Revision<'a> {
    repository: &'a Repository,
    name: String,
}

impl Repository {
    /// The repository of a folder, with a reason if there is none, or if git can't be asked.
    pub(crate) fn of(root: &Path) -> Result<Self, Failure> {
        let repository = Self {
            root: root.to_owned(),
        };
        let output = repository.git(&["rev-parse", "--is-inside-work-tree"])?;
        if output.status.success() {
            return Ok(repository);
        }
        Err(Failure::misuse(format!(
            "there is no git repository to compare with at `{}`: give two documents instead ({})",
            root.display(),
            complaint(&output)
        )))
    }

    /// A state by any name that git knows: a commit, a branch, a tag.
    pub(crate) fn revision(&self, name: &str) -> Result<Revision<'_>, Failure> {
        let commit = format!("{name}^{{commit}}");
        let output = self.git(&[
            "rev-parse",
            "--verify",
            "--quiet",
            "--end-of-options",
            &commit,
        ])?;
        if output.status.success() {
            return Ok(Revision {
                repository: self,
                name: name.to_owned(),
            });
        }
        Err(Failure::misuse(format!(
            "the repository has no commit `{name}`: `--base` takes a commit, a branch or a tag"
        )))
    }

    /// The nearest tag of a release in the history of the last commit: `v0.2.0`, `checkout-apis-v0.2.0`.
    pub(crate) fn last_release(&self, package: &str) -> Result<Option<Revision<'_>>, Failure> {
        let of_package = format!("{package}-v[0-9]*");
        let arguments = [
            "describe",
            "--tags",
            "--abbrev=0",
            "--match",
            "v[0-9]*",
            "--match",
            &of_package,
        ];
        let output = self.git(&arguments)?;
        let name = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        Ok(
            (output.status.success() && !name.is_empty()).then_some(Revision {
                repository: self,
                name,
            }),
        )
    }

    fn git(&self, arguments: &[&str]) -> Result<Output, Failure> {
        let output = Command::new("git")
            .arg("-C")
            .arg(&self.root)
            .args(arguments)
            .output();
        output.map_err(|error| match error.kind() {
            ErrorKind::NotFound => Failure::misuse(
                "comparing with an earlier state needs the program `git`, which is not there: give two documents instead",
            ),
            _ => Failure::stopped(format!("cannot run `git`: {error}")),
        })
    }
}

impl Revision<'_> {
    /// Its name.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// The files of a folder, which is named relative to the workspace; none if there was no such folder.
    pub(crate) fn files(&self, folder: &str) -> Result<Vec<String>, Failure> {
        let folder = format!("{folder}/");
        let output = self
            .repository
            .git(&["ls-tree", "--name-only", "-z", &self.name, &folder])?;
        if !output.status.success() {
            return Err(Failure::stopped(format!(
                "cannot list `{folder}` of {}: {}",
                self.name,
                complaint(&output)
            )));
        }
        let names = String::from_utf8_lossy(&output.stdout).into_owned();
        Ok(names
            .split('\0')
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect())
    }

    /// The bytes of a file, which is named relative to the workspace; `None` if there was no such file.
    pub(crate) fn file(&self, path: &str) -> Result<Option<Vec<u8>>, Failure> {
        let output = self
            .repository
            .git(&["show", &format!("{}:./{path}", self.name)])?;
        Ok(output.status.success().then_some(output.stdout))
    }
}

/// What git had to say.
fn complaint(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stderr);
    text.lines().next().unwrap_or("git says no more").to_owned()
}
