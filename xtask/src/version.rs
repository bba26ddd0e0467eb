//! The version of the generated crate: a person sets it in the workspace's `Cargo.toml`, codegen writes it down.

use semver::Version;
use toml::Table;

use crate::failure::Failure;
use crate::git::Revision;
use crate::workspace::Workspace;

/// Where the generated crate says its version.
const GENERATED: &str = "generated/Cargo.toml";

/// The version that the generated crate shall have: `workspace.metadata.generated.version` of the workspace's manifest.
pub(crate) fn wanted(workspace: &Workspace) -> Result<Version, Failure> {
    let file = workspace.root().join("Cargo.toml");
    let text = std::fs::read_to_string(&file)
        .map_err(|error| Failure::stopped(format!("cannot read `{}`: {error}", file.display())))?;
    let keys = ["workspace", "metadata", "generated", "version"];
    lookup(&text, &keys).ok_or_else(|| {
        Failure::misuse(
            "the workspace's `Cargo.toml` has to say which version the generated crate has, as `version = \"0.1.0\"` \
             below `[workspace.metadata.generated]`",
        )
    })
}

/// The version that the generated crate had in an earlier state; 0.0.0 if there was none.
pub(crate) fn at(revision: &Revision<'_>) -> Result<Version, Failure> {
    let bytes = revision.file(GENERATED)?.unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let version = lookup(&text, &["package", "version"]);
    Ok(version.unwrap_or(Version::new(0, 0, 0)))
}

/// A version under nested keys of a manifest.
fn lookup(manifest: &str, keys: &[&str]) -> Option<Version> {
    let (last, tables) = keys.split_last()?;
    let root: Table = manifest.parse().ok()?;
    let table = tables
        .iter()
        .try_fold(&root, |table, key| table.get(*key)?.as_table())?;
    Version::parse(table.get(*last)?.as_str()?).ok()
}
