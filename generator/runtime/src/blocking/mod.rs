//! Calls for programs without an async runtime (cargo feature `blocking`): the same calls, waited for.

#[cfg(feature = "blocking")]
mod iterator;
mod methods;
#[cfg(feature = "blocking")]
mod wait;

#[cfg(feature = "blocking")]
pub use iterator::Blocking;
pub use methods::{blocking_methods, blocking_paging_methods};
#[cfg(feature = "blocking")]
pub(crate) use wait::wait;
