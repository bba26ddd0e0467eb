//! Recording the names that depend on each other.

use super::file_stem;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::Document;
use crate::lower::lower;
use crate::recorded::Ledger;
use crate::resolve::{Options, resolve};
use crate::source::Source;

/// What recording the names of a document has come to.
#[derive(Clone, Debug)]
pub struct Recording {
    /// The new text of the names file; `None` if it stays as it is, or is not needed.
    pub text: Option<String>,
    /// How many names are recorded that were not before.
    pub added: usize,
    /// What there is to say of entries that are taken out because they name nothing.
    pub dropped: Vec<Diagnostic>,
}

/// Records the names of a document that neighbours decide on, as they would be emitted now: see
/// [`recorded`](crate::recorded). Entries that are there and name something are kept.
///
/// `None` if the document or the names beside it are refused; generating says why.
pub fn record_names(source: &Source) -> Option<Recording> {
    let mut diagnostics = Diagnostics::default();
    let document = Document::parse(source, &mut diagnostics)?;
    let draft = lower(&document, &mut diagnostics);
    let options = Options {
        module: file_stem(source).to_owned(),
        source: source.path().to_owned(),
    };
    let mut ledger = Ledger::read(source, &document);
    resolve(&draft, &options, &mut ledger, &mut diagnostics);
    if diagnostics.has_errors() || ledger.has_mistakes() {
        return None;
    }
    let dropped = ledger.idle();
    if !dropped.is_empty() {
        ledger = ledger.without_idle();
        resolve(&draft, &options, &mut ledger, &mut diagnostics);
    }
    let (text, added) = ledger.write(source, &document);
    Some(Recording {
        text: Some(text).filter(|_| added > 0 || !dropped.is_empty()),
        added,
        dropped,
    })
}
