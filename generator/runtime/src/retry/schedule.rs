//! The waits between the attempts of one call.

use std::time::Duration;

use backon::{BackoffBuilder, ExponentialBackoff, ExponentialBuilder};

use super::Retries;

/// The waits that are left.
pub(crate) struct Schedule {
    delays: ExponentialBackoff,
    budget: Duration,
}

impl Schedule {
    pub(crate) fn new(retries: &Retries, seed: u64) -> Self {
        let delays = ExponentialBuilder::new()
            .with_min_delay(retries.initial_delay)
            .with_max_delay(retries.max_delay)
            .with_max_times(usize::try_from(retries.limit).unwrap_or(usize::MAX))
            .with_jitter()
            .with_jitter_seed(seed)
            .build();
        Self {
            delays,
            budget: retries.budget,
        }
    }

    /// The next wait, no shorter than the server asks for. `None` if there is none left, or not one so
    /// long.
    pub(crate) fn next(&mut self, asked: Option<Duration>) -> Option<Duration> {
        let wait = self.delays.next()?.max(asked.unwrap_or_default());
        self.budget = self.budget.checked_sub(wait)?;
        Some(wait)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    /// The waits of a call that fails for ever and whose server asks for nothing.
    fn waits(retries: Retries, seed: u64) -> Vec<Duration> {
        let mut schedule = Schedule::new(&retries, seed);
        std::iter::from_fn(|| schedule.next(None)).collect()
    }

    #[test]
    fn waits_double_up_to_their_limit_and_scatter() {
        let retries = Retries::default()
            .limit(4)
            .initial_delay(SECOND)
            .max_delay(3 * SECOND);
        for seed in 0..100 {
            let waits = waits(retries, seed);
            assert_eq!(waits.len(), 4);
            for (wait, least) in waits.iter().zip([1, 2, 3, 3]) {
                assert!(
                    (least * SECOND..2 * least * SECOND).contains(wait),
                    "{wait:?}"
                );
            }
        }
        assert_ne!(waits(retries, 1), waits(retries, 2));
    }

    #[test]
    fn the_budget_ends_the_waits() {
        let retries = Retries::default().limit(u32::MAX).budget(10 * SECOND);
        let waited: Duration = waits(retries, 1).iter().sum();
        assert!(waited <= 10 * SECOND && waited >= SECOND);
        assert_eq!(waits(Retries::NONE, 1), []);
    }

    #[test]
    fn what_the_server_asks_for_is_kept_or_given_up() {
        let mut schedule = Schedule::new(&Retries::default().budget(30 * SECOND), 1);
        assert_eq!(schedule.next(Some(20 * SECOND)), Some(20 * SECOND));
        assert_eq!(schedule.next(Some(20 * SECOND)), None);
    }

    #[test]
    fn extremes_do_not_overflow() {
        let retries = Retries::default()
            .limit(3)
            .initial_delay(Duration::MAX)
            .max_delay(Duration::MAX)
            .budget(Duration::MAX);
        assert_eq!(waits(retries, 1), [Duration::MAX]);
    }
}
