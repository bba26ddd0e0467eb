//! Which object of OpenAPI stands at a place, going by the place alone.

use super::{DOCUMENT, Definition, Form};
use crate::document::Pointer;

/// The object that OpenAPI puts at a place of a document; `None` where it says nothing, as below an extension.
pub(in crate::document) fn definition_at(pointer: &Pointer) -> Option<&'static Definition> {
    definition_within(&DOCUMENT, pointer.tokens())
}

/// The object that OpenAPI puts at a place within another.
pub(in crate::document) fn definition_within(
    definition: &'static Definition,
    mut tokens: impl Iterator<Item = String>,
) -> Option<&'static Definition> {
    let Some(first) = tokens.next() else {
        return Some(definition);
    };
    let form = definition.form(&first)?;
    tokens
        .try_fold(form, |form: &'static Form, token| form.inner(&token))?
        .definition()
}
