//! What is printed, in the forms that can be asked for.
//!
//! Diagnostics go to standard error and results to standard output, except that programs find everything on standard
//! output: one JSON object a line, told apart by its `reason`. A SARIF log stands on standard output alone, and has
//! diagnostics only; everything else goes to standard error.

mod human;
mod json;

use std::io::IsTerminal;

use anstream::{eprint, eprintln, print, println};
use bindery::diagnostic::{Form, Style};
use bindery::diff::Diff;
use bindery::output::{Folder, Plan};
use bindery::render::Tree;
use bindery::{Recording, Report};

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
        if self.format == MessageFormat::Sarif {
            print!("{}", bindery::sarif(reports));
        }
        for report in reports {
            match self.format {
                MessageFormat::Json => {
                    let text = report.render(self.style());
                    print!("{text}{}\n", json::document(report));
                }
                MessageFormat::Human | MessageFormat::Short => {
                    eprint!("{}", report.render(self.style()))
                }
                MessageFormat::Sarif => {}
            }
        }
        self.result(&human::documents(reports));
    }

    /// Prints a result for people.
    fn result(self, text: &str) {
        match self.format {
            MessageFormat::Human | MessageFormat::Short => print!("{text}"),
            MessageFormat::Sarif => eprint!("{text}"),
            MessageFormat::Json => {}
        }
    }

    /// What the changes of documents since the last commit break, a line for each document.
    pub(crate) fn verdicts(self, diffs: &[Diff]) {
        for diff in diffs {
            match self.format {
                MessageFormat::Json => println!("{}", json::verdict(diff)),
                _ => self.result(&human::verdict(diff)),
            }
        }
    }

    /// What has become of the names beside a document.
    pub(crate) fn recorded(self, path: &str, recording: &Recording) {
        match self.format {
            MessageFormat::Json => println!("{}", json::recorded(path, recording)),
            _ => self.result(&human::recorded(path, recording)),
        }
    }

    /// Why nothing is written, where the documents' diagnostics have said the rest.
    pub(crate) fn refused(self, reason: &str) {
        if self.format != MessageFormat::Json {
            eprintln!("error: {reason}");
        }
    }

    /// Why the version of the generated crate won't do.
    pub(crate) fn outdated(self, reason: &str) {
        match self.format {
            MessageFormat::Json => println!("{}", json::outdated(reason)),
            _ => eprintln!("error: {reason}"),
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
            _ => self.result(&human::written(&plan, task)),
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
            _ if differences.is_empty() => {
                self.result(&format!("{} is what the documents say\n", task.folder));
            }
            _ => {
                let with_diff = self.format == MessageFormat::Human;
                self.result(&human::differences(&differences, task, with_diff));
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
            MessageFormat::Human | MessageFormat::Sarif => (Form::Human, SHOWN),
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
