//! Two documents that are named on the command line.

use std::path::Path;

use anstream::eprint;
use bindery::diagnostic::Style;
use bindery::{Compared, compare_crates};

use super::Comparison;
use crate::codegen::{crate_name, read};
use crate::failure::Failure;

/// Compares the crates of their own that two documents become.
pub(super) fn compare(old: &Path, new: &Path) -> Result<Comparison, Failure> {
    let source = |path: &Path| read(path, &path.to_string_lossy());
    let compared = compare_crates(&source(old)?, &source(new)?, &crate_name(new));
    let version = compared.version.clone();
    let diff = diff(compared)?;
    let version = semver::Version::parse(&version).map_err(Failure::stopped)?;
    Ok(Comparison {
        diffs: vec![diff],
        version,
    })
}

/// What has changed, unless a document was refused: then its diagnostics say why.
pub(super) fn diff(compared: Compared) -> Result<bindery::diff::Diff, Failure> {
    let refused: Vec<_> = compared
        .reports
        .iter()
        .filter(|report| !report.accepted)
        .collect();
    for report in &refused {
        eprint!("{}", report.render(Style::default()));
    }
    let names: Vec<_> = refused
        .iter()
        .map(|report| format!("`{}`", report.source.path()))
        .collect();
    compared.diff.ok_or_else(|| {
        let names = names.join(" and ");
        Failure::misuse(format!(
            "nothing can be compared, because {names} is not accepted"
        ))
    })
}
