//! How calls are sent, unless a call says otherwise.

use std::time::Duration;

use super::super::retry::Retries;

/// A client's settings, or a call's.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Settings {
    /// For the call as a whole.
    pub(crate) timeout: Duration,
    pub(crate) attempt_timeout: Duration,
    /// For what comes next of a stream.
    pub(crate) idle_timeout: Duration,
    pub(crate) retries: Retries,
    /// The size in bytes of the largest body that is read, and of the largest event of a stream.
    pub(crate) response_bytes: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            timeout: Duration::from_secs(120),
            attempt_timeout: Duration::from_secs(60),
            idle_timeout: Duration::from_secs(120),
            retries: Retries::default(),
            response_bytes: 32 * 1024 * 1024,
        }
    }
}
