//! Whether and when a failed attempt is followed by another one.

mod after;
mod fate;
mod rule;
mod schedule;

use std::time::Duration;

pub(crate) use after::retry_after;
pub(crate) use fate::Fate;
pub use rule::RetryRule;
pub(crate) use schedule::Schedule;

/// How a call that failed is tried again, per client or per call.
///
/// Only what can pass is tried again: no connection, no answer in time, a connection that broke, and the
/// statuses 408, 425, 429, 500, 502, 503 and 504. And nothing is ever done twice: a call is repeated
///
/// - if it is idempotent: by its method (GET, HEAD, OPTIONS, TRACE, PUT, DELETE: RFC 9110, section
///   9.2.2) unless the document knows better, by its `Idempotency-Key` header, or because it was
///   [said to be](super::CallOptions::idempotent);
/// - or else if the server has not begun with it: there was no connection, or the answer is 425, 429, or
///   503 with `Retry-After`.
///
/// The first wait lasts between one and two times [`initial_delay`](Self::initial_delay), at random;
/// each further one twice as long. `Retry-After` (RFC 9110, section 10.2.3) lengthens a wait and never
/// shortens it; a wait that goes beyond the [`budget`](Self::budget) or the call's timeout is not begun,
/// and the failure is returned at once.
///
/// # Examples
///
/// ```
/// use std::time::Duration;
///
/// use bindery_runtime::Retries;
///
/// let patient = Retries::default().limit(5).budget(Duration::from_secs(120));
/// let never = Retries::NONE;
/// # assert_ne!(patient, never);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Retries {
    limit: u32,
    initial_delay: Duration,
    max_delay: Duration,
    budget: Duration,
    after_refusal: bool,
}

impl Retries {
    /// One attempt only.
    pub const NONE: Self = Self::new().limit(0);

    const fn new() -> Self {
        Self {
            limit: 2,
            initial_delay: Duration::from_millis(500),
            max_delay: Duration::from_secs(8),
            budget: Duration::from_secs(30),
            after_refusal: true,
        }
    }

    /// How often at most, besides the first attempt. Default: twice.
    #[must_use]
    pub const fn limit(mut self, limit: u32) -> Self {
        self.limit = limit;
        self
    }

    /// From what the first wait is drawn. Default: half a second.
    #[must_use]
    pub const fn initial_delay(mut self, delay: Duration) -> Self {
        self.initial_delay = delay;
        self
    }

    /// Up to where that grows; a wait is up to twice as long. Default: 8 seconds.
    #[must_use]
    pub const fn max_delay(mut self, delay: Duration) -> Self {
        self.max_delay = delay;
        self
    }

    /// How long a call may wait in all between its attempts. Default: 30 seconds.
    #[must_use]
    pub const fn budget(mut self, budget: Duration) -> Self {
        self.budget = budget;
        self
    }

    /// Whether a call that is not idempotent is repeated when the server has not begun with it.
    /// Default: yes.
    #[must_use]
    pub const fn after_refusal(mut self, yes: bool) -> Self {
        self.after_refusal = yes;
        self
    }

    /// These, but with no more attempts than a document allows.
    pub(crate) fn within(mut self, rule: &RetryRule) -> Self {
        if let Some(attempts) = rule.attempts {
            self.limit = self.limit.min(attempts.saturating_sub(1));
        }
        self
    }

    /// Whether an attempt that met `fate` may be followed by another one.
    pub(crate) fn allow(&self, fate: Fate, idempotent: bool) -> bool {
        match fate {
            Fate::Settled => false,
            Fate::Refused => idempotent || self.after_refusal,
            Fate::Uncertain => idempotent,
        }
    }
}

impl Default for Retries {
    fn default() -> Self {
        Self::new()
    }
}
