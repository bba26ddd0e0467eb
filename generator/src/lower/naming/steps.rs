//! The steps that a pointer takes from schema to schema.

use crate::document::Pointer;
use crate::lower::operation::METHODS;

/// Whether a keyword has a schema, rather than an object or array of them.
pub(super) fn is_single(keyword: &str) -> bool {
    matches!(
        keyword,
        "items" | "additionalProperties" | "requestBody" | "schema"
    ) || METHODS.contains(&keyword)
}

/// A pointer without the steps at its end that others end with as well.
pub(super) fn without_shared_end(pointer: &Pointer, others: &[Pointer]) -> Pointer {
    let own = steps(pointer);
    let others: Vec<_> = others.iter().map(steps).collect();
    let is_shared = |back: usize| {
        let step = own.iter().nth_back(back);
        others
            .iter()
            .all(|other| other.iter().nth_back(back) == step)
    };
    let shortest = others.iter().map(Vec::len).chain([own.len()]).min();
    let most = shortest.unwrap_or_default().saturating_sub(1);
    let shared = (0..most).take_while(|back| is_shared(*back)).count();
    let kept = own.iter().take(own.len() - shared).flatten();
    kept.fold(Pointer::root(), |pointer, token| pointer.child(token))
}

/// The component, operation or path first, then a keyword each, with the key that follows it.
fn steps(pointer: &Pointer) -> Vec<Vec<String>> {
    let mut tokens = pointer.tokens();
    let mut steps = vec![tokens.by_ref().take(3).collect()];
    while let Some(keyword) = tokens.next() {
        let key = match is_single(&keyword) {
            true => None,
            false => tokens.next(),
        };
        steps.push([keyword].into_iter().chain(key).collect());
    }
    steps
}
