//! What is longer than anybody reads or writes by hand: cut, so that no document takes more time than its size is worth.

use serde_json::Value;

use super::Check;
use crate::document::walk::Place;

/// How many items a list of OpenAPI may have: values of an `enum`, members of a `oneOf`, parameters. The longest of
/// those that are published have some hundreds.
const ITEMS: usize = 10_000;

/// How long a text of OpenAPI may be, in bytes: a description, a title, a name.
const BYTES: usize = 64 << 10;

impl Check<'_> {
    /// Leaves out what stands beyond the longest list.
    pub(super) fn cut_list(&mut self, items: &mut Vec<Value>, place: Place<'_>) {
        if items.len() <= ITEMS {
            return;
        }
        let expected = format!("a list of at most {ITEMS} items");
        let found = format!("a list of {} items", items.len());
        self.malformed(
            place,
            &expected,
            &found,
            &format!("the first {ITEMS} are read"),
        );
        items.truncate(ITEMS);
    }

    /// Leaves out what stands beyond the longest text.
    pub(super) fn cut_text(&mut self, text: &mut String, place: Place<'_>) {
        if text.len() <= BYTES {
            return;
        }
        let expected = format!("a text of at most {BYTES} bytes");
        let found = format!("a text of {} bytes", text.len());
        self.malformed(place, &expected, &found, "what stands beyond is left out");
        let end = (0..=BYTES).rev().find(|end| text.is_char_boundary(*end));
        text.truncate(end.unwrap_or_default());
    }
}
