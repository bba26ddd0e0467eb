//! The only encoding that is read: UTF-8.

use super::Pointer;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Position};
use crate::source::{Encoding, Source};

/// Whether a source can be read; if not, an error was pushed.
pub(super) fn check(source: &Source, diagnostics: &mut Diagnostics) -> bool {
    let error = |message| Diagnostic::new(Code::Encoding, Pointer::root(), message);
    let diagnostic = match source.encoding() {
        Encoding::Utf8 => return true,
        Encoding::Utf16 => error("the file is UTF-16, and only UTF-8 is read")
            .help("save it as UTF-8, for example with `iconv -f UTF-16 -t UTF-8`"),
        Encoding::Unknown(byte) => error("the file is not UTF-8")
            .at(position(source.text(), byte))
            .label("this is where it stops being UTF-8")
            .help("save the file as UTF-8"),
    };
    diagnostics.push(diagnostic);
    false
}

fn position(text: &str, byte: usize) -> Position {
    let before = text.get(..byte).unwrap_or_default();
    let line = before.rsplit('\n').next().unwrap_or_default();
    Position {
        line: before.matches('\n').count() + 1,
        column: line.chars().count() + 1,
    }
}
