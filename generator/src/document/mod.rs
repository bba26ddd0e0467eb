//! A well-formed document: its value tree, brought to the vocabulary of OpenAPI 3.0.

mod check;
mod fields;
mod node;
mod parse;
mod pointer;
mod reference;
mod schema;
mod suggestion;
mod version;
mod walk;

pub use node::Node;
pub use pointer::Pointer;
pub use reference::ReferenceError;
pub use schema::{AdditionalProperties, SchemaNode};
pub use version::Version;

use openapiv3::ReferenceOr;
use serde_json::Value;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::source::Source;

/// A well-formed document: its value tree, brought to the vocabulary of OpenAPI 3.0.
///
/// Nodes keep the places they have in the text, except that a `$ref` with siblings becomes the last member of an
/// `allOf`, and that a schema with several types becomes an `anyOf` of its types.
#[derive(Clone, Debug)]
pub struct Document {
    version: Version,
    root: Value,
}

impl Document {
    /// Reads a document and brings it to the vocabulary of OpenAPI 3.0.
    ///
    /// `None` when nothing can be saved; an error was pushed then.
    pub fn parse(source: &Source, diagnostics: &mut Diagnostics) -> Option<Self> {
        let mut root = parse::parse(source, diagnostics)?;
        let version = Version::of(&root, diagnostics)?;
        let mut check = check::Check {
            version,
            diagnostics,
        };
        walk::walk(
            &DOCUMENT,
            &mut root,
            walk::Place::start(&Pointer::root()),
            &mut check,
        );
        Some(Self { version, root })
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
        self.root.pointer(pointer.as_str())
    }

    /// The node that a `$ref` stands for, after following every further `$ref` that it leads to.
    ///
    /// # Errors
    ///
    /// When the reference points at nothing, outside the document, or around in a circle.
    pub fn resolve(&self, reference: &str) -> Result<Pointer, ReferenceError> {
        let mut pointer = self.target(reference)?;
        let mut visited = vec![pointer.clone()];
        while let Some(next) = self.reference_at(&pointer) {
            pointer = self.target(next)?;
            if visited.contains(&pointer) {
                return Err(ReferenceError::cycle(reference));
            }
            visited.push(pointer.clone());
        }
        Ok(pointer)
    }

    /// The node that a `$ref` names, which may be another `$ref`.
    ///
    /// # Errors
    ///
    /// When the reference points at nothing or outside the document.
    pub fn target(&self, reference: &str) -> Result<Pointer, ReferenceError> {
        let pointer =
            Pointer::from_fragment(reference).ok_or_else(|| ReferenceError::external(reference))?;
        match self.node(&pointer) {
            Some(_) => Ok(pointer),
            None => Err(ReferenceError::dangling(reference, None)),
        }
    }

    /// The text of the `$ref` that stands at a place, if the node there is a reference.
    pub fn reference_at(&self, pointer: &Pointer) -> Option<&str> {
        self.node(pointer)?.get("$ref")?.as_str()
    }

    /// Reads one node through `openapiv3`.
    ///
    /// Children that may be references always read as references: those of the document as they are written, and one
    /// to its own place for each child that is written out. So [`resolve`](Self::resolve) leads to either, and reading
    /// a node costs no more than the node itself. Children that can't be references (the media types of a `content`,
    /// the operations of a path item) are empty: ask for them by their place.
    ///
    /// `None` if the node is missing, or is not what `T` describes: one [`Code::Malformed`] was pushed then.
    pub fn read<T: Node>(&self, pointer: &Pointer, diagnostics: &mut Diagnostics) -> Option<T> {
        let value = T::shallow(self.node(pointer)?, pointer);
        match serde_json::from_value(value) {
            Ok(node) => Some(node),
            Err(error) => {
                diagnostics.push(Diagnostic::new(
                    Code::Malformed,
                    pointer.clone(),
                    error.to_string(),
                ));
                None
            }
        }
    }

    /// Reads one schema, or the reference that stands in its place.
    ///
    /// `None` if the node is missing or can't be read: one [`Code::Malformed`] was pushed then.
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
        match SchemaNode::read(self.node(pointer)?, pointer) {
            Ok(schema) => Some(ReferenceOr::Item(schema)),
            Err(error) => {
                diagnostics.push(Diagnostic::new(
                    Code::Malformed,
                    pointer.clone(),
                    error.to_string(),
                ));
                None
            }
        }
    }
}

static DOCUMENT: fields::Form = fields::Form::Object(&fields::DOCUMENT);
