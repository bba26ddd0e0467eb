//! Waiting for a future on the thread that wants its result.

use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::thread;

use tokio::runtime::{Builder, Handle};

/// The runtime of all blocking calls, once there is one.
///
/// It has a thread of its own, which looks after connections also while nobody waits: a connection that the
/// server has closed in the meantime is known to be closed when the next call wants it.
static RUNTIME: Mutex<Option<Handle>> = Mutex::new(None);

/// The result of `work`.
///
/// # Errors
///
/// The thread belongs to an async runtime, or there is no thread to be had: a sentence for people.
pub(crate) fn wait<T>(work: Pin<&mut (dyn Future<Output = T> + '_)>) -> Result<T, String> {
    if Handle::try_current().is_ok() {
        return Err(
            "a blocking call would hold up the async runtime that it is made in: await the call \
             instead, or make it on a thread of its own (`std::thread::spawn`)"
                .to_owned(),
        );
    }
    Ok(runtime()?.block_on(work))
}

fn runtime() -> Result<Handle, String> {
    let mut handle = RUNTIME.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(handle) = &*handle {
        return Ok(handle.clone());
    }
    let started = start().map_err(|error| format!("a blocking call cannot be waited for: {error}"));
    Ok(handle.insert(started?).clone())
}

fn start() -> std::io::Result<Handle> {
    let runtime = Builder::new_current_thread().enable_all().build()?;
    let handle = runtime.handle().clone();
    thread::Builder::new()
        .name("blocking-calls".to_owned())
        .spawn(move || runtime.block_on(std::future::pending::<()>()))?;
    Ok(handle)
}
