//! A document's text and the name it goes by in messages and in the output.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A document as it was read: its text and the path that messages and generated headers show.
///
/// The path is relative and uses `/` on every system, so that output and messages are the same on every machine.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    path: Arc<str>,
    text: Arc<str>,
    encoding: Encoding,
    names: Option<Arc<Source>>,
}

/// What the paths of names files end with.
const NAMES: &str = "names.yaml";

/// Where the names that are recorded for a document stand: in `petstore.names.yaml` for `petstore.yaml` and for
/// `petstore.json`. See [`recorded`](crate::recorded).
pub fn names_path(document: &Path) -> PathBuf {
    document.with_extension(NAMES)
}

/// Whether a file is one with names that are recorded for a document, and so no document itself.
pub fn is_names_path(file: &Path) -> bool {
    let name = file.file_name().and_then(OsStr::to_str);
    name.and_then(|name| name.strip_suffix(NAMES))
        .is_some_and(|stem| stem.ends_with('.'))
}

/// How the bytes of a file stood for text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, with or without a byte order mark: the only one that documents are read in.
    Utf8,
    /// UTF-16. The text is there to be shown.
    Utf16,
    /// None of these. The text is UTF-8 up to this byte of it, and has replacement characters from there on.
    Unknown(usize),
}

/// How a document is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Syntax {
    /// JSON (RFC 8259).
    Json,
    /// YAML 1.2, with the merge keys of 1.1.
    Yaml,
}

impl Source {
    /// Names a text. Backslashes of the path become `/`; a byte order mark at the start of the text is dropped.
    pub fn new(path: &str, text: impl Into<Arc<str>>) -> Self {
        let text: Arc<str> = text.into();
        Self {
            path: path.replace('\\', "/").into(),
            text: text
                .strip_prefix(BYTE_ORDER_MARK)
                .map_or_else(|| Arc::clone(&text), Arc::from),
            encoding: Encoding::Utf8,
            names: None,
        }
    }

    /// Puts the names beside the document that are recorded for it, if there is a file of them.
    #[must_use]
    pub fn with_names(self, names: Option<Self>) -> Self {
        Self {
            names: names.map(Arc::new),
            ..self
        }
    }

    /// The names that are recorded for the document, if there is a file of them.
    pub fn names(&self) -> Option<&Self> {
        self.names.as_deref()
    }

    /// What messages call the file with the names that are recorded for the document, or that it would have.
    pub fn names_path(&self) -> String {
        match &self.names {
            Some(names) => names.path().to_owned(),
            None => names_path(Path::new(self.path()))
                .to_string_lossy()
                .replace('\\', "/"),
        }
    }

    /// Names the text of a file. Of bytes that aren't UTF-8, as much as can be shown is text; reading the document reports
    /// that.
    pub fn from_bytes(path: &str, bytes: Vec<u8>) -> Self {
        let (text, encoding) = match utf16(&bytes) {
            Some(text) => (text, Encoding::Utf16),
            None => match String::from_utf8(bytes) {
                Ok(text) => (text, Encoding::Utf8),
                Err(error) => {
                    let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
                    let mark = match text.starts_with(BYTE_ORDER_MARK) {
                        true => BYTE_ORDER_MARK.len_utf8(),
                        false => 0,
                    };
                    let valid = error.utf8_error().valid_up_to();
                    (text, Encoding::Unknown(valid.saturating_sub(mark)))
                }
            },
        };
        Self {
            encoding,
            ..Self::new(path, text)
        }
    }

    /// How the text is written down: by the extension of its path, or else by whether it starts like an object of JSON.
    pub fn syntax(&self) -> Syntax {
        match Path::new(self.path()).extension().and_then(OsStr::to_str) {
            Some("json") => Syntax::Json,
            Some("yaml" | "yml") => Syntax::Yaml,
            _ if self.text.trim_start().starts_with('{') => Syntax::Json,
            _ => Syntax::Yaml,
        }
    }

    /// How the bytes of its file stood for text.
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// The path as messages show it.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The document's text.
    pub fn text(&self) -> &str {
        &self.text
    }
}

const BYTE_ORDER_MARK: char = '\u{feff}';

/// The text of UTF-16, which a byte order mark gives away, or else that one byte of the first character, which is ASCII in
/// JSON and mostly so in YAML, is zero (YAML 1.2.2 §5.2).
fn utf16(bytes: &[u8]) -> Option<String> {
    let (first, _) = bytes.split_first_chunk::<2>()?;
    let unit = match first {
        [0xff, 0xfe] | [1..=0xff, 0] => u16::from_le_bytes,
        [0xfe, 0xff] | [0, 1..=0xff] => u16::from_be_bytes,
        _ => return None,
    };
    let (units, _) = bytes.as_chunks::<2>();
    let units: Vec<u16> = units.iter().copied().map(unit).collect();
    Some(String::from_utf16_lossy(&units))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{Encoding, Source, is_names_path, names_path};

    #[test]
    fn bytes_are_read_as_utf8_and_shown_otherwise() {
        let cases: [(&[u8], Encoding, &str); 6] = [
            (b"\xef\xbb\xbfa: \xc3\xa9", Encoding::Utf8, "a: é"),
            (b"a\n\xc3\xa9\xff", Encoding::Unknown(4), "a\né\u{fffd}"),
            (b"\xef\xbb\xbfa\xff", Encoding::Unknown(1), "a\u{fffd}"),
            (b"\xff\xfea\0b\0", Encoding::Utf16, "ab"),
            (b"\xfe\xff\0a\0b", Encoding::Utf16, "ab"),
            (b"a\0b\0", Encoding::Utf16, "ab"),
        ];
        for (bytes, encoding, text) in cases {
            let source = Source::from_bytes("a.yaml", bytes.to_vec());
            assert_eq!((source.encoding(), source.text()), (encoding, text));
        }
    }

    #[test]
    fn names_stand_beside_their_document() {
        for (document, names) in [
            ("specs/creem.yaml", "specs/creem.names.yaml"),
            ("api.v1.json", "api.v1.names.yaml"),
            ("openapi", "openapi.names.yaml"),
        ] {
            assert_eq!(names_path(Path::new(document)), Path::new(names));
            assert_eq!(Source::new(document, "").names_path(), names);
            assert!(is_names_path(Path::new(names)));
            assert!(!is_names_path(Path::new(document)));
        }
        assert!(!is_names_path(Path::new("specs/pet_names.yaml")));
    }
}
