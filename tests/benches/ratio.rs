//! Two ways of doing one thing, in turns.

use std::fmt;
use std::time::{Duration, Instant};

use stats_alloc::Region;

use crate::ALLOCATIONS;

/// How often each side is timed.
const ROUNDS: usize = 301;

pub(crate) const HEADINGS: &str =
    "in turns                    emitted     by hand   time   allocations";

/// What each side takes for one time.
pub(crate) struct Comparison {
    name: &'static str,
    emitted: Cost,
    by_hand: Cost,
}

struct Cost {
    time: Duration,
    allocations: usize,
}

/// Times batches of both sides in turns, and counts the allocations of one.
pub(crate) fn compare(
    name: &'static str,
    batch: usize,
    emitted: impl Fn(),
    by_hand: impl Fn(),
) -> Comparison {
    let sides: [&dyn Fn(); 2] = [&emitted, &by_hand];
    let mut times = [Vec::new(), Vec::new()];
    for round in 0..ROUNDS {
        // Which side comes first changes, too.
        for side in [round % 2, (round + 1) % 2] {
            let start = Instant::now();
            (0..batch).for_each(|_| sides[side]());
            times[side].push(start.elapsed() / u32::try_from(batch).unwrap_or(u32::MAX));
        }
    }
    let [emitted, by_hand] = times.map(median);
    let [emitted, by_hand] = [(emitted, sides[0]), (by_hand, sides[1])].map(|(time, run)| Cost {
        time,
        allocations: allocations(run),
    });
    Comparison {
        name,
        emitted,
        by_hand,
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn allocations(run: &dyn Fn()) -> usize {
    let region = Region::new(ALLOCATIONS);
    run();
    let change = region.change();
    change.allocations + change.reallocations
}

impl fmt::Display for Comparison {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            name,
            emitted,
            by_hand,
        } = self;
        let time = emitted.time.as_secs_f64() / by_hand.time.as_secs_f64();
        let (ours, theirs) = (emitted.allocations, by_hand.allocations);
        let ratio = ours as f64 / theirs as f64;
        write!(
            formatter,
            "{name:<26} {:>8.1?}  {:>10.1?}   {time:.2}   {ours} / {theirs} = {ratio:.2}",
            emitted.time, by_hand.time
        )
    }
}
