//! Documents that nobody means well with: too large, too deep, changed anywhere, made to break out of what is emitted;
//! and runs that don't come to their end.

mod demands;
mod documents;
mod emitted;
mod injection;
#[cfg(unix)]
mod interrupted;
pub(crate) mod mutation;
mod mutations;
mod names;
mod round_trips;
mod runaway;
mod runs;
