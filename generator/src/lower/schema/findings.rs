//! What has been found about a place that is used, and is worth saying.

use super::composition::Composition;
use super::union::EXPANDABLE;
use crate::diagnostic::Code;
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
}
