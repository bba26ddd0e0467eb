//! A well-formed document: its value tree, brought to the vocabulary of OpenAPI 3.0.

mod allowance;
mod check;
mod downgrade;
mod encoding;
mod fields;
mod node;
mod parse;
mod pointer;
mod reference;
mod references;
mod schema;
mod shown;
mod suggestion;
#[cfg(test)]
mod tests;
mod unreadable;
mod version;
mod walk;

use std::collections::{BTreeMap, BTreeSet};

pub(crate) use check::describe;
pub use node::{Kind, Node};
pub use pointer::Pointer;
pub use reference::{ReferenceError, ReferenceProblem};
pub use schema::{AdditionalProperties, SchemaNode};
pub(crate) use suggestion::nearest;
pub use version::Version;

use openapiv3::ReferenceOr;
use serde_json::Value;

use self::allowance::Allowance;
use self::check::Check;
use self::fields::{Definition, SCHEMA};
use self::references::{Adopted, Collected};
use self::shown::Shown;
use crate::diagnostic::Diagnostics;
use crate::source::Source;

/// A well-formed document: its value tree, brought to the vocabulary of OpenAPI 3.0.
///
/// Nodes keep the places they have in the text, except that a `$ref` with siblings becomes the last member of an
/// `allOf`, and that a schema with several types becomes an `anyOf` of its types. A node that can't be read is null,
/// and was reported.
#[derive(Clone, Debug)]
pub struct Document {
    version: Version,
    root: Value,
    /// Values of `$anchor` with the places of their schemas.
    anchors: BTreeMap<String, Pointer>,
    adopted: Adopted,
    /// Where references lead, at the end of chains of them.
    targets: BTreeSet<Pointer>,
    allowances: Vec<Allowance>,
    shown: Vec<Shown>,
}

/// Reads a text, a document or not, into a value tree. `None` after an error was pushed.
pub(crate) fn parse_tree(source: &Source, diagnostics: &mut Diagnostics) -> Option<Value> {
    match encoding::check(source, diagnostics) {
        true => parse::parse(source, diagnostics),
        false => None,
    }
}

/// How many references may lead from one to the next. A longer chain is taken for a circle.
const LONGEST_CHAIN: usize = 32;

impl Document {
    /// Reads a document, reports what is wrong with it, and brings it to the vocabulary of OpenAPI 3.0.
    ///
    /// `None` when nothing can be saved; an error was pushed then.
    pub fn parse(source: &Source, diagnostics: &mut Diagnostics) -> Option<Self> {
        let mut root = parse_tree(source, diagnostics)?;
        let version = Version::of(&root, diagnostics)?;
        let allowances = allowance::read(&root, diagnostics);
        let adopted = references::check(
            &mut root,
            &mut Check {
                version,
                diagnostics,
            },
        );
        downgrade::downgrade(&mut root, &adopted);
        let Collected {
            references,
            anchors,
        } = references::collect(&mut root, &adopted);
        let shown = shown::collect(&mut root, &adopted);
        let mut document = Self {
            version,
            root,
            anchors,
            adopted,
            targets: BTreeSet::new(),
            allowances,
            shown,
        };
        document.targets = references::verify(&document, &references, diagnostics);
        Some(document)
    }

    /// Reports defaults and examples that don't fit their schemas. There may be very many, and nothing is lost with them, so
    /// this is to be called when everything that weighs more was reported.
    pub fn check_shown_values(&self, diagnostics: &mut Diagnostics) {
        shown::check(self, &self.shown, diagnostics);
    }

    /// Reports what the document allows (`x-bindery-allow`) without need. To be called when everything else was reported.
    pub fn report_idle_allowances(&self, diagnostics: &mut Diagnostics) {
        allowance::report_idle(&self.allowances, diagnostics);
    }

    /// The version of OpenAPI that the document was written in.
    pub fn version(&self) -> Version {
        self.version
    }

