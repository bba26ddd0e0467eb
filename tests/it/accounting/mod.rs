//! An accounting: each operation, parameter, property, enum value, status and media type of a document is either in the
//! emitted code or in the report.
//!
//! Both sides are read here by their own means: the document as plain YAML, the code as tokens. Nothing of the generator
//! but its result takes part.

mod code;
mod document;
mod report;

use bindery::Strictness;
use bindery::source::Source;

use crate::cases::{cases, further_documents, specs};
use crate::plain;
use code::Code;
use document::{Item, items};
use report::Reported;

#[test]
fn nothing_of_a_document_is_lost_in_silence() {
    let cases = cases("accept").into_iter().map(|case| case.source);
    let documents = cases.chain(specs()).chain(further_documents());
    let mut lost = Vec::new();
    let mut counted = 0;
    for source in documents {
        let items = items(&plain::read(&source));
        counted += items.len();
        lost.extend(unaccounted(&source, &items));
    }
    assert!(
        lost.is_empty(),
        "{} of {counted} are lost:\n{}",
        lost.len(),
        lost.join("\n")
    );
    assert!(
        counted > 500,
        "only {counted} things were found to account for"
    );
}

/// What is neither in the code nor in the report.
fn unaccounted(source: &Source, items: &[Item]) -> Vec<String> {
    let generated = bindery::generate_standalone(source, "case", Strictness::Lenient);
    let reported = Reported::of(&generated.reports);
    let tree = generated
        .tree
        .unwrap_or_else(|| panic!("{} is refused", source.path()));
    let code = Code::of(&tree);
    let lost = (items.iter()).filter(|item| !code.holds(item) && !reported.mentions(&item.pointer));
    lost.map(|item| format!("{}: {item}", source.path()))
        .collect()
}
