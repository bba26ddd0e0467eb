//! How often something is tried, and with what.

use std::env;
use std::fmt;

use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// A number of tries that follow from a seed.
pub(super) struct Run {
    variable: &'static str,
    tries: u32,
    seed: u64,
}

impl Run {
    /// As many tries as a variable says, or else the given number; from the seed that `BINDERY_SEED` says, or else 0.
    pub(super) fn of(variable: &'static str, tries: u32) -> Self {
        Self {
            variable,
            tries: number(variable).unwrap_or(tries),
            seed: number("BINDERY_SEED").unwrap_or(0),
        }
    }
}

/// What to set to do the same again.
impl fmt::Display for Run {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            variable,
            tries,
            seed,
        } = self;
        write!(formatter, "{variable}={tries} BINDERY_SEED={seed}")
    }
}

fn number<N: std::str::FromStr>(variable: &str) -> Option<N> {
    let text = env::var(variable).ok()?;
    let number = text.parse().ok();
    assert!(number.is_some(), "{variable} is no number: {text}");
    number
}

/// What tries: the same values for the same seed, and nothing written to disk.
pub(super) fn runner(run: &Run) -> TestRunner {
    let mut seed = [0; 32];
    seed[..8].copy_from_slice(&run.seed.to_le_bytes());
    let config = Config {
        cases: run.tries,
        failure_persistence: None,
        max_shrink_iters: 2_000,
        ..Config::default()
    };
    let random = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    TestRunner::new_with_rng(config, random)
}
