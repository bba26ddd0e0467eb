//! Where the tests' files are, and what is read from them.

use std::fs;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};

use bindery::ir::{Selection, Selector};
use bindery::source::{Source, is_names_path, names_path};
use bindery::{Generated, Strictness};

/// A numbered document with one quirk.
pub(crate) struct Case {
    /// Its file's name without the extension: `019_discriminator_with_mapping`.
    pub(crate) name: String,
    /// The document.
    pub(crate) source: Source,
    /// The part of it that is generated: the options of a line `# select: …` among its first.
    pub(crate) selection: Selection,
}

impl Case {
    /// A crate of its own from the case.
    pub(crate) fn generate(&self, strictness: Strictness) -> Generated {
        bindery::generate_part(&self.source, "case", &self.selection, &strictness.into())
    }
}

/// The folder of the workspace.
pub(crate) fn workspace() -> PathBuf {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package
        .parent()
        .expect("the tests' package is in the workspace")
        .to_owned()
}

/// The documents that the workspace's own crate is generated from, by name.
pub(crate) fn specs() -> Vec<Source> {
    let folder = workspace().join("specs");
    cases_in(&folder, "specs")
        .into_iter()
        .map(|case| case.source)
        .collect()
}

/// The cases of `tests/cases/KIND`, by number.
pub(crate) fn cases(kind: &str) -> Vec<Case> {
    let relative = format!("tests/cases/{kind}");
    cases_in(&workspace().join(&relative), &relative)
}

/// Further documents to hold to the same: the files that `BINDERY_DOCUMENTS` lists as `PATH` lists folders, and those in
/// the folders that it lists.
pub(crate) fn further_documents() -> Vec<Source> {
    let listed = std::env::var_os("BINDERY_DOCUMENTS").unwrap_or_default();
    let paths = std::env::split_paths(&listed).filter(|path| !path.as_os_str().is_empty());
    let cases = paths.flat_map(|path| match path.is_dir() {
        true => cases_in(&path, "documents"),
        false => vec![case(&path, "documents")],
    });
    let is_document = |source: &Source| !source.path().ends_with(".md");
    cases.map(|case| case.source).filter(is_document).collect()
}

fn cases_in(folder: &Path, shown: &str) -> Vec<Case> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|file| !is_names_path(file))
        .collect();
    files.sort();
    assert!(!files.is_empty(), "no cases in {}", folder.display());
    files.iter().map(|file| case(file, shown)).collect()
}

fn case(file: &Path, shown: &str) -> Case {
    let text = read(file);
    let part = |part: Option<&std::ffi::OsStr>| {
        part.and_then(|name| name.to_str())
            .expect("a plain name")
            .to_owned()
    };
    let selection = selection(&text);
    let source = Source::new(&format!("{shown}/{}", part(file.file_name())), text);
    let names = Some(names_path(file)).filter(|names| names.exists());
    let names = names.map(|names| Source::new(&source.names_path(), read(&names)));
    Case {
        name: part(file.file_stem()),
        selection,
        source: source.with_names(names),
    }
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

pub(crate) fn selection(text: &str) -> Selection {
    let options = text
        .lines()
        .find_map(|line| line.strip_prefix("# select: "));
    let mut words = options.unwrap_or_default().split(' ').map(str::to_owned);
    let mut selection = Selection::default();
    while let Some(option) = words.next().filter(|option| !option.is_empty()) {
        let mut value = || words.next().expect("a value of the option");
        match option.as_str() {
            "--only-types" => selection.only_types = true,
            "--tag" => selection.selectors.push(Selector::Tag(value())),
            "--path" => selection.selectors.push(Selector::Path(value())),
            "--operation" => selection.selectors.push(Selector::Operation(value())),
            other => panic!("`{other}` selects nothing"),
        }
    }
    selection
}

/// Does something with every case of a kind, and fails at the end if any of them did.
pub(crate) fn each(kind: &str, check: impl Fn(&Case)) {
    let failed: Vec<_> = cases(kind)
        .iter()
        .filter(|case| panic::catch_unwind(AssertUnwindSafe(|| check(case))).is_err())
        .map(|case| case.name.clone())
        .collect();
    assert!(
        failed.is_empty(),
        "these cases of `{kind}` failed, see above: {failed:#?}"
    );
}

/// Compares a text with the snapshot of a case, kept in `tests/snapshots/KIND`.
pub(crate) fn assert_snapshot(kind: &str, name: &str, text: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(format!("../snapshots/{kind}"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, text));
}

/// Fails if a snapshot is left of a case that is gone.
pub(crate) fn assert_no_stale_snapshots(kind: &str) {
    assert_only_snapshots(kind, cases(kind).into_iter().map(|case| case.name));
}

/// Fails if `tests/snapshots/KIND` has a snapshot of another name.
pub(crate) fn assert_only_snapshots(kind: &str, names: impl Iterator<Item = String>) {
    let folder = workspace().join("tests/snapshots").join(kind);
    let names: Vec<_> = names.map(|name| format!("{name}.snap")).collect();
    for entry in fs::read_dir(&folder).expect("the folder of snapshots") {
        let file = entry.expect("a readable entry").file_name();
        let file = file.to_string_lossy();
        let is_current = names.iter().any(|name| *name == file) || file.ends_with(".snap.new");
        assert!(is_current, "{} has no case", folder.join(&*file).display());
    }
}
