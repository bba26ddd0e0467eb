//! Saved pages of documentation, held against a document that is transcribed from them.
//!
//! Both are taken apart into facts: fields, values, operations, bounds. [`compare`] says which facts of the pages the
//! document lacks, which of the document's the pages don't mention, and what can't be told; and for every JSON sample,
//! which type it is taken for. Whether it decodes as that type, only the emitted crate can say.

mod comments;
mod compare;
mod message;
mod page;
mod remark;
mod spec;

pub use remark::{Findings, Place, Reason, Remark, Sample, TakenFor, Verdict};

use self::compare::Comparison;
use self::page::Page;
use self::spec::Spec;
use crate::document::Document;
use crate::ir::api::Api;
use crate::source::Source;

/// Holds pages against a document. `source` is the text that the document was read from.
pub fn compare(source: &Source, document: &Document, api: &Api, pages: &[Source]) -> Findings {
    let spec = Spec::new(source, document, api);
    let pages: Vec<Page> = pages.iter().map(Page::read).collect();
    Comparison::new(&spec, &pages).run()
}
