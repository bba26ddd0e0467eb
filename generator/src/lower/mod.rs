//! Lowering: from a document's nodes to a draft in which every reference is a type id.
//!
//! Every schema component has its id before any is filled in, so that cycles of references are nothing special. Inline
//! types get theirs when they are met and are filled in later, from a queue: the depth of the call stack follows the
//! nesting of the document, never the length of a chain of references.

mod context;
mod info;
mod media_type;
mod naming;
mod operation;
mod place;
mod recursion;
mod schema;
mod types;

use crate::diagnostic::Diagnostics;
use crate::document::Document;
use crate::ir::draft::Draft;
use context::Lowering;

/// Lowers a document. Never fails: what can't be used is reported, and kept in a lesser form or left out.
pub fn lower(document: &Document, diagnostics: &mut Diagnostics) -> Draft {
    let mut lowering = Lowering::new(document, diagnostics);
    lowering.allocate_components();
    let operations = lowering.operations();
    let incoming = lowering.incoming_requests();
    lowering.fill_types();
    Draft {
        info: lowering.info(),
        servers: lowering.servers(),
        security: lowering.default_security(),
        tags: lowering.tags(&operations),
        schemes: std::mem::take(&mut lowering.schemes),
        types: lowering.into_types(),
        operations,
        incoming,
    }
}
