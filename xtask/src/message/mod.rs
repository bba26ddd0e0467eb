//! What is printed, in the three forms that can be asked for.
//!
//! Diagnostics go to standard error and results to standard output, except that programs find everything on standard
//! output: one JSON object a line, told apart by its `reason`.

mod human;
mod json;

use std::io::IsTerminal;

use anstream::{eprint, eprintln, print, println};
use bindery::Report;
use bindery::diagnostic::{Form, Style};
use bindery::output::{Folder, Plan};
use bindery::render::Tree;

use crate::arguments::MessageFormat;
use crate::failure::{Failure, Outcome};

/// Diagnostics of a document that are shown to people; the rest is counted.
const SHOWN: usize = 100;

/// Prints messages in one form.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Messages {
    format: MessageFormat,
}

impl Messages {
    pub(crate) fn new(format: MessageFormat) -> Self {
        Self { format }
    }

    /// Why a command could not do its work.
    pub(crate) fn error(failure: &Failure) {
        eprintln!("error: {failure}");
    }

    /// What there is to say of each document: first its diagnostics, then a line that sums it up.
    pub(crate) fn reports(self, reports: &[Report]) {
        for report in reports {
            let text = report.render(self.style());
            match self.format {
                MessageFormat::Json => print!("{text}{}\n", json::document(report)),
                MessageFormat::Human | MessageFormat::Short => eprint!("{text}"),
            }
        }
        if self.format != MessageFormat::Json {
            print!("{}", human::documents(reports));
        }
    }

    /// Why nothing is written, where the documents' diagnostics have said the rest.
    pub(crate) fn refused(self, reason: &str) {
        if self.format != MessageFormat::Json {
            eprintln!("error: {reason}");
        }
    }

    /// Brings a folder in line with a tree, or only says where it differs.
    pub(crate) fn settle(
        self,
        folder: &Folder,
        tree: &Tree,
        task: &Task<'_>,
    ) -> Result<Outcome, Failure> {
        let plan = folder.plan(tree).map_err(Failure::stopped)?;
        if task.check {
            return Ok(self.differences(&plan, task));
        }
        folder.write(&plan).map_err(Failure::stopped)?;
        match self.format {
            MessageFormat::Json => println!("{}", json::written(&plan, task)),
            MessageFormat::Human | MessageFormat::Short => {
                print!("{}", human::written(&plan, task))
            }
        }
        Ok(Outcome::Yes)
    }

    fn differences(self, plan: &Plan<'_>, task: &Task<'_>) -> Outcome {
        let differences = plan.differences();
        match self.format {
            MessageFormat::Json => {
                differences
                    .iter()
                    .for_each(|difference| println!("{}", json::difference(difference, task)));
            }
            MessageFormat::Human | MessageFormat::Short if differences.is_empty() => {
                println!("{} is what the documents say", task.folder);
            }
            MessageFormat::Human | MessageFormat::Short => {
                let with_diff = self.format == MessageFormat::Human;
                print!("{}", human::differences(&differences, task, with_diff));
                eprintln!("error: {}", human::advice(plan, task));
            }
        }
        if differences.is_empty() {
            Outcome::Yes
        } else {
            Outcome::No
        }
    }

    fn style(self) -> Style {
        let (form, limit) = match self.format {
            MessageFormat::Human => (Form::Human, SHOWN),
            MessageFormat::Short => (Form::Short, SHOWN),
            MessageFormat::Json => (Form::Json, usize::MAX),
        };
        Style {
            form,
            colour: std::io::stderr().is_terminal(),
            limit,
            ..Style::default()
        }
    }
}

/// A folder to bring in line with a tree.
#[derive(Debug)]
pub(crate) struct Task<'a> {
    /// The folder, as messages call it.
    pub(crate) folder: &'a str,
    /// The command that writes it.
    pub(crate) command: &'a str,
    /// Whether to leave it as it is.
    pub(crate) check: bool,
}
