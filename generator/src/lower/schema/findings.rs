//! What has been found about a place that is used, and is worth saying.

use serde_json::Value;

use super::composition::Composition;
use super::docs::SECRET;
use super::kind::Kind;
use super::union::EXPANDABLE;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::SchemaNode;
use crate::lower::context::Lowering;

impl Lowering<'_> {
    /// Reports findings, and the keywords of a place's own schemas that no type expresses.
    pub(super) fn report_findings(&mut self, composition: &Composition) {
        for contradiction in &composition.findings {
            self.diagnostics.push(contradiction.clone());
        }
        if composition.unions.is_empty() && composition.extension(EXPANDABLE).is_some() {
            let schema = composition
                .inline()
                .find(|schema| schema.data.extensions.contains_key(EXPANDABLE));
            let pointer = schema
                .map(|schema| schema.pointer.clone())
                .unwrap_or_default();
            self.report_expandable(&pointer);
        }
        for member in composition.members.iter().filter(|member| member.inline) {
            let schema = &member.schema;
            self.report_idle_secret(composition, schema);
            self.report_other_types(composition.kind, schema);
            if schema.keywords.not.is_some() && !schema.is_never() {
                let message = "`not` can't be expressed by a type; the API is left to check it";
                self.report(
                    Code::UncheckedKeyword,
                    &schema.pointer.child("not"),
                    message,
                );
            }
        }
    }

    /// Reports a mark on what isn't a plain text: `Debug` hides nothing else.
    fn report_idle_secret(&mut self, composition: &Composition, schema: &SchemaNode) {
        let is_marked = schema.data.extensions.get(SECRET) == Some(&Value::Bool(true));
        let is_text = composition.kind == Some(Kind::String) && composition.enumeration.is_none();
        if is_marked && !is_text {
            let message = format!("`{SECRET}` has no effect here");
            let place = schema.pointer.child(SECRET);
            self.report_extension(
                place,
                message,
                "it hides texts: put it on each text in this",
            );
        }
    }

    /// Reports what a schema says of values that it doesn't allow (JSON Schema 2020-12, validation §6: a keyword has no
    /// effect on values of other types than its own).
    fn report_other_types(&mut self, kind: Option<Kind>, schema: &SchemaNode) {
        let keywords = &schema.keywords;
        if keywords.typ.as_deref() == Some("null") && !schema.is_null() {
            let message = "`type` allows null alone, and what stands beside it other values; both are taken as allowed";
            let diagnostic =
                Diagnostic::new(Code::Contradiction, schema.pointer.child("type"), message)
                    .help("list the types of all values");
            self.diagnostics.push(diagnostic);
        }
        let Some(kind) = kind else { return };
        let misplaced = [
            ("properties", Kind::Object, !keywords.properties.is_empty()),
            ("items", Kind::Array, keywords.items.is_some()),
        ];
        for (keyword, own, stated) in misplaced {
            if stated && kind != own {
                let message = format!("`{keyword}` has no effect on values of type `{kind}`");
                let diagnostic = Diagnostic::new(
                    Code::OtherType,
                    schema.pointer.child(keyword),
                    message,
                )
                .at_key()
                .help(format!(
                    "if an {own} is meant, say `type: {own}`; otherwise leave `{keyword}` out"
                ));
                self.diagnostics.push(diagnostic);
            }
        }
    }
}
