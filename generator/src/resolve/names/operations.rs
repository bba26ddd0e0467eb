//! Names of operations.

use super::super::naming::{NamedScope, Thing};
use super::methods::id_words;
use super::routes::{Route, first_noun};
use crate::ir::draft::{Draft, Operation};
use crate::names::{FileName, FileNames, Identifier, Scope, Wish, Words};
use crate::recorded::{Kind, Ledger, Subject};

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
    scope: NamedScope,
    names: Vec<OperationName>,
}

impl OperationNames {
    /// Names every operation after its `operationId`, else after its method and path.
    pub(in super::super) fn mint(draft: &Draft, ledger: &mut Ledger) -> Self {
        let recorded = ledger.recorded(&[Kind::Call, Kind::Successes, Kind::Headers]);
        let mut scope = NamedScope::reserving(Scope::operations(), recorded);
        let mut files = FileNames::default();
        let things = draft.operations.iter().map(|operation| {
            let place = &operation.origin.0;
            let subject = Subject::itself(place, Kind::Call);
            let call = Thing::new(subject, place, &id(operation), call_wish(operation));
            call.excused(shares_id(draft, operation))
        });
        let minted = scope.mint(things.collect(), ledger);
        let names = minted.into_iter().map(|call| OperationName {
            file: files.mint(&Words::of(call.as_str())),
            call,
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
    pub(in super::super) fn mint_headers(
        &mut self,
        operation: &Operation,
        call: &Identifier,
        ledger: &mut Ledger,
    ) -> Identifier {
        let ends = ["headers", "response headers"];
        let label = format!("the headers of {}", id(operation));
        let thing = beside(operation, call, Kind::Headers, &label, &ends);
        self.scope.mint_one(thing, ledger)
    }

    /// A name for the enum of an operation's successes.
    pub(in super::super) fn mint_successes(
        &mut self,
        operation: &Operation,
        call: &Identifier,
        ledger: &mut Ledger,
    ) -> Identifier {
        let ends = ["response", "success", "outcome"];
        let label = format!("the answer of {}", id(operation));
        let thing = beside(operation, call, Kind::Successes, &label, &ends);
        self.scope.mint_one(thing, ledger)
    }
}

/// What stands beside an operation's call and is named after it.
fn beside(
    operation: &Operation,
    call: &Identifier,
    kind: Kind,
    label: &str,
    ends: &[&str],
) -> Thing {
    let words = Words::of(call.as_str());
    let candidates = ends.iter().map(|end| words.then(&Words::of(end)));
    let place = &operation.origin.0;
    Thing::new(
        Subject::itself(place, kind),
        place,
        label,
        Wish::of("", candidates),
    )
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
    first_noun(&operation.path)
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
