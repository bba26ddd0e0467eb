//! Files with names that nobody means well with: what has to hold of every document holds with them.

use bindery::source::Source;
use proptest::collection::vec;
use proptest::test_runner::TestCaseError;

use super::demands::hold;
use super::mutation::apply;
use super::mutations::mutation;
use super::runs::{Run, runner};
use crate::cases::cases;
use crate::plain;

#[test]
fn what_holds_of_documents_holds_with_any_names_beside_them() {
    let documents = ["accept", "reject"].into_iter().flat_map(cases);
    let documents: Vec<_> = documents
        .filter_map(|case| {
            let names = plain::read_any(case.source.names()?.text()).ok()?;
            Some((case.source, names))
        })
        .collect();
    let run = Run::of("BINDERY_NAMES", 150);
    let strategy = (0..documents.len(), vec(mutation(), 1..5));
    let outcome = runner(&run).run(&strategy, |(index, mutations)| {
        let (source, names) = &documents[index];
        let names = apply(names, &mutations).to_string();
        let names = Source::new(&source.names_path(), names);
        hold(&source.clone().with_names(Some(names))).map_err(TestCaseError::fail)?;
        Ok(())
    });
    outcome.unwrap_or_else(|error| panic!("{run}: {error}"));
}
