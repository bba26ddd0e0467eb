//! `x-bindery-allow`: codes whose warnings and notes the document's author has read and accepts.

use serde_json::Value;

use super::Pointer;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};

/// The key, which stands at the root of a document.
pub(super) const KEY: &str = "x-bindery-allow";

/// A code that a document allows, and where it says so.
#[derive(Clone, Debug)]
pub(super) struct Allowance {
    code: Code,
    place: Pointer,
}

/// Reads the list of a document and allows what it names. What it can't name is reported.
pub(super) fn read(root: &Value, diagnostics: &mut Diagnostics) -> Vec<Allowance> {
    let place = Pointer::root().child(KEY);
    let list = match root.get(KEY) {
        None => return Vec::new(),
        Some(Value::Array(list)) => list,
        Some(_) => {
            diagnostics.push(unusable(place, "this is no list of codes".to_owned()));
            return Vec::new();
        }
    };
    let mut allowances = Vec::new();
    for (index, entry) in list.iter().enumerate() {
        let place = place.child(index);
        match code(entry) {
            Ok(code) => {
                diagnostics.allow(code);
                allowances.push(Allowance { code, place });
            }
            Err(problem) => diagnostics.push(unusable(place, problem)),
        }
    }
    allowances
}

/// Reports the codes of which there was nothing to allow.
pub(super) fn report_idle(allowances: &[Allowance], diagnostics: &mut Diagnostics) {
    for Allowance { code, place } in allowances {
        if diagnostics
            .allowed()
            .get(code)
            .is_some_and(|count| *count > 0)
        {
            continue;
        }
        let message = format!("there is nothing to report under `{}`", code.number());
        diagnostics.push(
            Diagnostic::new(Code::IdleAllowance, place.clone(), message)
                .label("has no effect")
                .help("take it out of the list"),
        );
    }
}

/// The code that an entry names, or what is wrong with it.
fn code(entry: &Value) -> Result<Code, String> {
    let Some(number) = entry.as_str() else {
        return Err(format!("{entry} is no code"));
    };
    match Code::from_number(number) {
        None => Err(format!("there is no code `{number}`")),
        Some(code) if code.severity() == Severity::Error => Err(format!(
            "`{number}` is an error, which can't be allowed: nothing can be made of such a document"
        )),
        Some(code) => Ok(code),
    }
}

fn unusable(place: Pointer, message: String) -> Diagnostic {
    Diagnostic::new(Code::Extension, place, message)
        .help("list codes of warnings and notes, as in `[E0310, E0901]`")
}
