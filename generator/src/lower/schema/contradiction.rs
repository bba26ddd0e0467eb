//! Demands that no value can satisfy at once.

use crate::diagnostic::{Code, Diagnostic};
use crate::document::Pointer;

/// Says that what stands at a place contradicts what stands at another.
pub(super) fn contradiction(
    pointer: &Pointer,
    other: Pointer,
    message: impl Into<String>,
) -> Diagnostic {
    Diagnostic::new(Code::Contradiction, pointer.clone(), message)
        .related(other, "contradicts this")
        .help("make the two agree; until then the one that comes last counts")
}
