//! Diagnostics as text: for people, for editors and for programs.

mod human;
mod json;
mod sarif;
#[cfg(test)]
mod tests;

pub use sarif::{Findings, sarif};

use std::cmp::Reverse;
use std::fmt::Write;

use super::{Code, Diagnostic, Diagnostics, Location, Position, Positions, Related, Severity};
use crate::source::Source;

/// How diagnostics are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// For whom.
    pub form: Form,
    /// Whether people see colours. Ask whether they look at a terminal.
    pub colour: bool,
    /// Whether warnings are shown as the errors that they are under `--strict`.
    pub strict: bool,
    /// How many are shown. The rest is counted.
    pub limit: usize,
}

/// For whom diagnostics are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// For people: with the line of the text and a caret.
    #[default]
    Human,
    /// One line each, `path:line:column: error[E0203]: message`, which editors understand.
    Short,
    /// An object of JSON on one line each, with the keys `reason` (which is `diagnostic`), `code`, `severity`, `message`,
    /// `label`, `path`, `line`, `column`, `end_column`, `pointer`, `argument`, `note`, `help` and `related`. With an
    /// `argument`, which is an option of the command line, the place says nothing. Keys may be added, and are never renamed.
    Json,
}

/// For people, without colours; the first hundred.
impl Default for Style {
    fn default() -> Self {
        Self {
            form: Form::Human,
            colour: false,
            strict: false,
            limit: 100,
        }
    }
}

/// A document and the names beside it, with the positions in them.
struct Texts<'a> {
    document: Text<'a>,
    names: Option<Text<'a>>,
}

/// A text that places are shown in.
struct Text<'a> {
    source: &'a Source,
    positions: Positions<'a>,
}

impl<'a> Texts<'a> {
    fn of(source: &'a Source) -> Self {
        Self {
            document: Text::of(source),
            names: source.names().map(Text::of),
        }
    }

    /// The text that a diagnostic is about.
    fn about(&self, diagnostic: &Diagnostic) -> &Text<'a> {
        let names = self.names.as_ref().filter(|_| diagnostic.in_names);
        names.unwrap_or(&self.document)
    }
}

impl<'a> Text<'a> {
    fn of(source: &'a Source) -> Self {
        Self {
            source,
            positions: Positions::of(source),
        }
    }
}

/// A diagnostic with its places, and the text that they are in.
struct Placed<'a> {
    diagnostic: &'a Diagnostic,
    text: &'a Text<'a>,
    location: Location,
    related: Vec<(&'a Related, Location)>,
}

/// Writes the diagnostics of a document, in the order of their places.
///
/// Empty if there are none: then the positions in the text need not be known, and are not looked for.
pub fn render(source: &Source, diagnostics: &Diagnostics, style: Style) -> String {
    let mut output = String::new();
    if diagnostics.is_empty() {
        return output;
    }
    let texts = Texts::of(source);
    let placed = placed(diagnostics, &texts, style.limit);
    for placed in &placed {
        output += &match style.form {
            Form::Human => human::render(placed, style),
            Form::Short => short(placed, style),
            Form::Json => json::render(placed, style),
        };
    }
    let left = diagnostics.len().saturating_sub(placed.len());
    if left > 0 && style.form != Form::Json {
        let _ = writeln!(output, "… and {left} more in {}", source.path());
    }
    output
}

/// Diagnostics with their places, in the order of these; those about names stand last. If there are more than the limit, what weighs most is among them.
fn placed<'a>(diagnostics: &'a Diagnostics, texts: &'a Texts<'a>, limit: usize) -> Vec<Placed<'a>> {
    let mut placed: Vec<_> = diagnostics
        .iter()
        .map(|diagnostic| place(diagnostic, texts.about(diagnostic)))
        .collect();
    placed.sort_by_key(|placed| {
        (
            Reverse(placed.diagnostic.code.severity()),
            placed.location.start,
        )
    });
    placed.truncate(limit);
    placed.sort_by_key(|placed| {
        let diagnostic = placed.diagnostic;
        (diagnostic.in_names, placed.location.start, diagnostic.code)
    });
    placed
}

fn place<'a>(diagnostic: &'a Diagnostic, text: &'a Text<'a>) -> Placed<'a> {
    let positions = &text.positions;
    let location = match diagnostic.position {
        Some(position) => positions.location_at(diagnostic.pointer.clone(), position),
        None => positions.locate(&diagnostic.pointer, diagnostic.target),
    };
    let related = diagnostic.related.iter().map(|related| {
        let location = match related.position {
            Some(position) => positions.location_at(related.pointer.clone(), position),
            None => positions.locate(&related.pointer, super::Target::Key),
        };
        (related, location)
    });
    Placed {
        diagnostic,
        text,
        location,
        related: related.collect(),
    }
}

fn short(placed: &Placed<'_>, style: Style) -> String {
    let Placed {
        diagnostic,
        text,
        location,
        ..
    } = placed;
    let Position { line, column } = location.start;
    let place = match &diagnostic.argument {
        Some(argument) => one_line(argument),
        None => format!("{}:{line}:{column}", text.source.path()),
    };
    format!(
        "{place}: {}[{}]: {}\n",
        severity_name(diagnostic.code, style),
        diagnostic.code.number(),
        one_line(&diagnostic.message),
    )
}

fn severity_of(code: Code, strict: bool) -> Severity {
    match code.severity() {
        Severity::Warning if strict => Severity::Error,
        severity => severity,
    }
}

fn severity_name(code: Code, style: Style) -> &'static str {
    severity_of(code, style.strict).name()
}

/// Names of a document may hold anything, line breaks and control characters of a terminal included.
fn one_line(text: &str) -> String {
    text.chars()
        .map(|character| {
            if character.is_control() {
                ' '
            } else {
                character
            }
        })
        .collect()
}
