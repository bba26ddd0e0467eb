//! Documentation pages beside the document that is transcribed from them.

use super::{Generated, Report, Strictness, read, read_with};
use crate::document::Document;
use crate::emit::{self, ProgramPackage};
use crate::ir::api::Api;
use crate::ir::{Selection, Type};
use crate::pages::{Findings, compare};
use crate::render::render;
use crate::source::Source;

/// Holds saved pages of documentation against a document: see [`compare`]. `None` if the document is refused.
pub fn compare_pages(source: &Source, name: &str, pages: &[Source]) -> (Option<Findings>, Report) {
    let mut findings = None;
    let inspect =
        |document: &Document, api: &Api| findings = Some(compare(source, document, api, pages));
    let whole = Selection::default();
    let (api, report) = read_with(source, name, &whole, &Strictness::Lenient.into(), inspect);
    (api.and(findings), report)
}

/// Generates a program that decodes JSON as types of the crate that [`generate_standalone`](super::generate_standalone)
/// makes of the same document under the same name: see [`emit::decoding_program`].
///
/// `path` is the folder of that crate, seen from the program's.
pub fn generate_decoding_program(
    source: &Source,
    name: &str,
    path: &str,
    types: &[Type],
) -> Generated {
    let (api, report) = read(
        source,
        name,
        &Selection::default(),
        &Strictness::Lenient.into(),
    );
    let package = ProgramPackage { client: name, path };
    Generated {
        tree: api.map(|api| render(emit::decoding_program(&api, types, package))),
        reports: vec![report],
    }
}
