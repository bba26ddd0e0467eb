//! `cargo xtask judge`: lets cargo-semver-checks judge what `diff` says.
//!
//! Many pairs of documents are modules of one crate, before and after, so that each crate is documented and judged once.

mod checks;
mod crates;
mod mutation;
mod pair;
mod rules;
mod table;

use std::num::NonZeroUsize;
use std::path::PathBuf;

use anstream::{eprintln, print};
use clap::Args;

use self::checks::Checks;
use self::crates::Crates;
use self::pair::Pair;
use crate::corpus::chosen;
use crate::failure::{Failure, Outcome};
use crate::workspace::Workspace;

pub(crate) const ABOUT: &str = "\
Let cargo-semver-checks, a judge that nobody here wrote, hold what `cargo xtask diff` says against the generated code.

Changes each document in every way that documents change, one change at a time, generates the code before and after, and
compares the verdicts. What `diff` says may never be milder. Where it is stricter, a stated rule has to explain it.

Prints a table by kind of change, and how often each rule was needed.";

pub(crate) const EXAMPLES: &str = "\
Needs `cargo-semver-checks`: cargo install cargo-semver-checks --locked --root target/judge

Examples:
  cargo xtask judge                             the documents in `specs/`
  cargo xtask judge specs pets.yaml             and another one
  cargo xtask judge specs --places 3            each change at three places of each document

Exit codes:
  0  every verdict holds
  1  one is milder, or stricter without a rule
  2  what was asked for makes no sense";

/// Arguments of `judge`.
#[derive(Args, Debug)]
pub(crate) struct JudgeArguments {
    /// Documents, and folders of documents [default: `specs/`]
    #[arg(value_name = "PATH")]
    documents: Vec<PathBuf>,

    /// At how many places of each document each change is made
    #[arg(long, value_name = "N", default_value = "1")]
    places: NonZeroUsize,

    /// How many pairs one crate has
    #[arg(long, value_name = "N", default_value = "40")]
    batch: NonZeroUsize,
}

pub(crate) fn run(arguments: &JudgeArguments) -> Result<Outcome, Failure> {
    let workspace = Workspace::find()?;
    let checks = Checks::find(&workspace)?;
    let crates = Crates::new(&workspace);
    let mut pairs = Vec::new();
    for document in chosen(&arguments.documents, &workspace)? {
        pairs.extend(pair::of_document(&document, arguments.places.get())?);
    }
    let mut verdicts = Vec::new();
    for (index, batch) in pairs.chunks(arguments.batch.get()).enumerate() {
        eprintln!(
            "{} of {} pairs",
            index * arguments.batch.get() + batch.len(),
            pairs.len()
        );
        let before = crates.document("old", batch.iter().map(|pair| &pair.old))?;
        let after = crates.document("new", batch.iter().map(|pair| &pair.new))?;
        verdicts.extend(checks.judge(&before, &after, batch.len())?);
    }
    let judged: Vec<(&Pair, checks::Verdict)> = pairs.iter().zip(verdicts).collect();
    print!("{}", table::write(&judged));
    let holds = judged.iter().all(|(pair, verdict)| pair.holds(verdict));
    Ok(if holds { Outcome::Yes } else { Outcome::No })
}
