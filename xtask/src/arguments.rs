//! What can be asked for on the command line.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use bindery::ir::{Selection, Selector};
use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::diff::{self, DiffArguments};
use crate::judge::{self, JudgeArguments};

/// Bindery turns OpenAPI documents into typed Rust clients.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", after_help = EXIT_CODES)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

const EXIT_CODES: &str = "\
Exit codes:
  0  done
  1  the answer is no (a document was refused, a check found something), or the work could not be done
  2  what was asked for makes no sense";

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Regenerate `generated/` from `specs/*.yaml`, or make a crate from any document.
    #[command(long_about = CODEGEN, after_long_help = CODEGEN_EXAMPLES)]
    Codegen(CodegenArguments),
    /// Let Prism, a validating mock server, judge what the clients of documents send and read.
    #[command(long_about = CONFORMANCE, after_long_help = CONFORMANCE_EXAMPLES)]
    Conformance(ConformanceArguments),
    /// Generate a crate from every document of a folder, and compile them.
    #[command(long_about = CORPUS, after_long_help = CORPUS_EXAMPLES)]
    Corpus(CorpusArguments),
    /// Hold saved pages of documentation against the document that is transcribed from them.
    #[command(long_about = PAGES, after_long_help = PAGES_EXAMPLES)]
    Pages(PagesArguments),
    /// Say what a change of documents breaks for the callers of generated code.
    #[command(long_about = diff::ABOUT, after_long_help = diff::EXAMPLES)]
    Diff(DiffArguments),
    /// Let cargo-semver-checks judge what `diff` says.
    #[command(long_about = judge::ABOUT, after_long_help = judge::EXAMPLES)]
    Judge(JudgeArguments),
}

const CODEGEN: &str = "\
Regenerate `generated/` from `specs/*.yaml`: a module for each document, named after its file.

Prints a line for each document and what changed on disk. Files that are right already are not touched.
Documents in `specs/` are held to the strict rules: any warning stops them, and then nothing is written.

With `--spec` and `--out`, make a crate of its own from any OpenAPI document, 3.0 or 3.1, YAML or JSON.
It carries everything it needs, so that it builds anywhere. `--tag`, `--path` and `--operation` select
operations of the document: what any of them selects is generated, with the types and credentials that it
needs, under the names that it has in the crate of the whole document. What is left out is still checked.

Where several things would have the same name, `petstore.names.yaml` beside `petstore.yaml` says what each is called,
and `--record-names` writes that file. Once it is there, it has to settle all such names. What had a name in the last
commit of a git repository keeps that, where there is one.";

const CODEGEN_EXAMPLES: &str = "\
Examples:
  cargo xtask codegen                    regenerate `generated/`
  cargo xtask codegen --check            say whether that would change anything
  cargo xtask codegen --spec pets.yaml --out ../pets --name pet-store
                                         a crate `pet-store` in a folder of its own
  cargo xtask codegen --spec pets.yaml --out ../pets --tag pets --path /owners
                                         a part of it: the tag `pets`, and every path below `/owners`
  cargo xtask codegen --explain E0203    say what a code means

Exit codes:
  0  done
  1  a document was refused, or `--check` found a difference
  2  what was asked for makes no sense";

/// Arguments of `codegen`.
#[derive(Args, Debug)]
pub(crate) struct CodegenArguments {
    /// Write nothing; exit with 1 if a file is changed, missing or stray
    #[arg(long)]
    pub(crate) check: bool,

    /// How messages are written
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) message_format: MessageFormat,

    /// An OpenAPI document to make a crate of its own from
    #[arg(long, value_name = "FILE", requires = "out")]
    pub(crate) spec: Option<PathBuf>,

    /// The folder of that crate: a new one, an empty one, or one that was generated before
    #[arg(long, value_name = "DIR", requires = "spec")]
    pub(crate) out: Option<PathBuf>,

    /// The name of that crate [default: the name of the document's file]
    #[arg(long, value_name = "CRATE", requires = "spec")]
    pub(crate) name: Option<String>,

    /// Refuse that document on any warning, as documents in `specs/` always are
    #[arg(long, requires = "spec")]
    pub(crate) strict: bool,

    /// Don't report warnings or notes of this code, nor refuse that document for them; can be repeated
    #[arg(long, value_name = "CODE", requires = "spec")]
    pub(crate) allow: Vec<String>,

    /// First record the names that depend on each other, in a file beside each document, and take out what is gone
    #[arg(long, conflicts_with = "check")]
    pub(crate) record_names: bool,

    #[command(flatten)]
    pub(crate) selection: SelectionArguments,

    /// Print what a diagnostic's code means, and do nothing else
    #[arg(long, value_name = "CODE", conflicts_with_all = ["check", "spec", "out", "name", "strict", "record_names"])]
    pub(crate) explain: Option<String>,
}

/// Which part of a document that crate is made of.
#[derive(Args, Debug)]
pub(crate) struct SelectionArguments {
    /// Generate types alone, without a client: all of them, or those that selected operations need
    #[arg(long, requires = "spec")]
    only_types: bool,

    /// Select the operations that have this tag; can be repeated
    #[arg(long, value_name = "TAG", requires = "spec")]
    tag: Vec<String>,

    /// Select the operations whose paths begin with this, in whole segments; can be repeated
    #[arg(long, value_name = "PREFIX", requires = "spec")]
    path: Vec<String>,

    /// Select an operation by its `operationId`, or as `METHOD /path`; can be repeated
    #[arg(long, value_name = "ID", requires = "spec")]
    operation: Vec<String>,
}

