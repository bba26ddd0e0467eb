//! What can be asked of `cargo xtask diff`.

use std::path::PathBuf;

use bindery::diff::Form;
use clap::{Args, ValueEnum};

pub(crate) const ABOUT: &str = "\
Say what a change of documents breaks for the callers of the code that is generated from them.

With two documents, compare the crates of their own that they become. Without any, compare each document of
`specs/` with what it was in the last commit, or in the state that `--base` names.

Compared is what the generated code offers and sends, not text. Each change has its kind, how much it breaks
(major, minor or patch, by Cargo's rules), its path in Rust, its places in both documents, and what callers
must do. At the end stands the version that the generated crate should get next.";

pub(crate) const EXAMPLES: &str = "\
Examples:
  cargo xtask diff                          `specs/` as it is with the last commit
  cargo xtask diff --base v0.2.0            `specs/` as it is with a release
  cargo xtask diff old.yaml new.yaml        two documents
  cargo xtask diff --format markdown        for a change log or a pull request

Exit codes:
  0  nothing breaks
  1  something breaks
  2  what was asked for makes no sense: a document that is not accepted, a state that is not there";

/// Arguments of `diff`.
#[derive(Args, Debug)]
pub(crate) struct DiffArguments {
    /// The older document
    #[arg(value_name = "OLD", requires = "new")]
    pub(crate) old: Option<PathBuf>,

    /// The newer document
    #[arg(value_name = "NEW")]
    pub(crate) new: Option<PathBuf>,

    /// The state to compare `specs/` with: a commit, a branch or a tag
    #[arg(
        long,
        value_name = "REV",
        default_value = "HEAD",
        conflicts_with = "old"
    )]
    pub(crate) base: String,

    /// How changes are written
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: DiffFormat,
}

/// How changes are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// For a terminal
    Text,
    /// For a change log or a pull request
    Markdown,
    /// One JSON object
    Json,
}

impl DiffFormat {
    pub(crate) fn form(self) -> Form {
        match self {
            Self::Text => Form::Text,
            Self::Markdown => Form::Markdown,
            Self::Json => Form::Json,
        }
    }
}
