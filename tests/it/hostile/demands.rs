//! What holds of every document, whatever is in it.

use bindery::diagnostic::{Form, Style};
use bindery::render::Tree;
use bindery::source::Source;
use bindery::{Report, Strictness};
use serde_json::Value;

/// Makes a crate of a document, if it is accepted.
///
/// # Errors
///
/// What does not hold: a second run makes the same, a refusal has a reason, what is said has a place, code is Rust.
pub(crate) fn hold(source: &Source) -> Result<Option<Tree>, String> {
    let make = || bindery::generate_standalone(source, "hostile", Strictness::Lenient);
    let (first, second) = (make(), make());
    if first.tree != second.tree {
        return Err("a second run makes another crate".to_owned());
    }
    let [report] = &first.reports[..] else {
        return Err("one document has one report".to_owned());
    };
    if first.tree.is_none() && !report.diagnostics.has_errors() {
        return Err("it is refused without a word".to_owned());
    }
    let said = said(report);
    if second
        .reports
        .iter()
        .any(|report| self::said(report) != said)
    {
        return Err("a second run says something else".to_owned());
    }
    said.lines().try_for_each(|line| placed(source, line))?;
    first.tree.iter().try_for_each(parses)?;
    Ok(first.tree)
}

/// Everything that is said of a document, for programs.
fn said(report: &Report) -> String {
    report.render(Style {
        form: Form::Json,
        limit: usize::MAX,
        ..Style::default()
    })
}

fn placed(source: &Source, line: &str) -> Result<(), String> {
    let message: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let number = |key: &str| message[key].as_u64().unwrap_or_default();
    let texts = [Some(source), source.names()].into_iter().flatten();
    let mut texts = texts.filter(|text| message["path"] == text.path());
    let lines = texts
        .next()
        .map_or(0, |text| text.text().split('\n').count() as u64);
    let is_placed = (1..=lines).contains(&number("line")) && number("column") > 0;
    match is_placed {
        true => Ok(()),
        false => Err(format!("this has no place in the document: {line}")),
    }
}

fn parses(tree: &Tree) -> Result<(), String> {
    let files = tree.iter().filter(|(path, _)| path.ends_with(".rs"));
    for (path, text) in files.filter(|(path, _)| !path.starts_with("src/runtime")) {
        syn::parse_file(text).map_err(|error| format!("{path} is no Rust: {error}\n{text}"))?;
    }
    Ok(())
}
