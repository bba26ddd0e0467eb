//! What has been found about a place that is used, and is worth saying.

use super::composition::Composition;
use crate::diagnostic::Code;
use crate::lower::context::Lowering;

impl Lowering<'_> {
    /// Reports contradictions, and the keywords of a place's own schemas that no type expresses.
    pub(super) fn report_findings(&mut self, composition: &Composition) {
        for contradiction in &composition.contradictions {
            self.diagnostics.push(contradiction.clone());
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
