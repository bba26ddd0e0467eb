//! Variants that nothing tells apart.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::api::{Shape, Union};
use crate::ir::draft;
use crate::names::Identifier;

/// Reports variants that look the same on the wire: only the first of them is ever read.
pub(super) fn report(
    draft: &draft::Union,
    union: &Union,
    name: &Identifier,
    diagnostics: &mut Diagnostics,
) {
    let mut seen: BTreeMap<String, &Identifier> = BTreeMap::new();
    for (variant, source) in union.variants.iter().zip(&draft.variants) {
        if union.tag.is_some() && !variant.tags.is_empty() {
            continue;
        }
        let evidence = evidence(&variant.shape);
        if let Some(first) = seen.get(&evidence) {
            let message = format!(
                "nothing tells the variants `{first}` and `{}` of `{name}` apart: such a value is read as `{first}`",
                variant.name
            );
            let diagnostic =
                Diagnostic::new(Code::AmbiguousVariants, source.origin.0.clone(), message);
            diagnostics.push(diagnostic.help(
                "add a discriminator, or a required property with a single value (`enum: [value]`) to each variant",
            ));
        } else {
            seen.insert(evidence, &variant.name);
        }
    }
}

/// A shape without its order, written down to be compared.
fn evidence(shape: &Shape) -> String {
    match shape {
        Shape::Object {
            required,
            optional,
            constants,
        } => {
            let (required, optional) = (sorted(required), sorted(optional));
            format!("object {required:?} {optional:?} {:?}", sorted(constants))
        }
        Shape::String(texts) => format!("text {:?}", sorted(texts)),
        Shape::Array(Some(items)) => format!("array of {}", evidence(items)),
        other => format!("{other:?}"),
    }
}

fn sorted<T: Ord>(list: &[T]) -> Vec<&T> {
    let mut list: Vec<&T> = list.iter().collect();
    list.sort();
    list
}
