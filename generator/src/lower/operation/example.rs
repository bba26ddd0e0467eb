//! Examples of parameters and bodies.

use serde_json::Value;

use crate::document::Pointer;
use crate::lower::context::Lowering;

impl Lowering<'_> {
    /// The values of `example` and `examples` of a parameter or a media type, in the document's order.
    pub(super) fn examples(&self, place: &Pointer) -> Vec<Value> {
        let single = self.document.node(&place.child("example")).cloned();
        let list = place.child("examples");
        let named = self.keys(&list).into_iter().filter_map(|name| {
            let entry = self.follow(&list.child(name))?;
            self.document.node(&entry.child("value")).cloned()
        });
        single.into_iter().chain(named).collect()
    }
}
