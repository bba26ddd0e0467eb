//! `cargo xtask diff`: what a change of documents does to the callers of the code that is generated from them.

mod arguments;
mod base;
mod documents;

use anstream::print;
use bindery::diff::{Diff, render};

pub(crate) use self::arguments::{ABOUT, DiffArguments, EXAMPLES};
pub(crate) use self::base::{Base, source_at};
use crate::failure::{Failure, Outcome};
use crate::workspace::Workspace;

/// Documents that belong to one crate, and the version that it had before the changes.
pub(crate) struct Comparison {
    pub(crate) diffs: Vec<Diff>,
    pub(crate) version: semver::Version,
}

pub(crate) fn run(arguments: &DiffArguments) -> Result<Outcome, Failure> {
    let comparison = match (&arguments.old, &arguments.new) {
        (Some(old), Some(new)) => documents::compare(old, new)?,
        _ => {
            let workspace = Workspace::find()?;
            let base = Base::find(&workspace, &arguments.base)?;
            base.compare(&workspace)?
        }
    };
    let form = arguments.format.form();
    print!("{}", render(&comparison.diffs, &comparison.version, form));
    let breaks = comparison.diffs.iter().any(Diff::is_breaking);
    Ok(if breaks { Outcome::No } else { Outcome::Yes })
}
