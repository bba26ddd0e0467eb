//! Diagnostics for programs.

use serde_json::{Value, json};

use super::{Placed, Style, severity_name};

/// One object on one line.
pub(super) fn render(placed: &Placed<'_>, style: Style) -> String {
    let Placed {
        diagnostic,
        text,
        location,
        related,
    } = placed;
    let related: Vec<Value> = related
        .iter()
        .map(|(related, location)| {
            json!({
                "message": related.message,
                "line": location.start.line,
                "column": location.start.column,
                "pointer": location.pointer.to_string(),
            })
        })
        .collect();
    let object = json!({
        "reason": "diagnostic",
        "code": diagnostic.code.number(),
        "severity": severity_name(diagnostic.code, style),
        "message": diagnostic.message,
        "label": diagnostic.label,
        "path": text.source.path(),
        "line": location.start.line,
        "column": location.start.column,
        "end_column": location.end.column,
        "pointer": location.pointer.to_string(),
        "argument": diagnostic.argument,
        "note": diagnostic.note,
        "help": diagnostic.help,
        "related": related,
    });
    format!("{object}\n")
}
