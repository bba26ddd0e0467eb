//! Documents without one of their operations.

use std::fmt;

use bindery::source::Source;
use serde_json::Value;

use crate::plain::{self, METHODS, child};

/// A document and its operations.
pub(super) struct Document {
    path: String,
    root: Value,
    pub(super) operations: Vec<Operation>,
}

/// Where an operation stands.
pub(super) struct Operation {
    path: String,
    method: &'static str,
}

impl Operation {
    fn place(&self) -> String {
        child(&child("#/paths", &self.path), self.method)
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", self.method.to_uppercase(), self.path)
    }
}

impl Document {
    pub(super) fn read(source: &Source) -> Self {
        let root = plain::read(source);
        let mut operations = Vec::new();
        for (path, item) in root["paths"].as_object().into_iter().flatten() {
            let methods = METHODS
                .into_iter()
                .filter(|method| item.get(*method).is_some());
            operations.extend(methods.map(|method| Operation {
                path: path.clone(),
                method,
            }));
        }
        Self {
            path: format!("{}.json", source.path()),
            root,
            operations,
        }
    }

    /// Whether an operation shares its `operationId` with another, which OpenAPI forbids (3.0.3 §4.8.10), or all of its
    /// letters and digits: its name can't be settled by anything else than what the other is called.
    pub(super) fn shares_id(&self, place: &str) -> bool {
        let id_of = |operation: &Operation| {
            let id = &self.root["paths"][&operation.path][operation.method]["operationId"];
            let letters = id
                .as_str()?
                .chars()
                .filter(|letter| letter.is_alphanumeric());
            Some(letters.collect::<String>().to_lowercase())
        };
        let ids: Vec<_> = self.operations.iter().filter_map(id_of).collect();
        let shared = |operation: &&Operation| {
            id_of(operation).is_some_and(|id| ids.iter().filter(|other| **other == id).count() > 1)
        };
        self.operations
            .iter()
            .filter(shared)
            .any(|operation| operation.place() == place)
    }

    /// The document as if the operation had never been described.
    pub(super) fn without(&self, operation: &Operation) -> Source {
        let mut root = self.root.clone();
        if let Some(item) = root["paths"][&operation.path].as_object_mut() {
            item.shift_remove(operation.method);
        }
        Source::new(&self.path, root.to_string())
    }
}
