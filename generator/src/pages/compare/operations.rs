//! Operations that pages name.

use super::super::message::line;
use super::super::page::{OperationLine, Page};
use super::super::remark::{Place, Verdict};
use super::super::spec::Spec;
use super::{Comparison, Subject};
use crate::document::Pointer;
use crate::ir::api::Operation;

/// The operations that the pages are about: those that they name, or all, if they name none.
pub(super) fn meant<'a>(spec: &Spec<'a>, pages: &[Page]) -> Vec<&'a Operation> {
    let named: Vec<_> = pages
        .iter()
        .flat_map(lines)
        .filter_map(|(_, named)| spec.operation(named))
        .collect();
    let is_named =
        |operation: &&Operation| named.iter().any(|named| std::ptr::eq(*named, *operation));
    spec.api
        .operations()
        .filter(|operation| named.is_empty() || is_named(operation))
        .collect()
}

/// Every operation that a page names, with its line.
pub(super) fn lines(page: &Page) -> impl Iterator<Item = (usize, &OperationLine)> {
    let mentions = page
        .operations
        .iter()
        .map(|mention| (mention.line, &mention.operation));
    mentions.chain(page.calls.iter().map(|call| (call.line, &call.operation)))
}

impl<'a> Comparison<'a> {
    pub(super) fn compare_operations(&mut self, page: &'a Page) {
        for (number, named) in lines(page) {
            if let Some(operation) = self.spec.operation(named) {
                self.mentioned.insert(operation.origin.0.clone());
                continue;
            }
            let text = format!("{} {}", named.method, named.path);
            let message = format!(
                "the page names `{text}`, the document has no such operation{}",
                self.nearest(named)
            );
            let paths = Pointer::root().child("paths");
            let subject = Subject::left_out(Some(&paths), &text);
            let place = Place::line(&page.path, number);
            self.remark(Verdict::Missing, place, subject, message);
        }
    }

    /// What else the document has at the path.
    fn nearest(&self, named: &OperationLine) -> String {
        let at_path = self
            .spec
            .api
            .operations()
            .find(|operation| operation.path == named.path);
        at_path.map_or_else(String::new, |operation| {
            format!(" (but `{}`)", line(operation))
        })
    }
}
