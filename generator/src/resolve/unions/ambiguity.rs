//! Variants that nothing tells apart.

use indexmap::IndexMap;

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
    let mut seen: IndexMap<Evidence, &Identifier> = IndexMap::new();
    for (variant, source) in union.variants.iter().zip(&draft.variants) {
        if union.tag.is_some() && !variant.tags.is_empty() {
            continue;
        }
        let evidence = Evidence::of(&variant.shape);
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

/// A shape without its order.
#[derive(PartialEq, Eq, Hash)]
struct Evidence {
    kind: std::mem::Discriminant<Shape>,
    required: Vec<String>,
    optional: Vec<String>,
    constants: Vec<(String, Vec<String>)>,
}

impl Evidence {
    fn of(shape: &Shape) -> Self {
        let (required, optional, constants) = match shape {
            Shape::Object {
                required,
                optional,
                constants,
            } => (required.clone(), optional.clone(), constants.clone()),
            Shape::String(texts) => (texts.clone(), Vec::new(), Vec::new()),
            _ => (Vec::new(), Vec::new(), Vec::new()),
        };
        Self {
            kind: std::mem::discriminant(shape),
            required: sorted(required),
            optional: sorted(optional),
            constants: sorted(constants),
        }
    }
}

fn sorted<T: Ord>(mut list: Vec<T>) -> Vec<T> {
    list.sort();
    list
}