impl SelectionArguments {
    pub(crate) fn selection(&self) -> Selection {
        let tags = self.tag.iter().cloned().map(Selector::Tag);
        let paths = self.path.iter().cloned().map(Selector::Path);
        let operations = self.operation.iter().cloned().map(Selector::Operation);
        Selection {
            only_types: self.only_types,
            selectors: tags.chain(paths).chain(operations).collect(),
        }
    }
}

/// How messages are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum MessageFormat {
    /// For people: with the place in the document, in colours on a terminal
    Human,
    /// One line each: `path:line:column: warning[E0203]: …`
    Short,
    /// One JSON object a line, all on standard output
    Json,
    /// One log of SARIF 2.1.0 on standard output, for code review
    Sarif,
}

const CORPUS: &str = "\
Generate a crate of its own from every OpenAPI document of a folder (`.yaml`, `.yml`, `.json`), and with
`--check` compile each of them.

Names each document as work on it begins, and prints a table at the end: document, version, operations in
the document and emitted, schemas, types, features of tags, lines, seconds, errors and warnings of the
compiler, losses by code.

Everything is kept below `target/corpus`: the crates, what was said of each, and one build folder, so that
dependencies are built once. A run that was interrupted goes on where it stopped: what has been compiled and
has not changed since is not compiled again.";

const CORPUS_EXAMPLES: &str = "\
Examples:
  cargo xtask corpus ../documents                       generate only
  cargo xtask corpus ../documents --check               generate and compile
  cargo xtask corpus ../documents --filter petstore     documents with `petstore` in their names
  cargo xtask corpus ../documents --json report.json    the table as JSON as well

Exit codes:
  0  all documents were generated (and compiled)
  1  some were not
  2  what was asked for makes no sense";

/// Arguments of `corpus`.
#[derive(Args, Debug)]
pub(crate) struct CorpusArguments {
    /// The folder with the documents
    #[arg(value_name = "DIR")]
    pub(crate) folder: PathBuf,

    /// Compile each result with `cargo check`
    #[arg(long)]
    pub(crate) check: bool,

    /// Compile each result with each feature of its document's tags alone as well
    #[arg(long, requires = "check")]
    pub(crate) each_feature: bool,

    /// Write the table to this file as a JSON array of objects
    #[arg(long, value_name = "FILE")]
    pub(crate) json: Option<PathBuf>,

    /// Only documents whose file name contains this
    #[arg(long, value_name = "TEXT")]
    pub(crate) filter: Option<String>,

    /// How many documents to generate at the same time; compiling is one at a time
    #[arg(long, value_name = "N", default_value = "1")]
    pub(crate) jobs: NonZeroUsize,
}

const CONFORMANCE: &str = "\
Let Prism (@stoplight/prism-cli), a server that nobody here wrote, judge what the clients of documents send and read.

For each document, generate a crate of its own and a program that calls every operation of it, with everything that the
document names and values that fit its schemas. Prism serves the original document: it refuses each request that the
document doesn't allow, and answers the others with what the document shows.

Prints a table: operations in the document, called, accepted by the validator, not served by it, decoded by the client;
then each operation that did not come all the way, with the reason.

Needs Node.js and, the first time, a registry of npm packages. Without them it says `skipped`, and that is no failure.";

const CONFORMANCE_EXAMPLES: &str = "\
Examples:
  cargo xtask conformance                           the documents in `specs/`
  cargo xtask conformance pets.yaml ../documents    a document, and all of a folder
  cargo xtask conformance --dynamic 7               answers made up from the schemas, the same for the same seed

Exit codes:
  0  every request was allowed, and every answer was read; or there is no Node.js
  1  some were not
  2  what was asked for makes no sense";

/// Arguments of `conformance`.
#[derive(Args, Debug)]
pub(crate) struct ConformanceArguments {
    /// Documents, and folders of documents [default: `specs/`]
    #[arg(value_name = "PATH")]
    pub(crate) documents: Vec<PathBuf>,

    /// Let Prism make answers up, from this seed on, instead of taking what the document shows
    #[arg(long, value_name = "SEED")]
    pub(crate) dynamic: Option<String>,

    /// Write what came of each operation to this file as JSON
    #[arg(long, value_name = "FILE")]
    pub(crate) json: Option<PathBuf>,
}

const PAGES: &str = "\
Hold saved pages of documentation, as text, against the document that is transcribed from them.

Lists what a page says and the document lacks (fields of tables and of JSON samples, values, methods and paths, bounds),
where the two say different things, what can't be decided, and what the document has and no page mentions: each with its
line on the page, its place in the document, and the comment in the document that explains it, if there is one.

Every JSON sample of the pages is decoded as the type that it is a sample of, with the crate that is generated of the
document. The crate and a program that decodes are compiled below `target/pages`.

A comment explains that something is on no page if it says \"not on the page\" and stands above it, first in the schema
around it, or above a value before it in a list; with \"all that follows\", above a key before it. It explains what a page
says if it speaks of the page and stands at the property, or names it in backticks, or its number.";

const PAGES_EXAMPLES: &str = "\
Examples:
  cargo xtask pages specs/pets.yaml saved/pets.txt saved/owners.md
  cargo xtask pages specs/pets.yaml saved/*.md --message-format json

Exit codes:
  0  the pages say nothing that the document or a comment in it lacks, and every sample decodes
  1  they do, or some sample doesn't
  2  what was asked for makes no sense";

/// Arguments of `pages`.
#[derive(Args, Debug)]
pub(crate) struct PagesArguments {
    /// The OpenAPI document
    #[arg(value_name = "SPEC")]
    pub(crate) spec: PathBuf,

    /// Saved pages, as text or Markdown
    #[arg(value_name = "PAGE", required = true)]
    pub(crate) pages: Vec<PathBuf>,

    /// How findings are written: `short` leaves out what comments explain
    #[arg(long, value_name = "FORMAT", default_value = "human")]
    pub(crate) message_format: MessageFormat,
}
