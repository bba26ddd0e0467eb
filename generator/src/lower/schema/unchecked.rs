//! Keywords that limit values in ways that no type expresses.

use super::composition::Composition;
use crate::diagnostic::Code;
use crate::lower::context::Lowering;

impl Lowering<'_> {
    /// Reports the keywords of a place's own schemas that no type expresses.
    pub(super) fn report_unchecked(&mut self, composition: &Composition) {
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
