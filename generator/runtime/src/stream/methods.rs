//! What emitted calls can do whose answers can be read while they arrive.

/// Gives a struct with a field `call: Call<_>` the method `events`, whose answers `$cases` reads.
///
/// It is used as `runtime::event_methods!`, and names `crate::runtime` of the crate that uses it, as
/// `call_methods!` does.
#[doc(hidden)]
#[macro_export]
#[allow(
    clippy::crate_in_macro_def,
    reason = "the crate that is meant is the one that uses the macro"
)]
macro_rules! __event_methods {
    ($call:ty, $event:ty, $cases:path) => {
        impl $call {
            /// The same call with a stream of events as its answer, which is what it asks for
            /// (`text/event-stream`). Some servers send events only if the body of the request says so, too.
            pub fn events(self) -> crate::runtime::Call<crate::runtime::EventStream<$event>> {
                self.call.reading($cases)
            }
        }
    };
}

/// Gives a struct with a field `call: Call<_>` the method `stream`, whose answers `$cases` reads.
///
/// It is used as `runtime::stream_methods!`, as the macro above is.
#[doc(hidden)]
#[macro_export]
#[allow(
    clippy::crate_in_macro_def,
    reason = "the crate that is meant is the one that uses the macro"
)]
macro_rules! __stream_methods {
    ($call:ty, $cases:path) => {
        impl $call {
            /// The same call with its answer in chunks, as they arrive.
            pub fn stream(self) -> crate::runtime::Call<crate::runtime::ByteStream> {
                self.call.reading($cases)
            }
        }
    };
}

pub use __event_methods as event_methods;
pub use __stream_methods as stream_methods;
