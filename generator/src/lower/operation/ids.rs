//! `operationId`s, which have to be unique (OpenAPI 3.0.3 §4.8.10).

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::ir::draft::Operation;
use crate::lower::context::Lowering;

impl Lowering<'_> {
    /// Reports every `operationId` that an operation before has already.
    pub(super) fn check_operation_ids(&mut self, operations: &[Operation]) {
        let mut seen = BTreeMap::new();
        for operation in operations {
            let Some(id) = operation.id.as_deref() else {
                continue;
            };
            let place = operation.origin.0.child("operationId");
            let first = seen.entry(id).or_insert_with(|| place.clone());
            if *first == place {
                continue;
            }
            let message = format!("`{id}` is the `operationId` of two operations");
            let diagnostic = Diagnostic::new(Code::DuplicateOperationId, place, message)
                .related(first.clone(), "the first one")
                .note("the Rust names are told apart by tag, method or path")
                .help("give each operation an `operationId` of its own");
            self.diagnostics.push(diagnostic);
        }
    }
}
