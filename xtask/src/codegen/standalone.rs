//! A crate of its own from any document.

use std::collections::BTreeSet;
use std::path::Path;

use bindery::diagnostic::Severity;
use bindery::output::{Error, Folder, Reason};
use bindery::{Rules, Strictness};

use super::{code, names, read};
use crate::arguments::CodegenArguments;
use crate::failure::{Failure, Outcome};
use crate::message::{Messages, Task};

pub(super) fn run(
    arguments: &CodegenArguments,
    spec: &Path,
    out: &Path,
    messages: Messages,
) -> Result<Outcome, Failure> {
    let name = match &arguments.name {
        Some(name) => checked(name)?,
        None => crate_name(spec),
    };
    let folder = Folder::claim(out).map_err(claim_failure)?;
    let mut source = read(spec, &shown(spec))?;
    if arguments.record_names {
        source = names::record(spec, source, messages)?;
    }
    let rules = rules(arguments)?;
    let selection = arguments.selection.selection();
    let generated = bindery::generate_part(&source, &name, &selection, &rules);
    messages.reports(&generated.reports);
    let Some(tree) = generated.tree else {
        messages.refused(
            "nothing is written, because the document or what is asked of it is not accepted",
        );
        return Ok(Outcome::No);
    };
    let shown = out.to_string_lossy();
    let command = format!(
        "cargo xtask codegen --spec {} --out {shown} {selection}",
        spec.display()
    );
    let task = Task {
        folder: &shown,
        command: command.trim_end(),
        check: arguments.check,
    };
    messages.settle(&folder, &tree, &task)
}

fn rules(arguments: &CodegenArguments) -> Result<Rules, Failure> {
    let mut allowed = BTreeSet::new();
    for named in &arguments.allow {
        let code = code(named)?;
        if code.severity() == Severity::Error {
            return Err(Failure::misuse(format!(
                "`{}` is an error, which can't be allowed: nothing can be made of such a document",
                code.number()
            )));
        }
        allowed.insert(code);
    }
    let strictness = match arguments.strict {
        true => Strictness::Strict,
        false => Strictness::Lenient,
    };
    Ok(Rules {
        strictness,
        allowed,
    })
}

/// Naming a folder that is not ours is a mistake of the one who named it; not being able to look is not.
fn claim_failure(error: Error) -> Failure {
    match error.reason() {
        Reason::Io { .. } => Failure::stopped(error),
        _ => Failure::misuse(error),
    }
}

/// The document's path as it was given; of an absolute one only the file's name, so that the output is the same on
/// every machine.
fn shown(spec: &Path) -> String {
    let name = spec
        .file_name()
        .map(Path::new)
        .filter(|_| spec.is_absolute());
    name.unwrap_or(spec).to_string_lossy().into_owned()
}

/// The name that was asked for.
fn checked(name: &str) -> Result<String, Failure> {
    match is_crate_name(name) {
        true => Ok(name.to_owned()),
        false => Err(Failure::misuse(format!(
            "`{name}` is no name for a crate: it takes ASCII letters, digits, `-` and `_`, and starts with a letter"
        ))),
    }
}

/// A name for a crate, made of a document's file name.
pub(crate) fn crate_name(spec: &Path) -> String {
    let stem = spec
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .to_lowercase();
    let words: Vec<_> = stem
        .split(|character: char| !character.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let name = words.join("-");
    match name.as_str() {
        "" => "api".to_owned(),
        name if is_crate_name(name) => name.to_owned(),
        name => format!("api-{name}"),
    }
}

fn is_crate_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphabetic())
        && name
            .chars()
            .all(|character| character.is_ascii_alphanumeric() || matches!(character, '-' | '_'))
}
