//! The same documents give the same bytes, however many threads there are.

use bindery::Strictness;
use rayon::ThreadPoolBuilder;

use crate::cases::{each, specs};

#[test]
fn the_generated_crate_does_not_depend_on_threads() {
    assert_same(|| bindery::generate_workspace_crate(&specs(), "0.1.0", Strictness::Strict).tree);
}

#[test]
fn crates_of_their_own_do_not_depend_on_threads() {
    each("accept", |case| {
        assert_same(|| case.generate(Strictness::Lenient).tree);
    });
}

fn assert_same<T: PartialEq + Send>(generate: impl Fn() -> T + Sync) {
    let with_threads = |threads| {
        let pool = ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .expect("a thread pool");
        pool.install(&generate)
    };
    assert!(with_threads(1) == with_threads(7), "two runs differ");
}
