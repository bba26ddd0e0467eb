//! Operations: what is sent, where to, and what comes back.

mod body;
mod events;
mod example;
mod header;
mod ids;
mod incoming;
mod links;
mod multipart;
mod paging;
mod parameter;
mod parameters;
mod paths;
mod payload;
mod prefixes;
mod response;
mod retry;
mod security;
mod servers;

pub(crate) use response::statuses;

use super::context::Lowering;
use crate::document::Pointer;
use crate::ir::draft::Operation;
use crate::ir::{Docs, Origin};

/// The methods that a path item can describe (OpenAPI 3.0.3 §4.8.9).
pub(crate) const METHODS: [&str; 8] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

impl Lowering<'_> {
    /// Every operation of the document, in its order.
    pub(crate) fn operations(&mut self) -> Vec<Operation> {
        let paths = Pointer::root().child("paths");
        let mut operations = Vec::new();
        let keys = self.keys(&paths);
        self.check_paths(&keys, &paths);
        for path in keys {
            let Some(item) = self.follow(&paths.child(&path)) else {
                continue;
            };
            for method in self.methods(&item) {
                let place = item.child(&method);
                self.operation_places
                    .insert(place.clone(), operations.len());
                operations.push(self.operation(&path, &method, &item, &place));
            }
        }
        self.check_operation_ids(&operations);
        self.check_links(&operations);
        operations
    }

    /// The methods of a path item, in the document's order.
    fn methods(&self, item: &Pointer) -> Vec<String> {
        let mut keys = self.keys(item);
        keys.retain(|key| METHODS.contains(&key.as_str()));
        keys
    }

    fn operation(
        &mut self,
        path: &str,
        method: &str,
        item: &Pointer,
        place: &Pointer,
    ) -> Operation {
        let node: openapiv3::Operation = self
            .document
            .read(place, self.diagnostics)
            .unwrap_or_default();
        let mut operation = Operation {
            id: (node.operation_id.clone()).filter(|id| !id.trim().is_empty()),
            method: method.to_ascii_uppercase(),
            path: path.to_owned(),
            tags: node.tags.clone(),
            rust_name: rust_name(&node),
            docs: docs(&node),
            parameters: self.parameters(path, item, place),
            body: self.body(&place.child("requestBody")),
            responses: self.responses(method, &place.child("responses")),
            security: self.operation_security(place),
            server: self.own_server(item, place),
            paging: None,
            retry_rule: self.retry_rule(place),
            origin: Origin(place.clone()),
        };
        operation.paging = self.paging(&operation);
        operation
    }
}

/// What is said of an operation in prose.
fn docs(node: &openapiv3::Operation) -> Docs {
    Docs {
        summary: node.summary.clone(),
        description: node.description.clone(),
        deprecated: node.deprecated,
        link: node.external_docs.as_ref().map(|link| link.url.clone()),
        ..Docs::default()
    }
}

/// `x-rust-name`.
fn rust_name(node: &openapiv3::Operation) -> Option<String> {
    let name = node.extensions.get("x-rust-name")?.as_str();
    name.map(str::to_owned)
}
