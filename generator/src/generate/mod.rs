//! The whole pipeline: from sources to the tree of a crate, and what there was to say on the way.

mod compare;
mod pages;
mod record;
mod report;
mod statistics;

pub use compare::{Compared, compare_crates, compare_modules};
pub use pages::{compare_pages, generate_decoding_program};
pub use record::{Recording, record_names};
pub use report::{Report, sarif};
pub use statistics::Statistics;

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Instant;

use bindery_runtime::sources::{self, DEPENDENCIES_OF_TYPES, Extent};

use crate::diagnostic::{Code, Diagnostics, Severity};
use crate::document::Document;
use crate::emit::{self, ProgramPackage, Runtime, StandalonePackage, WorkspacePackage};
use crate::ir::Selection;
use crate::ir::api::Api;
use crate::lower::lower;
use crate::recorded::Ledger;
use crate::render::{Tree, render};
use crate::resolve::{self, resolve};
use crate::sample;
use crate::select::{add_features, select};
use crate::source::Source;

/// The crate that this workspace generates from its own documents, without its version.
const WORKSPACE: WorkspacePackage<'_> = WorkspacePackage {
    name: "checkout-apis",
    version: "",
    description: "Typed clients for the checkout APIs of payment vendors.",
    runtime: "../generator/runtime",
    command: "cargo xtask codegen",
};

/// How much it takes to refuse a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strictness {
    /// An error: what can be saved is saved, and the rest reported.
    Lenient,
    /// A warning: nothing may be mended or lost.
    Strict,
}

/// What a document is held to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rules {
    /// How much it takes to refuse it.
    pub strictness: Strictness,
    /// Codes of warnings and notes that are only counted, besides those that the document allows itself.
    pub allowed: BTreeSet<Code>,
}

/// Nothing is allowed but what the document allows itself.
impl From<Strictness> for Rules {
    fn from(strictness: Strictness) -> Self {
        Self {
            strictness,
            allowed: BTreeSet::new(),
        }
    }
}

/// What generating has come to.
#[derive(Clone, Debug)]
pub struct Generated {
    /// The files of the crate; `None` if a document was refused.
    pub tree: Option<Tree>,
    /// What there is to say of each document, in the order of the sources.
    pub reports: Vec<Report>,
}

/// Generates one crate with a module for each document, named after its file.
///
/// The crate depends on the runtime by path, so it builds in this workspace only. `version` is its version, as Cargo
/// takes it.
pub fn generate_workspace_crate(
    sources: &[Source],
    version: &str,
    strictness: Strictness,
) -> Generated {
    let whole = Selection::default();
    let rules = Rules::from(strictness);
    let (apis, mut reports): (Vec<_>, Vec<_>) = sources
        .iter()
        .map(|source| read(source, file_stem(source), &whole, &rules))
        .unzip();
    let Some(apis) = apis.into_iter().collect::<Option<Vec<_>>>() else {
        return Generated {
            tree: None,
            reports,
        };
    };
    let started = Instant::now();
    let package = WorkspacePackage {
        version,
        ..WORKSPACE
    };
    let tree = render(emit::workspace_crate(&apis, &package));
    let elapsed = started.elapsed() / u32::try_from(apis.len().max(1)).unwrap_or(u32::MAX);
    for (api, report) in apis.iter().zip(&mut reports) {
        let folder = format!("src/{}/", api.module.as_str());
        report
            .statistics
            .add_output(api, &tree, |path| path.starts_with(&folder));
        report.statistics.elapsed += elapsed;
    }
    Generated {
        tree: Some(tree),
        reports,
    }
}

/// Generates a crate with one API at its root, which carries the runtime's sources and builds anywhere.
///
/// `name` is the name of the package, in the form that Cargo demands.
pub fn generate_standalone(source: &Source, name: &str, strictness: Strictness) -> Generated {
    generate_part(source, name, &Selection::default(), &strictness.into())
}

