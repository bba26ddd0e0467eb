//! From bytes to text.

use std::str::Utf8Error;

use super::Pointer;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Position};
use crate::source::Source;

/// Makes a source of a file's bytes, which have to be UTF-8, with or without a byte order mark.
///
/// Of other bytes, an error is pushed; the source then shows as much of them as can be read.
pub fn decode(path: &str, bytes: Vec<u8>, diagnostics: &mut Diagnostics) -> Source {
    if let Some(text) = utf16(&bytes) {
        diagnostics.push(
            Diagnostic::new(
                Code::Encoding,
                Pointer::root(),
                "the file is UTF-16, and only UTF-8 is read",
            )
            .help("save it as UTF-8, for example with `iconv -f UTF-16 -t UTF-8`"),
        );
        return Source::new(path, text);
    }
    match String::from_utf8(bytes) {
        Ok(text) => Source::new(path, text),
        Err(error) => {
            diagnostics.push(not_utf8(error.as_bytes(), error.utf8_error()));
            Source::new(path, String::from_utf8_lossy(error.as_bytes()))
        }
    }
}

/// The text of UTF-16 with a byte order mark.
fn utf16(bytes: &[u8]) -> Option<String> {
    let (mark, units) = bytes.split_first_chunk::<2>()?;
    let unit = match mark {
        [0xff, 0xfe] => u16::from_le_bytes,
        [0xfe, 0xff] => u16::from_be_bytes,
        _ => return None,
    };
    let (units, _) = units.as_chunks::<2>();
    let units: Vec<u16> = units.iter().copied().map(unit).collect();
    Some(String::from_utf16_lossy(&units))
}

fn not_utf8(bytes: &[u8], error: Utf8Error) -> Diagnostic {
    let (valid, _) = bytes.split_at(error.valid_up_to());
    let valid = String::from_utf8_lossy(valid);
    let line = valid
        .lines()
        .last()
        .filter(|_| !valid.ends_with('\n'))
        .unwrap_or_default();
    let position = Position {
        line: valid.matches('\n').count() + 1,
        column: line.chars().count() + 1,
    };
    Diagnostic::new(Code::Encoding, Pointer::root(), "the file is not UTF-8")
        .at(position)
        .label("this is where it stops being UTF-8")
        .help("save the file as UTF-8")
}

#[cfg(test)]
mod tests {
    use super::decode;
    use crate::diagnostic::{Code, Diagnostics, Position};

    #[test]
    fn only_utf8_is_read() {
        let cases: [(&[u8], Option<Position>, &str); 4] = [
            (b"\xef\xbb\xbfa: \xc3\xa9", None, "a: é"),
            (
                b"a\n\xc3\xa9\xff",
                Some(Position { line: 2, column: 2 }),
                "a\né\u{fffd}",
            ),
            (b"\xff\xfea\0b\0", None, "ab"),
            (b"\xfe\xff\0a\0b", None, "ab"),
        ];
        for (bytes, position, text) in cases {
            let mut diagnostics = Diagnostics::default();
            let source = decode("a.yaml", bytes.to_vec(), &mut diagnostics);
            assert_eq!(source.text(), text);
            let found = diagnostics
                .iter()
                .find(|diagnostic| diagnostic.code == Code::Encoding);
            assert_eq!(found.and_then(|diagnostic| diagnostic.position), position);
            assert_eq!(diagnostics.has_errors(), !bytes.starts_with(b"\xef"));
        }
    }
}
