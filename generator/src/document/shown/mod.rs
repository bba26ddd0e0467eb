//! Values that a document shows, `default`, `example` and `examples`, held against the schemas that they are shown for.
//!
//! They are held to what the emitted types read: JSON types, listed values, required properties. Bounds, patterns and
//! formats are the API's to check, here as elsewhere.

mod collect;
mod fit;
mod parts;
#[cfg(test)]
mod tests;

pub(super) use collect::{Shown, collect};

use self::fit::{Fit, Misfit};
use super::walk::Place;
use super::{Document, Pointer};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// How much of one value is reported.
const REPORTED: usize = 10;

/// Reports the values that don't fit.
pub(super) fn check(document: &Document, shown: &[Shown], diagnostics: &mut Diagnostics) {
    let mut fit = Fit::new(document);
    for shown in shown {
        let (Some(schema), Some(value)) =
            (document.node(&shown.schema), document.node(&shown.value))
        else {
            continue;
        };
        let misfits = fit.misfits(schema, value, Place::start(&shown.value));
        for misfit in misfits.into_iter().take(REPORTED) {
            diagnostics.push(diagnostic(shown, misfit));
        }
    }
}

fn diagnostic(shown: &Shown, misfit: Misfit) -> Diagnostic {
    let what = match shown.code {
        Code::DefaultValue => "default",
        _ => "example",
    };
    let message = format!("this {what} doesn't fit its schema: {}", misfit.message);
    let diagnostic = Diagnostic::new(shown.code, misfit.pointer, message);
    let diagnostic = match shown.value.starts_with(&shown.schema) {
        true => diagnostic,
        false => diagnostic.related(shown.schema.clone(), "the schema"),
    };
    match misfit.help {
        Some(help) => diagnostic.help(help),
        None => diagnostic,
    }
}
