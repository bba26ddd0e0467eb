//! What every part of lowering works on.

use std::rc::Rc;

use indexmap::{IndexMap, IndexSet};
use openapiv3::ReferenceOr;
use serde_json::Value;

use super::place::Place;
use super::schema::{Composition, Inheritance, Sort};
use super::types::Types;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::{Document, Pointer, SchemaNode};
use crate::ir::TypeId;
use crate::ir::draft::{Role, Scheme};

/// How deep the analysis of one type may go into others before they are taken as they are.
///
/// Only chains of unions and of `allOf`s through references get anywhere near it.
const DEPTH: usize = 64;

/// A document being lowered.
pub(crate) struct Lowering<'a> {
    pub(crate) document: &'a Document,
    pub(crate) diagnostics: &'a mut Diagnostics,
    pub(crate) types: Types,
    pub(crate) inheritance: Inheritance,
    /// Security schemes that a credential can be sent for.
    pub(crate) schemes: IndexMap<String, Scheme>,
    /// Places of operations with their index, for the names of their inline types.
    pub(crate) operation_places: IndexMap<Pointer, usize>,
    /// What variants are called and which they are in their union, by where they are listed.
    pub(crate) variants: IndexMap<Pointer, (Option<String>, usize)>,
    /// What merged places are met in, and as what.
    pub(crate) contexts: IndexMap<Place, IndexSet<(Place, Option<Role>)>>,
    /// The property that identifies a type, for those that an expandable reference names.
    pub(crate) identifiers: IndexMap<TypeId, String>,
    /// What has been found out about places.
    pub(crate) compositions: IndexMap<Place, Rc<Composition>>,
    pub(crate) sorts: IndexMap<Place, Rc<Sort>>,
    /// How many schemas have been looked at because others include or combine them.
    pub(crate) visits: usize,
    nodes: IndexMap<Pointer, Option<Rc<Node>>>,
    in_progress: IndexSet<Place>,
}

/// A schema, or the reference that stands in its place.
#[derive(Clone, Debug)]
pub(crate) enum Node {
    /// A `$ref`.
    Reference(String),
    /// A schema that is written out.
    Schema(Rc<SchemaNode>),
}

impl<'a> Lowering<'a> {
    /// Nothing lowered yet.
    pub(crate) fn new(document: &'a Document, diagnostics: &'a mut Diagnostics) -> Self {
        let mut lowering = Self {
            document,
            diagnostics,
            types: Types::default(),
            inheritance: Inheritance::default(),
            schemes: IndexMap::new(),
            operation_places: IndexMap::new(),
            variants: IndexMap::new(),
            contexts: IndexMap::new(),
            identifiers: IndexMap::new(),
            compositions: IndexMap::new(),
            sorts: IndexMap::new(),
            visits: 0,
            nodes: IndexMap::new(),
            in_progress: IndexSet::new(),
        };
        lowering.inheritance = Inheritance::of(&mut lowering);
        lowering.schemes = lowering.security_schemes();
        lowering
    }

    /// The schema at a place. `None` if there is none that can be read, which the document has reported.
    pub(crate) fn schema(&mut self, pointer: &Pointer) -> Option<Rc<Node>> {
        if let Some(node) = self.nodes.get(pointer) {
            return node.clone();
        }
        let node = self.document.schema(pointer, self.diagnostics);
        let node = node.map(|node| {
            Rc::new(match node {
                ReferenceOr::Reference { reference } => Node::Reference(reference),
                ReferenceOr::Item(schema) => Node::Schema(Rc::new(schema)),
            })
        });
        self.nodes.insert(pointer.clone(), node.clone());
        node
    }

    /// The schema that a `$ref` leads to, under the name that the document uses for it.
    ///
    /// A chain through components keeps its first link, so that an alias stays one. `None` if it leads nowhere or in a
    /// circle, which the document has reported.
    pub(crate) fn schema_target(&self, reference: &str) -> Option<Pointer> {
        let last = self.document.resolve(reference).ok()?;
        let first = self.document.target(reference).ok()?;
        Some(if component_schema(&first).is_some() {
            first
        } else {
            last
        })
    }

    /// Follows the `$ref` that may stand at a place that is not a schema.
    pub(crate) fn follow(&self, pointer: &Pointer) -> Option<Pointer> {
        match self.document.reference_at(pointer) {
            Some(reference) => self.document.resolve(reference).ok(),
            None => self.document.node(pointer).map(|_| pointer.clone()),
        }
    }

    /// The keys of an object of the document; none if there is no such object.
    pub(crate) fn keys(&self, pointer: &Pointer) -> Vec<String> {
        match self.document.node(pointer) {
            Some(Value::Object(object)) => object.keys().cloned().collect(),
            _ => Vec::new(),
        }
    }

    /// The places of an array's items; none if there is no such array.
    pub(crate) fn items(&self, pointer: &Pointer) -> Vec<Pointer> {
        match self.document.node(pointer) {
            Some(Value::Array(items)) => {
                (0..items.len()).map(|index| pointer.child(index)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Reports something about a node.
    pub(crate) fn report(&mut self, code: Code, pointer: &Pointer, message: impl Into<String>) {
        self.diagnostics
            .push(Diagnostic::new(code, pointer.clone(), message));
    }

    /// Reports an extension of ours that has no effect as it is written, with what to write instead.
    pub(crate) fn report_extension(
        &mut self,
        place: Pointer,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        let diagnostic = Diagnostic::new(Code::Extension, place, message).help(help);
        self.diagnostics.push(diagnostic);
    }

    /// Notes what a merged place is a part of, wherever it is met.
    pub(crate) fn note_context(&mut self, place: &Place, around: &Place, role: Option<Role>) {
        if place.single().is_none() {
            let contexts = self.contexts.entry(place.clone()).or_default();
            contexts.insert((around.clone(), role));
        }
    }

    /// Looks into a place while remembering that it is being looked into.
    ///
    /// `None` if that is going on already, or if the analysis is too deep: the place has to be taken as it is.
    pub(crate) fn enter<T>(
        &mut self,
        place: &Place,
        look: impl FnOnce(&mut Self) -> T,
    ) -> Option<T> {
        if self.in_progress.len() >= DEPTH || !self.in_progress.insert(place.clone()) {
            return None;
        }
        let seen = look(self);
        self.in_progress.shift_remove(place);
        Some(seen)
    }
}

/// The key of a schema component, if the pointer names one as a whole.
pub(crate) fn component_schema(pointer: &Pointer) -> Option<String> {
    let key = pointer.as_str().strip_prefix("/components/schemas/")?;
    if key.contains('/') {
        None
    } else {
        pointer.last()
    }
}
