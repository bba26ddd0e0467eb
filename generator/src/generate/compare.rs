//! Two editions of a document side by side.

use super::{Report, Rules, Strictness, file_stem, read};
use crate::diff::{Diff, Edition};
use crate::emit::crate_version;
use crate::ir::Selection;
use crate::ir::api::Api;
use crate::select::add_features;
use crate::source::Source;

/// What comparing two editions of a document has come to.
#[derive(Clone, Debug)]
pub struct Compared {
    /// What has changed; `None` if a document was refused.
    pub diff: Option<Diff>,
    /// The version that a crate of the older edition has, if it has one of its own.
    pub version: String,
    /// What there is to say of each document.
    pub reports: Vec<Report>,
}

/// Compares what crates of their own offer that [`generate_standalone`](super::generate_standalone) makes of two
/// documents under the same name.
pub fn compare_crates(old: &Source, new: &Source, name: &str) -> Compared {
    let read = |source: &Source| {
        let mut edition = Read::new(source, name);
        edition.api.iter_mut().for_each(add_features);
        edition
    };
    let (before, after) = rayon::join(|| read(old), || read(new));
    let diff = before
        .edition()
        .zip(after.edition())
        .map(|(old, new)| Diff::between(old, new));
    let version = before
        .api
        .as_ref()
        .map(|api| crate_version(&api.info.version));
    Compared {
        diff,
        version: version.unwrap_or_default(),
        reports: vec![before.report, after.report],
    }
}

/// Compares what the modules offer that [`generate_workspace_crate`](super::generate_workspace_crate) makes of two
/// editions of a document, either of which may be missing: then the module is new, or gone.
pub fn compare_modules(old: Option<&Source>, new: Option<&Source>) -> Compared {
    let read = |source: Option<&Source>| source.map(|source| Read::new(source, file_stem(source)));
    let (before, after) = (read(old), read(new));
    let diff = match (&before, &after) {
        (Some(before), Some(after)) => {
            let editions = before.edition().zip(after.edition());
            editions.map(|(old, new)| Diff::between(old, new))
        }
        (None, Some(after)) => after.edition().map(Diff::added),
        (Some(before), None) => before.edition().map(Diff::removed),
        (None, None) => None,
    };
    Compared {
        diff,
        version: String::new(),
        reports: before
            .into_iter()
            .chain(after)
            .map(|edition| edition.report)
            .collect(),
    }
}

/// A document and its model, if it has one.
struct Read {
    source: Source,
    api: Option<Api>,
    report: Report,
}

impl Read {
    fn new(source: &Source, name: &str) -> Self {
        let rules = Rules::from(Strictness::Lenient);
        let (api, report) = read(source, name, &Selection::default(), &rules);
        Self {
            source: source.clone(),
            api,
            report,
        }
    }

    fn edition(&self) -> Option<Edition<'_>> {
        let api = self.api.as_ref()?;
        Some(Edition {
            source: &self.source,
            api,
        })
    }
}
