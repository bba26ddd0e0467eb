//! Bindery's command line. The only part of this workspace that prints, and that ends a process.

#![forbid(unsafe_code)]

mod arguments;
mod codegen;
mod conformance;
mod corpus;
mod diff;
mod failure;
mod git;
mod judge;
mod message;
mod pages;
mod program;
mod version;
mod workspace;

use std::process::ExitCode;

use clap::Parser;

use crate::arguments::{Arguments, Command};
use crate::failure::Outcome;
use crate::message::Messages;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let outcome = match &arguments.command {
        Command::Codegen(arguments) => codegen::run(arguments),
        Command::Conformance(arguments) => conformance::run(arguments),
        Command::Corpus(arguments) => corpus::run(arguments),
        Command::Pages(arguments) => pages::run(arguments),
        Command::Diff(arguments) => diff::run(arguments),
        Command::Judge(arguments) => judge::run(arguments),
    };
    match outcome {
        Ok(Outcome::Yes) => ExitCode::SUCCESS,
        Ok(Outcome::No) => ExitCode::from(1),
        Err(failure) => {
            Messages::error(&failure);
            failure.exit_code()
        }
    }
}
