//! Names of operations.

use super::super::report_contest;
use super::methods::id_words;
use super::routes::{Route, first_noun};
use crate::diagnostic::Diagnostics;
use crate::ir::draft::{Draft, Operation};
use crate::names::{FileName, FileNames, Identifier, Minted, Scope, Wish, Words};

/// The accessor for operations without a tag whose path says nothing either.
const ROOT: &str = "root";

/// The name of an operation.
#[derive(Clone, Debug)]
pub(in super::super) struct OperationName {
    /// The call's struct.
    pub(in super::super) call: Identifier,
    /// Its file.
    pub(in super::super) file: FileName,
}

/// The names of an API's operations.
pub(in super::super) struct OperationNames {
    scope: Scope,
    names: Vec<OperationName>,
}

impl OperationNames {
    /// Names every operation after its `operationId`, else after its method and path.
    pub(in super::super) fn mint(draft: &Draft, diagnostics: &mut Diagnostics) -> Self {
        let mut scope = Scope::operations();
        let mut files = FileNames::default();
        let wishes: Vec<Wish> = draft.operations.iter().map(call_wish).collect();
        let minted = scope.mint(&wishes);
        for (minted, operation) in minted.iter().zip(&draft.operations) {
            if !shares_id(draft, operation) {
                report_contest(minted, &id(operation), &operation.origin.0, diagnostics);
            }
        }
        let names = minted.into_iter().map(|Minted { name, .. }| OperationName {
            file: files.mint(&Words::of(name.as_str())),
            call: name,
        });
        Self {
            names: names.collect(),
            scope,
        }
    }

    /// The name of an operation, by its index in the draft.
    pub(in super::super) fn get(&self, index: usize) -> Option<&OperationName> {
        self.names.get(index)
    }

    /// All names, in the order of the draft.
    pub(in super::super) fn iter(&self) -> impl Iterator<Item = &OperationName> {
        self.names.iter()
    }

    /// A name for what reads the headers of an operation's answers.
    pub(in super::super) fn mint_headers(&mut self, call: &Identifier) -> Identifier {
        let words = Words::of(call.as_str());
        let candidates = [
            words.then(&Words::of("headers")),
            words.then(&Words::of("response headers")),
        ];
        self.scope.mint_one(&Wish::of("", candidates)).name
    }

    /// A name for the enum of an operation's successes.
    pub(in super::super) fn mint_successes(&mut self, call: &Identifier) -> Identifier {
        let words = Words::of(call.as_str());
        let response = Words::of("response");
        let candidates = [
            words.then(&response),
            words.then(&Words::of("success")),
            words.then(&Words::of("outcome")),
        ];
        self.scope.mint_one(&Wish::of("", candidates)).name
    }
}

/// Whether another operation has the same `operationId`, which is reported as such.
pub(in super::super) fn shares_id(draft: &Draft, operation: &Operation) -> bool {
    let same = draft
        .operations
        .iter()
        .filter(|other| other.id == operation.id);
    operation.id.is_some() && same.count() > 1
}

/// What errors and traces call an operation.
pub(in super::super) fn id(operation: &Operation) -> String {
    match &operation.id {
        Some(id) => id.clone(),
        None => format!("{} {}", operation.method, operation.path),
    }
}

/// The accessor of an operation without a tag.
pub(in super::super) fn untagged_accessor(operation: &Operation) -> Words {
    first_noun(&operation.path).unwrap_or_else(|| Words::of(ROOT))
}

fn call_wish(operation: &Operation) -> Wish {
    let route = Route::of(operation);
    let routes = route.candidates();
    match &operation.id {
        Some(id) => {
            let words = [id_words(operation, id), Words::of(id), Words::spelled(id)];
            Wish::of(id, words.into_iter().chain(routes))
        }
        None => Wish::of("", routes),
    }
}
