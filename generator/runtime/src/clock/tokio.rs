//! The default clock: tokio's, which reqwest needs anyway.

use std::time::{Duration, Instant, SystemTime};

use super::super::transport::BoxFuture;
use super::Clock;

/// Counts from when it was made.
pub(crate) struct Tokio(Instant);

impl Tokio {
    pub(crate) fn new() -> Self {
        Self(Instant::now())
    }
}

impl Clock for Tokio {
    fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }

    fn now(&self) -> SystemTime {
        SystemTime::now()
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        Box::pin(tokio::time::sleep(duration))
    }
}
