//! Answers that are read while they arrive.

mod bytes;
mod event;
mod events;
mod file;
mod incoming;
mod methods;
mod parser;
mod reading;

pub use bytes::ByteStream;
pub use event::Event;
pub use events::EventStream;
pub(crate) use incoming::{Incoming, StreamLimits};
pub use methods::{event_methods, stream_methods};