    /// The whole value tree.
    pub fn root(&self) -> &Value {
        &self.root
    }

    /// The node at a place.
    pub fn node(&self, pointer: &Pointer) -> Option<&Value> {
        pointer.find(&self.root)
    }

    /// The node that a `$ref` stands for, after following every further `$ref` that it leads to.
    ///
    /// # Errors
    ///
    /// When the reference points at nothing, outside the document, or around in a circle.
    pub fn resolve(&self, reference: &str) -> Result<Pointer, ReferenceError> {
        let mut pointer = self.target(reference)?;
        for _ in 0..LONGEST_CHAIN {
            match self.reference_at(&pointer) {
                Some(next) => pointer = self.target(next)?,
                None => return Ok(pointer),
            }
        }
        Err(ReferenceError::new(reference, ReferenceProblem::Circular))
    }

    /// The node that a `$ref` names, which may be another `$ref`.
    ///
    /// # Errors
    ///
    /// When the reference points at nothing or outside the document.
    pub fn target(&self, reference: &str) -> Result<Pointer, ReferenceError> {
        let Some(fragment) = reference.strip_prefix('#') else {
            return Err(ReferenceError::new(reference, ReferenceProblem::External));
        };
        Pointer::from_fragment(reference)
            .filter(|pointer| self.node(pointer).is_some())
            .or_else(|| self.anchors.get(fragment).cloned())
            .ok_or_else(|| ReferenceError::new(reference, ReferenceProblem::Dangling))
    }

    /// The text of the `$ref` that stands at a place, if the node there is a reference.
    pub fn reference_at(&self, pointer: &Pointer) -> Option<&str> {
        self.node(pointer)?.get("$ref")?.as_str()
    }

    /// Whether a `$ref` leads to a place, not only on to another one.
    pub fn is_target(&self, pointer: &Pointer) -> bool {
        self.targets.contains(pointer)
    }

    /// Reads one node through `openapiv3`.
    ///
    /// Children that may be references always read as references: those of the document as they are written, and one
    /// to its own place for each child that is written out. So [`resolve`](Self::resolve) leads to either, and reading
    /// a node costs no more than the node itself. Children that can't be references (the media types of a `content`,
    /// the operations of a path item) are empty: ask for them by their place.
    ///
    /// `None` if the node is missing, or is not what `T` describes, which was reported.
    pub fn read<T: Node>(&self, pointer: &Pointer, diagnostics: &mut Diagnostics) -> Option<T> {
        let node = self.node(pointer).filter(|node| !node.is_null())?;
        let kind = T::kind();
        match serde_json::from_value(node::shallow(kind.0, node, pointer)) {
            Ok(read) => Some(read),
            // The reference that led here was reported.
            Err(_) if self.is_another(kind.0, pointer) => None,
            Err(error) => {
                diagnostics.push(unreadable::diagnostic(kind.0, &error, pointer));
                None
            }
        }
    }

    /// Reads one schema, or the reference that stands in its place.
    ///
    /// `None` if the node is missing or can't be read, which was reported.
    pub fn schema(
        &self,
        pointer: &Pointer,
        diagnostics: &mut Diagnostics,
    ) -> Option<ReferenceOr<SchemaNode>> {
        if let Some(reference) = self.reference_at(pointer) {
            return Some(ReferenceOr::Reference {
                reference: reference.to_owned(),
            });
        }
        let node = self.node(pointer).filter(|node| !node.is_null())?;
        match SchemaNode::read(node, pointer) {
            Ok(schema) => Some(ReferenceOr::Item(schema)),
            Err(error) => {
                diagnostics.push(unreadable::diagnostic(&SCHEMA, &error, pointer));
                None
            }
        }
    }

    /// Whether OpenAPI puts something else than an object of this definition at a place.
    fn is_another(&self, definition: &Definition, pointer: &Pointer) -> bool {
        let found = self.adopted.definition(pointer);
        found.is_some_and(|found| !std::ptr::eq(found, definition))
    }
}
