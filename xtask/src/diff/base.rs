//! The documents of `specs/` as they were.

use std::collections::BTreeSet;
use std::path::Path;

use bindery::compare_modules;
use bindery::diff::Diff;
use bindery::source::{Source, is_names_path, names_path};
use semver::Version;

use super::{Comparison, documents};
use crate::codegen::sources;
use crate::failure::Failure;
use crate::git::{Repository, Revision};
use crate::version;
use crate::workspace::Workspace;

/// An earlier state of the documents.
pub(crate) struct Base {
    /// What messages call it.
    name: String,
    /// The documents as they were.
    sources: Vec<Source>,
    /// The version of the generated crate at that time.
    version: Version,
}

/// A document then and now.
pub(crate) struct Editions<'a> {
    old: Option<&'a Source>,
    new: Option<&'a Source>,
}

impl Base {
    /// A state by any name that git knows.
    pub(crate) fn find(workspace: &Workspace, revision: &str) -> Result<Self, Failure> {
        let repository = Repository::of(workspace.root())?;
        Self::of(&repository.revision(revision)?)
    }

    /// A state of the repository.
    pub(crate) fn of(revision: &Revision<'_>) -> Result<Self, Failure> {
        let mut sources = Vec::new();
        for path in revision.files("specs")? {
            if path.ends_with(".yaml") && !is_names_path(Path::new(&path)) {
                sources.extend(source_at(revision, &path)?);
            }
        }
        Ok(Self {
            name: revision.name().to_owned(),
            sources,
            version: version::at(revision)?,
        })
    }

    /// The version of the generated crate at that time.
    pub(crate) fn version(&self) -> &Version {
        &self.version
    }

    /// The documents that are there now or were there then.
    pub(crate) fn editions<'a>(&'a self, current: &'a [Source]) -> Vec<Editions<'a>> {
        let olds = self.sources.iter().map(|source| self.plain(source));
        let names: BTreeSet<_> = olds.chain(current.iter().map(Source::path)).collect();
        let editions = names.into_iter().map(|name| Editions {
            old: self
                .sources
                .iter()
                .find(|source| self.plain(source) == name),
            new: current.iter().find(|source| source.path() == name),
        });
        editions.collect()
    }

    /// Compares the documents as they are with what they were.
    pub(crate) fn compare(&self, workspace: &Workspace) -> Result<Comparison, Failure> {
        let current = sources(workspace)?;
        let editions = self.editions(&current);
        let diffs = editions
            .iter()
            .map(Editions::compare)
            .collect::<Result<_, _>>()?;
        Ok(Comparison {
            diffs,
            version: self.version.clone(),
        })
    }

    /// The path of a document without the name of the state.
    fn plain<'s>(&self, source: &'s Source) -> &'s str {
        let rest = source.path().strip_prefix(&self.name);
        rest.and_then(|rest| rest.strip_prefix(':'))
            .unwrap_or(source.path())
    }
}

impl Editions<'_> {
    /// Whether not one letter has changed.
    pub(crate) fn are_equal(&self) -> bool {
        self.old.map(texts) == self.new.map(texts)
    }

    /// What has changed.
    pub(crate) fn compare(&self) -> Result<Diff, Failure> {
        documents::diff(compare_modules(self.old, self.new))
    }
}

/// A document's text and the names beside it.
fn texts(source: &Source) -> (&str, Option<&str>) {
    (source.text(), source.names().map(Source::text))
}

/// A document of a state with the names beside it, called as git calls it: `HEAD:specs/creem.yaml`.
pub(crate) fn source_at(revision: &Revision<'_>, path: &str) -> Result<Option<Source>, Failure> {
    let name = format!("{}:{path}", revision.name());
    let Some(bytes) = revision.file(path)? else {
        return Ok(None);
    };
    let text = String::from_utf8(bytes);
    let text =
        text.map_err(|_| Failure::misuse(format!("cannot read `{name}`: it is not UTF-8")))?;
    let source = Source::new(&name, text);
    let names = revision.file(&names_path(Path::new(path)).to_string_lossy())?;
    let names = names.map(|bytes| Source::from_bytes(&source.names_path(), bytes));
    Ok(Some(source.with_names(names)))
}
