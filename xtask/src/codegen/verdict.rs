//! What the documents' changes break, and whether the generated crate's version says so. Without a repository, a commit
//! or a release there is nothing to say.

use bindery::diff::{Diff, next_version};
use bindery::source::Source;
use semver::Version;

use crate::diff::Base;
use crate::git::Repository;
use crate::workspace::Workspace;

/// What tags of releases start with, unless with `v`.
const PACKAGE: &str = "checkout-apis";

/// The documents, and the repository that knows how they were.
pub(super) struct History<'a> {
    repository: Option<Repository>,
    sources: &'a [Source],
}

impl<'a> History<'a> {
    pub(super) fn of(workspace: &Workspace, sources: &'a [Source]) -> Self {
        Self {
            repository: Repository::of(workspace.root()).ok(),
            sources,
        }
    }

    /// The changes that callers of the last commit's code can notice, of each document that has some.
    pub(super) fn since_last_commit(&self) -> Vec<Diff> {
        let head = self
            .repository
            .as_ref()
            .and_then(|repository| repository.revision("HEAD").ok());
        let base = head.and_then(|head| Base::of(&head).ok());
        base.map_or_else(Vec::new, |base| self.since(&base))
    }

    /// What is wrong with a version that has not moved as far as the changes since the last release demand.
    pub(super) fn missing_version(&self, version: &Version) -> Option<String> {
        let release = self.repository.as_ref()?.last_release(PACKAGE).ok()??;
        let base = Base::of(&release).ok()?;
        let diffs = self.since(&base);
        let severity = diffs.iter().filter_map(Diff::severity).max()?;
        let demanded = next_version(base.version(), Some(severity));
        (*version < demanded).then(|| {
            format!(
                "the changes since {tag} are {severity}, which demands at least version {demanded}, but `generated/` has \
                 {version}: set `version` below `[workspace.metadata.generated]` in `Cargo.toml`, then run `cargo xtask \
                 codegen` (`cargo xtask diff --base {tag}` tells the changes)",
                tag = release.name(),
                severity = severity.word(),
            )
        })
    }

    fn since(&self, base: &Base) -> Vec<Diff> {
        let editions = base.editions(self.sources);
        let changed = editions.iter().filter(|edition| !edition.are_equal());
        let diffs = changed.filter_map(|edition| edition.compare().ok());
        diffs.filter(|diff| !diff.changes.is_empty()).collect()
    }
}