/// Generates a crate of its own from a part of a document. What it has in common with the crate of the whole document
/// has the same names there.
///
/// `name` is the name of the package, in the form that Cargo demands. Diagnostics are about the whole document.
pub fn generate_part(
    source: &Source,
    name: &str,
    selection: &Selection,
    rules: &Rules,
) -> Generated {
    let (api, mut report) = read(source, name, selection, rules);
    let tree = api.map(|mut api| {
        let started = Instant::now();
        add_features(&mut api);
        let module = format!("{}::runtime", name.replace('-', "_"));
        let (extent, dependencies) = if selection.only_types {
            (Extent::Types, Some(DEPENDENCIES_OF_TYPES.as_slice()))
        } else {
            (Extent::Client, None)
        };
        let files: Vec<_> = sources::files(&module, extent).collect();
        let runtime = Runtime {
            files: &files,
            manifest: sources::MANIFEST,
            dependencies,
        };
        let tree = render(emit::standalone_crate(
            &api,
            &StandalonePackage { name, runtime },
        ));
        report.statistics.add_output(&api, &tree, |path| {
            path.starts_with("src/") && !path.starts_with("src/runtime/")
        });
        report.statistics.elapsed += started.elapsed();
        tree
    });
    Generated {
        tree,
        reports: vec![report],
    }
}

/// Generates a program that calls every operation of the crate that [`generate_standalone`] makes of the same document
/// under the same name, with values that fit the document: see [`emit::conformance_program`].
///
/// `path` is the folder of that crate, seen from the program's.
pub fn generate_conformance_program(source: &Source, name: &str, path: &str) -> Generated {
    let mut samples = Vec::new();
    let inspect = |document: &Document, api: &Api| samples = sample::samples(document, api);
    let all = Selection::default();
    let rules = Rules::from(Strictness::Lenient);
    let (api, report) = read_with(source, name, &all, &rules, inspect);
    let package = ProgramPackage { client: name, path };
    Generated {
        tree: api.map(|api| render(emit::conformance_program(&api, &samples, package))),
        reports: vec![report],
    }
}

/// The stages that can have something to say. No model comes of a document that is refused.
fn read(
    source: &Source,
    name: &str,
    selection: &Selection,
    rules: &Rules,
) -> (Option<Api>, Report) {
    read_with(source, name, selection, rules, |_, _| ())
}

/// The same, with a look at the document beside its model.
fn read_with(
    source: &Source,
    name: &str,
    selection: &Selection,
    rules: &Rules,
    inspect: impl FnOnce(&Document, &Api),
) -> (Option<Api>, Report) {
    let started = Instant::now();
    let mut diagnostics = Diagnostics::default();
    (rules.allowed.iter()).for_each(|code| diagnostics.allow(*code));
    let mut statistics = Statistics::default();
    let api = Document::parse(source, &mut diagnostics).map(|document| {
        statistics = Statistics::of_document(&document);
        let draft = lower(&document, &mut diagnostics);
        let options = resolve::Options {
            module: name.to_owned(),
            source: source.path().to_owned(),
        };
        let mut ledger = Ledger::read(source, &document);
        let mut api = resolve(&draft, &options, &mut ledger, &mut diagnostics);
        ledger.report(&document, &mut diagnostics);
        select(&mut api, selection, &mut diagnostics);
        document.check_shown_values(&mut diagnostics);
        document.report_idle_allowances(&mut diagnostics);
        inspect(&document, &api);
        api
    });
    statistics.elapsed = started.elapsed();
    let api = api.filter(|_| is_accepted(&diagnostics, rules.strictness));
    let report = Report {
        source: source.clone(),
        diagnostics,
        strictness: rules.strictness,
        accepted: api.is_some(),
        statistics,
    };
    (api, report)
}

fn is_accepted(diagnostics: &Diagnostics, strictness: Strictness) -> bool {
    !diagnostics.has_errors()
        && (strictness == Strictness::Lenient || diagnostics.count(Severity::Warning) == 0)
}

fn file_stem(source: &Source) -> &str {
    let stem = Path::new(source.path()).file_stem();
    stem.and_then(|stem| stem.to_str()).unwrap_or_default()
}
