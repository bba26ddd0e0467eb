//! Names of operations.

use super::super::report_number;
use super::routes::{Route, appended, first_noun};
use crate::diagnostic::Diagnostics;
use crate::ir::draft::{Draft, Operation};
use crate::names::{FileName, FileNames, Identifier, Minted, Scope, Wish, Words};

/// Words that can't end a name, nor begin it once something in front of them is left out.
const PREPOSITIONS: &[&str] = &[
    "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "via",
    "with",
];

/// Words that frameworks put between the name of a group of operations and that of the operation.
const FRAMEWORK_WORDS: &[&str] = &["api", "controller", "resource", "service"];

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
            report_number(minted, &id(operation), &operation.origin.0, diagnostics);
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

/// A method's name in the accessor of a tag: without the tag's words if that leaves a name.
pub(in super::super) fn method_wish(operation: &Operation, tag: &Words) -> Wish {
    let route = Route::of(operation);
    let mut candidates = Vec::new();
    match &operation.id {
        Some(id) => {
            let full = id_words(operation, id);
            candidates.extend(below_tag(&full, tag));
            candidates.extend([full, Words::of(id), Words::spelled(id)]);
        }
        None => candidates.extend(route.words_below(tag)),
    }
    candidates.extend([route.words(), route.words_with_parameters()]);
    let wish = Wish::of(operation.id.as_deref().unwrap_or_default(), candidates);
    match &operation.rust_name {
        Some(name) => wish.rather(Words::of(name)),
        None => wish,
    }
}

fn call_wish(operation: &Operation) -> Wish {
    let route = Route::of(operation);
    let routes = [route.words(), route.words_with_parameters()];
    match &operation.id {
        Some(id) => {
            let words = [id_words(operation, id), Words::of(id), Words::spelled(id)];
            Wish::of(id, words.into_iter().chain(routes))
        }
        None => Wish::of("", routes),
    }
}

/// The words of an `operationId`, without the path and method that some frameworks append to make it unique.
fn id_words(operation: &Operation, id: &str) -> Words {
    let words = Words::of(id);
    match words.before(&appended(operation)) {
        Some(name) if !name.is_empty() => name,
        _ => words,
    }
}

/// What is left of an operation's name without its tag, if that reads as a name.
fn below_tag(name: &Words, tag: &Words) -> Option<Words> {
    let (head, tail) = name.around(tag)?;
    let tail: Words = if head.is_empty() {
        tail.iter()
            .skip_while(|word| FRAMEWORK_WORDS.contains(word))
            .map(str::to_owned)
            .collect()
    } else {
        tail
    };
    let is_preposition = |word: Option<&str>| word.is_some_and(|word| PREPOSITIONS.contains(&word));
    let dangles = is_preposition(head.iter().last())
        || (head.is_empty() && is_preposition(tail.iter().next()));
    let rest = head.then(&tail);
    (!dangles && !rest.is_empty()).then_some(rest)
}
