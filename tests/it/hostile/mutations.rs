//! Real documents with changes at any of their nodes: what has to hold of every document holds of them.

use std::cell::RefCell;
use std::panic::{self, AssertUnwindSafe};
use std::thread;

use bindery::source::Source;
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::test_runner::{TestCaseError, TestError};
use serde_json::Value;

use super::demands::hold;
use super::documents::documents;
use super::mutation::{Change, Mutation, apply, places, remove};
use super::runs::{Run, runner};
use crate::compile;

/// The stack of a thread of Rust, unless asked for otherwise.
const STACK: usize = 2 << 20;
/// How many documents are compiled of those that are accepted.
const COMPILED: usize = 6;

#[test]
fn what_holds_of_documents_holds_with_any_change() {
    let documents = documents();
    let accepted = RefCell::new(Vec::new());
    let run = Run::of("BINDERY_MUTATIONS", 150);
    let strategy = (0..documents.len(), vec(mutation(), 1..5));
    let outcome = runner(&run).run(&strategy, |(index, mutations)| {
        let (path, document) = &documents[index];
        let mutated = apply(document, &mutations);
        match check(path, &mutated) {
            Ok(true) => {
                keep(&mut accepted.borrow_mut(), index, &mutated);
                Ok(())
            }
            Ok(false) => Ok(()),
            Err(reason) => Err(TestCaseError::fail(reason)),
        }
    });
    if let Err(error) = outcome {
        let TestError::Fail(reason, (index, mutations)) = error else {
            panic!("{error}");
        };
        let (path, document) = &documents[index];
        let smallest = smallest(path, apply(document, &mutations));
        panic!(
            "{run}: {path} with {mutations:?}: {reason}\nas little as this does it:\n{smallest:#}"
        );
    }
    let accepted = accepted.into_inner();
    assert!(accepted.len() == COMPILED, "hardly anything was accepted");
    compile_all(&accepted);
}

pub(super) fn mutation() -> impl Strategy<Value = Mutation> {
    let change = prop_oneof![
        Just(Change::Drop),
        Just(Change::Duplicate),
        any::<u8>().prop_map(Change::Retype),
        any::<u8>().prop_map(Change::Rename),
        any::<u8>().prop_map(Change::Nest),
        any::<u32>().prop_map(Change::Replace),
    ];
    (any::<u32>(), change).prop_map(|(node, change)| Mutation { node, change })
}

/// Keeps some documents to compile, of different origins.
fn keep(accepted: &mut Vec<(usize, Value)>, index: usize, document: &Value) {
    let is_new = accepted.iter().all(|(known, _)| *known != index);
    if is_new && accepted.len() < COMPILED {
        accepted.push((index, document.clone()));
    }
}

fn compile_all(accepted: &[(usize, Value)]) {
    let sources: Vec<_> = accepted
        .iter()
        .map(|(index, document)| source(&format!("mutated_{index}.json"), document))
        .collect();
    compile::check("mutations", compile::one_crate(&sources), &[]);
}

/// Whether a document is accepted, in a thread with a stack of the default size.
fn check(path: &str, document: &Value) -> Result<bool, String> {
    let source = source(path, document);
    let attempt = || panic::catch_unwind(AssertUnwindSafe(|| hold(&source)));
    let outcome = thread::scope(|scope| {
        let thread = thread::Builder::new().stack_size(STACK);
        let thread = thread.spawn_scoped(scope, attempt).expect("a thread");
        thread.join().expect("panics are caught")
    });
    match outcome {
        Ok(held) => Ok(held?.is_some()),
        Err(_) => Err("it panics".to_owned()),
    }
}

fn source(path: &str, document: &Value) -> Source {
    Source::new(&format!("{path}.json"), document.to_string())
}

/// The document without every node that is not needed for it to fail.
fn smallest(path: &str, mut document: Value) -> Value {
    let mut left = places(&document);
    left.sort_by_key(|place| place.matches('/').count());
    for place in left {
        if place.is_empty() || document.pointer(&place).is_none() {
            continue;
        }
        let mut smaller = document.clone();
        remove(&mut smaller, &place);
        if check(path, &smaller).is_err() {
            document = smaller;
        }
    }
    document
}
