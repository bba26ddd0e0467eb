//! What reads documents.

use std::fs;
use std::sync::LazyLock;

use arbitrary::{Arbitrary, Unstructured};
use bindery::diagnostic::{Diagnostics, Form, Style};
use bindery::document::Document;
use bindery::source::Source;
use serde_json::Value;

use crate::demands::hold;
use crate::mutation::{Mutation, apply};
use crate::plain;

/// The longest document that a crate is made of here: each takes some time, and long ones find no more than short ones.
const LONGEST: usize = 16 << 10;

/// How many changes a document gets at most.
const MUTATIONS: usize = 8;

/// Reads a document, and writes what there is to say of it in every form.
///
/// # Panics
///
/// If the document is refused without a word.
pub fn load(bytes: &[u8]) {
    let mut diagnostics = Diagnostics::default();
    let source = Source::from_bytes("fuzz", bytes.to_vec());
    let read = Document::parse(&source, &mut diagnostics);
    assert!(
        read.is_some() || diagnostics.has_errors(),
        "nothing is said of why it is refused"
    );
    for form in [Form::Human, Form::Short, Form::Json] {
        let style = Style {
            form,
            colour: true,
            ..Style::default()
        };
        bindery::diagnostic::render(&source, &diagnostics, style);
    }
}

/// Makes a crate of a document.
///
/// # Panics
///
/// If anything does not hold of it that holds of every document.
pub fn pipeline(bytes: &[u8]) {
    let text = std::str::from_utf8(bytes).ok();
    if let Some(text) = text.filter(|text| text.len() < LONGEST) {
        hold(&Source::new("fuzz", text)).unwrap_or_else(|broken| panic!("{broken}"));
    }
}

/// Makes a crate of one of our documents or cases with some changes, all of which the bytes choose.
///
/// # Panics
///
/// If anything does not hold of it that holds of every document.
pub fn mutate(bytes: &[u8]) {
    let mut choices = Unstructured::new(bytes);
    let chosen = choices.choose(&*DOCUMENTS).and_then(|document| {
        let mutations = Vec::<Mutation>::arbitrary(&mut choices)?;
        Ok((document, mutations))
    });
    if let Ok((document, mutations)) = chosen {
        let mutations = &mutations[..mutations.len().min(MUTATIONS)];
        let document = apply(document, mutations);
        let source = Source::new("fuzz.json", document.to_string());
        hold(&source).unwrap_or_else(|broken| panic!("{broken}"));
    }
}

/// The documents of `specs/` and `tests/cases/` that can be read.
static DOCUMENTS: LazyLock<Vec<Value>> = LazyLock::new(|| {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let folders = ["specs", "tests/cases/accept", "tests/cases/reject"];
    let folders = folders.map(|folder| fs::read_dir(format!("{root}/{folder}")).expect("a folder"));
    let files = folders.into_iter().flatten();
    let mut files: Vec<_> = files.map(|file| file.expect("an entry").path()).collect();
    files.sort();
    let texts = files
        .iter()
        .map(|file| fs::read_to_string(file).expect("a document"));
    let read = |text: String| plain::read_any(&text).ok();
    texts.filter_map(read).filter(Value::is_object).collect()
});
