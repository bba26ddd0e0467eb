//! A clock that the tests move.

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

use bindery_runtime::{BoxFuture, Clock};
use tokio::sync::Notify;

/// No wait between attempts is longer: the default budget. A longer sleep is a time limit.
const LONGEST_WAIT: Duration = Duration::from_secs(30);

/// Waits pass at once and are written down; time limits run out when the test says so.
#[derive(Clone, Default)]
pub(crate) struct TestClock(Arc<State>);

#[derive(Default)]
struct State {
    elapsed: Mutex<Duration>,
    waits: Mutex<Vec<Duration>>,
    limit: Notify,
}

impl TestClock {
    /// Lets the time limit that is running run out, or else the next one.
    pub(crate) fn run_out(&self) {
        self.0.limit.notify_one();
    }

    pub(crate) fn waits(&self) -> Vec<Duration> {
        self.0.waits.lock().expect("the lock").clone()
    }
}

impl Clock for TestClock {
    fn elapsed(&self) -> Duration {
        *self.0.elapsed.lock().expect("the lock")
    }

    fn now(&self) -> SystemTime {
        SystemTime::UNIX_EPOCH
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()> {
        Box::pin(async move {
            if duration > LONGEST_WAIT {
                self.0.limit.notified().await;
            } else {
                self.0.waits.lock().expect("the lock").push(duration);
            }
            *self.0.elapsed.lock().expect("the lock") += duration;
        })
    }

    fn random(&self) -> u64 {
        7
    }
}
