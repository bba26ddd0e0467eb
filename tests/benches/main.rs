//! What emitted clients cost, against the same written by hand with reqwest and serde's derive.
//!
//! `cargo bench -p bindery-benches` measures each side on its own with divan, and then both in turns, so that whatever else
//! the machine does meets both alike: the ratios at the end are those of the medians.

#![forbid(unsafe_code)]

mod by_hand;
mod calls;
mod decoding;
mod ratio;
mod server;

use std::alloc::System;

use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};

#[global_allocator]
static ALLOCATIONS: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

fn main() {
    divan::main();
    // Not when divan only lists or tests what there is.
    if std::env::args().any(|argument| argument == "--bench") {
        println!("\n{}", ratio::HEADINGS);
        for comparison in [
            calls::create(),
            calls::list(),
            decoding::bare(),
            decoding::kept(),
        ] {
            println!("{comparison}");
        }
    }
}
