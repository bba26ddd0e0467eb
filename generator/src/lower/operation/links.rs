//! Links (OpenAPI 3.0.3 §4.8.20). No code is made from them, but they have to lead somewhere.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Pointer, nearest};
use crate::ir::draft::Operation;
use crate::lower::context::Lowering;

impl Lowering<'_> {
    /// Reports the links of a response.
    pub(super) fn report_links(&mut self, place: &Pointer) {
        let links = place.child("links");
        for name in self.keys(&links) {
            let message = format!("no code is made from link `{name}`");
            let diagnostic = Diagnostic::new(Code::Link, links.child(&name), message);
            self.diagnostics.push(diagnostic.at_key());
        }
    }

    /// Reports links to operations that there are not.
    pub(super) fn check_links(&mut self, operations: &[Operation]) {
        let ids: BTreeSet<&str> = operations
            .iter()
            .filter_map(|operation| operation.id.as_deref())
            .collect();
        for link in self.links(operations) {
            let (by_id, by_place) = (link.child("operationId"), link.child("operationRef"));
            let text = |place| self.document.node(place).and_then(Value::as_str);
            if let Some(id) = text(&by_id).filter(|id| !ids.contains(id)) {
                let message = format!("no operation has the `operationId` `{id}`");
                let diagnostic = Diagnostic::new(Code::UnknownOperation, by_id, message);
                self.diagnostics
                    .push(match nearest(id, ids.iter().copied()) {
                        Some(near) => diagnostic.help(format!("did you mean `{near}`?")),
                        None => diagnostic,
                    });
            } else if let Some(reference) = text(&by_place)
                && reference.starts_with('#')
                && self.document.target(reference).is_err()
            {
                let message = format!("`operationRef` points nowhere: `{reference}`");
                self.report(Code::UnknownOperation, &by_place, message);
            }
        }
    }

    /// The places of all links, each once.
    fn links(&self, operations: &[Operation]) -> BTreeSet<Pointer> {
        let entries = |place: &Pointer| {
            let keys = self.keys(place).into_iter();
            keys.filter_map(|key| self.follow(&place.child(key)))
                .collect::<Vec<_>>()
        };
        let responses = operations
            .iter()
            .flat_map(|operation| entries(&operation.origin.0.child("responses")));
        let links = responses.flat_map(|response| entries(&response.child("links")));
        links.collect()
    }
}
