//! What is said of each document that cannot be accepted as it is.

use bindery::Strictness;
use bindery::diagnostic::Style;

use crate::cases::{assert_no_stale_snapshots, assert_snapshot, each};

#[test]
fn diagnostics_are_as_reviewed() {
    each("reject", |case| {
        let generated = case.generate(Strictness::Strict);
        assert!(
            generated.tree.is_none(),
            "{}: nothing stops it under the strict rules",
            case.name
        );
        let messages: String = generated
            .reports
            .iter()
            .map(|report| report.render(Style::default()))
            .collect();
        assert_snapshot("reject", &case.name, &messages);
    });
}

#[test]
fn every_snapshot_has_a_case() {
    assert_no_stale_snapshots("reject");
}
