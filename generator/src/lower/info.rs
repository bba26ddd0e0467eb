//! What is said about the API as a whole.

use indexmap::IndexMap;
use serde_json::Value;

use super::context::Lowering;
use crate::document::Pointer;
use crate::ir::draft::Operation;
use crate::ir::{Docs, Info};

impl Lowering<'_> {
    /// `info`, as far as a crate's metadata and docs use it. What is missing is empty.
    pub(crate) fn info(&self) -> Info {
        let info = Pointer::root().child("info");
        let text = |key: &str| self.text(&info.child(key));
        Info {
            title: text("title").unwrap_or_default(),
            version: text("version").unwrap_or_default(),
            description: text("description"),
            terms_of_service: text("termsOfService"),
            license: self.text(&info.child("license").child("name")),
            link: self.text(&Pointer::root().child("externalDocs").child("url")),
        }
    }

    /// Tags with their docs, in the document's order; tags that are only used follow.
    pub(crate) fn tags(&mut self, operations: &[Operation]) -> IndexMap<String, Docs> {
        let mut tags = IndexMap::new();
        for place in self.items(&Pointer::root().child("tags")) {
            let Some(tag) = self
                .document
                .read::<openapiv3::Tag>(&place, self.diagnostics)
            else {
                continue;
            };
            let docs = Docs {
                description: tag.description,
                link: tag.external_docs.map(|link| link.url),
                ..Docs::default()
            };
            tags.entry(tag.name).or_insert(docs);
        }
        for tag in operations.iter().flat_map(|operation| &operation.tags) {
            if !tags.contains_key(tag) {
                tags.insert(tag.clone(), Docs::default());
            }
        }
        tags
    }

    /// A scalar of the document as text; `None` if there is none or if it is empty.
    fn text(&self, pointer: &Pointer) -> Option<String> {
        let text = match self.document.node(pointer)? {
            Value::String(text) => text.clone(),
            value @ (Value::Number(_) | Value::Bool(_)) => value.to_string(),
            _ => return None,
        };
        (!text.trim().is_empty()).then_some(text)
    }
}
