//! What is said of each document that cannot be accepted as it is.

use crate::cases::{assert_no_stale_snapshots, assert_snapshot, each};

#[test]
fn diagnostics_are_as_reviewed() {
    each("reject", |case| {
        let generated =
            bindery::generate_standalone(&case.source, "case", bindery::Strictness::Strict);
        assert!(
            generated.tree.is_none(),
            "a strict run accepted the document"
        );
        assert_snapshot("reject", &case.name, &"");
    });
}

#[test]
fn every_snapshot_has_a_case() {
    assert_no_stale_snapshots("reject");
}
