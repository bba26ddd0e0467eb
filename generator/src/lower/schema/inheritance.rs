//! Unions that are declared from below: a schema with a `discriminator` whose variants refer to it by `allOf`.

use indexmap::{IndexMap, IndexSet};

use super::union::{Alternatives, Candidate};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Pointer;
use crate::lower::context::{Lowering, Node};
use crate::lower::place::Place;

/// Which schema components are variants of which others.
#[derive(Clone, Debug, Default)]
pub(crate) struct Inheritance {
    children: IndexMap<Pointer, IndexSet<Pointer>>,
}

impl Inheritance {
    /// Reads the `allOf`s of all schema components.
    pub(crate) fn of(lowering: &mut Lowering) -> Self {
        let schemas = Pointer::root().child("components").child("schemas");
        let components = lowering
            .keys(&schemas)
            .into_iter()
            .map(|name| schemas.child(name));
        let mut parents = IndexMap::new();
        for component in components {
            let references = lowering.direct_references(&component);
            parents.insert(component, references);
        }
        report_circles(lowering, &parents);
        let roots: Vec<_> = parents
            .keys()
            .filter(|root| lowering.is_root(root))
            .cloned()
            .collect();
        let mut children: IndexMap<Pointer, IndexSet<Pointer>> = IndexMap::new();
        for root in roots {
            let descendants = descendants(&root, &parents);
            if !descendants.is_empty() {
                children.insert(root, descendants);
            }
        }
        Self { children }
    }

    /// Whether a schema is a variant of another that it includes.
    pub(crate) fn is_child(&self, schema: &Pointer, parent: &Pointer) -> bool {
        let children = self.children.get(parent);
        children.is_some_and(|children| children.contains(schema))
    }

    fn children(&self, parent: &Pointer) -> impl Iterator<Item = &Pointer> {
        self.children.get(parent).into_iter().flatten()
    }
}

/// Every schema that leads to `root` by its `allOf`, directly or through others, in the document's order.
fn descendants(
    root: &Pointer,
    parents: &IndexMap<Pointer, IndexSet<Pointer>>,
) -> IndexSet<Pointer> {
    let mut below: IndexMap<&Pointer, Vec<&Pointer>> = IndexMap::new();
    for (component, references) in parents {
        for reference in references {
            below.entry(reference).or_default().push(component);
        }
    }
    let mut found: IndexSet<&Pointer> = IndexSet::new();
    let mut open = vec![root];
    while let Some(parent) = open.pop() {
        for child in below.get(parent).into_iter().flatten() {
            if *child != root && found.insert(child) {
                open.push(child);
            }
        }
    }
    let in_order = parents.keys().filter(|component| found.contains(component));
    in_order.cloned().collect()
}

/// Reports each schema that includes itself, once per circle.
fn report_circles(lowering: &mut Lowering, parents: &IndexMap<Pointer, IndexSet<Pointer>>) {
    let mut done: IndexSet<&Pointer> = IndexSet::new();
    for start in parents.keys() {
        let mut way: IndexSet<&Pointer> = IndexSet::new();
        let mut open = vec![(start, false)];
        while let Some((schema, left)) = open.pop() {
            if left {
                way.shift_remove(schema);
                continue;
            }
            if way.contains(schema) {
                let message = "this schema includes itself by `allOf`";
                let diagnostic = Diagnostic::new(Code::CyclicAllOf, schema.clone(), message)
                    .help("take the reference that leads back here out of its `allOf`");
                lowering.diagnostics.push(diagnostic);
            }
            if !done.insert(schema) {
                continue;
            }
            way.insert(schema);
            open.push((schema, true));
            let references = parents.get(schema).into_iter().flatten();
            open.extend(references.map(|reference| (reference, false)));
        }
    }
}

impl Lowering<'_> {
    /// Whether a schema has a discriminator without a union of its own.
    fn is_root(&mut self, pointer: &Pointer) -> bool {
        let node = self.schema(pointer);
        let Some(Node::Schema(schema)) = node.as_deref() else {
            return false;
        };
        schema.data.discriminator.is_some()
            && schema.one_of().is_empty()
            && schema.any_of().is_empty()
    }

    /// The variants of a schema whose discriminator stands for the schemas that include it.
    pub(super) fn inherited_alternatives(&mut self, place: &Place) -> Option<Alternatives> {
        let root = place.single()?.clone();
        if !self.is_root(&root) {
            return None;
        }
        let node = self.schema(&root)?;
        let Node::Schema(schema) = &*node else {
            return None;
        };
        // A `mapping` renames variants and need not name all of them (OpenAPI 3.0.3 §4.8.25).
        let mut children: IndexSet<_> = self.mapping_targets(schema).into_iter().collect();
        children.extend(self.inheritance.children(&root).cloned());
        if children.iter().all(|child| *child == root) {
            return None;
        }
        let candidates = children.into_iter().map(|child| match child == root {
            true => self.root_candidate(&root),
            false => child_candidate(&child),
        });
        let mut alternatives = Alternatives::untagged(candidates.collect());
        self.tag(&mut alternatives, schema);
        Some(alternatives)
    }

    /// The schema itself as one of its own variants: its properties without its discriminator.
    fn root_candidate(&mut self, root: &Pointer) -> Candidate {
        let members = self.compose(&Place::of(root.clone())).members.clone();
        let (last, bases) = match members.split_last() {
            Some((last, bases)) => (last.schema.pointer.clone(), bases),
            None => (root.clone(), members.as_slice()),
        };
        let bases: Vec<_> = bases
            .iter()
            .map(|member| member.schema.pointer.clone())
            .collect();
        Candidate {
            place: Place::own(&bases, last),
            pointer: root.clone(),
            reference: Some(root.clone()),
            tags: Vec::new(),
        }
    }
}

fn child_candidate(child: &Pointer) -> Candidate {
    Candidate {
        place: Place::of(child.clone()),
        pointer: child.clone(),
        reference: Some(child.clone()),
        tags: Vec::new(),
    }
}
