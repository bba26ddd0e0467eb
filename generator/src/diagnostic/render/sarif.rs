//! Diagnostics for code review: a log of SARIF 2.1.0 (OASIS, 27 March 2020).

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Placed, Texts, placed, severity_of};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Location};
use crate::source::Source;

/// The diagnostics of a document with whether warnings are errors.
#[derive(Clone, Copy, Debug)]
pub struct Findings<'a> {
    /// The document.
    pub source: &'a Source,
    /// What there is to say of it.
    pub diagnostics: &'a Diagnostics,
    /// Whether warnings are errors, as under `--strict`.
    pub strict: bool,
}

/// One log for all documents of a run, with a rule for each code that occurs.
pub fn sarif(findings: &[Findings<'_>]) -> String {
    let diagnostics = findings
        .iter()
        .flat_map(|document| document.diagnostics.iter());
    let codes: BTreeSet<Code> = diagnostics.map(|diagnostic| diagnostic.code).collect();
    let codes: Vec<Code> = codes.into_iter().collect();
    let results: Vec<Value> = findings
        .iter()
        .flat_map(|document| results(document, &codes))
        .collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "bindery",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": codes.iter().map(|code| rule(*code)).collect::<Vec<_>>(),
            } },
            "invocations": [{
                "executionSuccessful": true,
                "toolExecutionNotifications": findings.iter().filter_map(left_out).collect::<Vec<_>>(),
            }],
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn rule(code: Code) -> Value {
    json!({
        "id": code.number(),
        "name": code.name(),
        "shortDescription": { "text": code.summary() },
        "fullDescription": { "text": code.description() },
        "help": { "text": code.explanation(), "markdown": code.explanation() },
        "defaultConfiguration": { "level": code.severity().name() },
    })
}

/// A notification about the diagnostics that were only counted.
fn left_out(findings: &Findings<'_>) -> Option<Value> {
    let kept = findings.diagnostics.iter().len();
    let left = findings
        .diagnostics
        .len()
        .checked_sub(kept)
        .filter(|left| *left > 0)?;
    let message = format!("{left} more in {}", findings.source.path());
    Some(json!({ "level": "note", "message": { "text": message } }))
}

fn results(findings: &Findings<'_>, codes: &[Code]) -> Vec<Value> {
    if findings.diagnostics.is_empty() {
        return Vec::new();
    }
    let texts = Texts::of(findings.source);
    placed(findings.diagnostics, &texts, usize::MAX)
        .iter()
        .map(|placed| result(findings, placed, codes))
        .collect()
}

fn result(findings: &Findings<'_>, placed: &Placed<'_>, codes: &[Code]) -> Value {
    let Placed {
        diagnostic,
        text,
        location,
        related,
    } = placed;
    let source = text.source;
    let related: Vec<Value> = related
        .iter()
        .map(|(related, location)| place(source, location, &related.message))
        .collect();
    let locations: Vec<Value> = match diagnostic.argument {
        Some(_) => Vec::new(),
        None => vec![place(source, location, &diagnostic.label)],
    };
    json!({
        "ruleId": diagnostic.code.number(),
        "ruleIndex": codes.binary_search(&diagnostic.code).unwrap_or_default(),
        "level": severity_of(diagnostic.code, findings.strict).name(),
        "message": { "text": message(diagnostic) },
        "locations": locations,
        "relatedLocations": related,
    })
}

/// What is wrong, what becomes of it and what to do about it, in a line each.
fn message(diagnostic: &Diagnostic) -> String {
    let argument = diagnostic.argument.iter().map(|it| format!("{it}: "));
    let note = diagnostic.note.iter().map(|note| format!("\nnote: {note}"));
    let help = diagnostic.help.iter().map(|help| format!("\nhelp: {help}"));
    let message = std::iter::once(diagnostic.message.clone());
    argument.chain(message).chain(note).chain(help).collect()
}

fn place(source: &Source, location: &Location, message: &str) -> Value {
    let mut place = json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri(source.path()) },
            "region": {
                "startLine": location.start.line,
                "startColumn": location.start.column,
                "endLine": location.end.line,
                "endColumn": location.end.column,
            },
        },
        "logicalLocations": [{
            "fullyQualifiedName": location.pointer.to_string(),
            "kind": "value",
        }],
    });
    if let (false, Some(place)) = (message.is_empty(), place.as_object_mut()) {
        place.insert("message".to_owned(), json!({ "text": message }));
    }
    place
}

/// A relative path as a relative reference (RFC 3986 §4.2): everything but unreserved characters and `/` is encoded.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri += &format!("%{byte:02X}");
        }
    }
    uri
}
