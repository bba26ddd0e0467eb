//! Recording the names that depend on each other.

use std::collections::{BTreeMap, BTreeSet};

use super::file_stem;
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::document::Document;
use crate::ir::draft::Draft;
use crate::lower::lower;
use crate::recorded::Ledger;
use crate::resolve::{Options, resolve};
use crate::source::Source;

/// How often names of an earlier edition are looked for: a name that is kept may take another one's.
const ROUNDS: usize = 8;

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

/// Records the names of a document that neighbours decide on: see [`recorded`](crate::recorded).
///
/// Entries that are there and name something are kept. What had a name in an `earlier` edition keeps that; everything else
/// has the name that it would have without being recorded.
///
/// `None` if the document or the names beside it are refused; generating says why. An earlier edition that is refused
/// counts for nothing.
pub fn record_names(source: &Source, earlier: Option<&Source>) -> Option<Recording> {
    let edition = Edition::read(source)?;
    let mut ledger = edition.resolve(edition.recorded());
    if ledger.has_mistakes() {
        return None;
    }
    let dropped = ledger.idle();
    if let Some(earlier) = earlier.and_then(Edition::read) {
        ledger = edition.keep(ledger, &earlier);
    }
    let ledger = edition.resolve(ledger.again(BTreeMap::new()));
    let (text, added) = ledger.write(source, &edition.document);
    Some(Recording {
        text: Some(text).filter(|_| added > 0 || !dropped.is_empty()),
        added,
        dropped,
    })
}

/// A document that is ready to be given names.
struct Edition<'a> {
    source: &'a Source,
    document: Document,
    draft: Draft,
}

impl<'a> Edition<'a> {
    fn read(source: &'a Source) -> Option<Self> {
        let mut diagnostics = Diagnostics::default();
        let document = Document::parse(source, &mut diagnostics)?;
        let draft = lower(&document, &mut diagnostics);
        (!diagnostics.has_errors()).then_some(Self {
            source,
            document,
            draft,
        })
    }

    fn recorded(&self) -> Ledger {
        Ledger::read(self.source, &self.document)
    }

    /// Gives everything its name.
    fn resolve(&self, mut ledger: Ledger) -> Ledger {
        let options = Options {
            module: file_stem(self.source).to_owned(),
            source: self.source.path().to_owned(),
        };
        resolve(
            &self.draft,
            &options,
            &mut ledger,
            &mut Diagnostics::default(),
        );
        ledger
    }

    /// Gives back the names that things had in an earlier edition.
    fn keep(&self, mut ledger: Ledger, earlier: &Self) -> Ledger {
        let former = earlier.resolve(earlier.recorded());
        let mut tried = BTreeSet::new();
        for _ in 0..ROUNDS {
            let names =
                ledger.former_names(&self.document, (&former, &earlier.document), &mut tried);
            if names.is_empty() {
                break;
            }
            ledger = self.resolve(ledger.again(names));
        }
        ledger
    }
}
