//! Time and chance, which a call takes from its client so that tests can give it theirs.

#[cfg(feature = "reqwest")]
mod tokio;

use std::collections::hash_map::RandomState;
use std::future::poll_fn;
use std::hash::BuildHasher;
use std::task::Poll;
use std::time::{Duration, SystemTime};

use super::transport::BoxFuture;

#[cfg(feature = "reqwest")]
pub(crate) use self::tokio::Tokio;

/// What timeouts and waits go by.
///
/// The default is tokio's clock (cargo feature `reqwest`). Implement this for another async runtime, or
/// for tests that do not want to wait, and give it to the client's builder.
///
/// ```
/// use std::time::{Duration, SystemTime};
///
/// use bindery_runtime::{BoxFuture, Clock};
///
/// /// Stands still: no wait takes any time.
/// struct Still;
///
/// impl Clock for Still {
///     fn elapsed(&self) -> Duration {
///         Duration::ZERO
///     }
///
///     fn now(&self) -> SystemTime {
///         SystemTime::UNIX_EPOCH
///     }
///
///     fn sleep(&self, _duration: Duration) -> BoxFuture<'_, ()> {
///         Box::pin(async {})
///     }
/// }
/// ```
pub trait Clock: Send + Sync {
    /// The time since some moment that never changes. It never goes back.
    fn elapsed(&self) -> Duration;

    /// The date and time, against which a date in `Retry-After` is held.
    fn now(&self) -> SystemTime;

    /// Ends after `duration`.
    fn sleep(&self, duration: Duration) -> BoxFuture<'_, ()>;

    /// A number that nobody can foresee: clients that failed together must not come back together.
    /// Default: from the standard library's source of randomness for hash maps, which
    /// `wasm32-unknown-unknown` does not have.
    fn random(&self) -> u64 {
        RandomState::new().hash_one(())
    }
}

/// The result of `work`, or `None` if it is not there after `limit`; it is dropped then.
pub(crate) async fn within<T>(
    clock: &dyn Clock,
    limit: Duration,
    mut work: BoxFuture<'_, T>,
) -> Option<T> {
    let mut timer = clock.sleep(limit);
    poll_fn(|context| match work.as_mut().poll(context) {
        Poll::Ready(result) => Poll::Ready(Some(result)),
        Poll::Pending => timer.as_mut().poll(context).map(|()| None),
    })
    .await
}
