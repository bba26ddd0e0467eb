//! What a schema says for its readers, and what the extensions on it ask for.

use serde_json::Value;

use super::composition::Composition;
use super::limits::limits;
use crate::document::SchemaNode;
use crate::ir::Docs;

/// The extension that says that `Debug` must not show a text.
pub(super) const SECRET: &str = "x-bindery-secret";

impl Composition {
    /// Prose and limits of the place itself; those of what it refers to stay there.
    pub(crate) fn docs(&self) -> Docs {
        let mut docs = Docs::default();
        for schema in self.inline() {
            let data = &schema.data;
            docs.summary = docs.summary.or_else(|| text(data.title.as_ref()));
            docs.description = docs.description.or_else(|| text(data.description.as_ref()));
            docs.default = docs.default.or_else(|| data.default.clone());
            if docs.examples.is_empty() {
                docs.examples = schema.examples();
            }
            let link = data.external_docs.as_ref().map(|link| link.url.clone());
            docs.link = docs.link.or(link);
            docs.deprecated |= data.deprecated;
        }
        for limit in self
            .inline()
            .flat_map(limits)
            .chain(self.limits.iter().cloned())
        {
            if !docs.limits.contains(&limit) {
                docs.limits.push(limit);
            }
        }
        docs
    }

    /// `title`.
    pub(crate) fn title(&self) -> Option<String> {
        self.inline()
            .find_map(|schema| text(schema.data.title.as_ref()))
    }

    /// Whether `Debug` must not show the value.
    pub(crate) fn is_secret(&self) -> bool {
        self.members.iter().any(|member| {
            member.schema.keywords.format.as_deref() == Some("password")
                || member.schema.data.extensions.get(SECRET) == Some(&Value::Bool(true))
        })
    }

    /// An extension of the place itself.
    pub(crate) fn extension(&self, key: &str) -> Option<&Value> {
        self.inline()
            .find_map(|schema| schema.data.extensions.get(key))
    }

    /// `x-rust-name`.
    pub(crate) fn rust_name(&self) -> Option<String> {
        self.extension("x-rust-name")?.as_str().map(str::to_owned)
    }
}

/// A text that says something.
fn text(text: Option<&String>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty()).cloned()
}

/// Whether a flag is set on a schema that is part of the place.
pub(crate) fn any(composition: &Composition, flag: impl Fn(&SchemaNode) -> bool) -> bool {
    composition
        .members
        .iter()
        .any(|member| flag(&member.schema))
}
