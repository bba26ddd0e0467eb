//! What emitted calls can do without an async runtime: nothing, unless the cargo feature `blocking` is on.
//!
//! The feature that decides is that of the crate with the runtime, so there are two forms of each macro
//! instead of one that asks for it where it is used.

/// Gives a struct with a field `call: Call<$output>` the methods that wait.
#[cfg(feature = "blocking")]
#[doc(hidden)]
#[macro_export]
#[allow(
    clippy::crate_in_macro_def,
    reason = "the crate that is meant is the one that uses the macro"
)]
macro_rules! __blocking_methods {
    ($call:ty, $output:ty) => {
        impl $call {
            /// Sends the call and waits for the value, in a program without an async runtime.
            ///
            /// # Errors
            ///
            /// Those of `send`, and one of kind [`Build`](crate::runtime::ErrorKind::Build) within an async
            /// runtime.
            pub fn send_blocking(self) -> Result<$output, crate::runtime::Error> {
                self.call.send_blocking()
            }

            /// Sends the call and waits for the value with the status and headers of its answer, in a program
            /// without an async runtime.
            ///
            /// # Errors
            ///
            /// Those of `with_response`, and one of kind [`Build`](crate::runtime::ErrorKind::Build) within
            /// an async runtime.
            pub fn with_response_blocking(
                self,
            ) -> Result<crate::runtime::Response<$output>, crate::runtime::Error> {
                self.call.with_response_blocking()
            }
        }
    };
}

/// Nothing.
#[cfg(not(feature = "blocking"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __blocking_methods {
    ($call:ty, $output:ty) => {};
}

/// Gives a struct with the methods `pages` and `items` those of them that are iterators.
#[cfg(feature = "blocking")]
#[doc(hidden)]
#[macro_export]
#[allow(
    clippy::crate_in_macro_def,
    reason = "the crate that is meant is the one that uses the macro"
)]
macro_rules! __blocking_paging_methods {
    ($call:ty, $page:ty, $item:ty) => {
        impl $call {
            /// The pages of the list from this one on, as an iterator that waits for each, in a program
            /// without an async runtime.
            pub fn pages_blocking(
                self,
            ) -> crate::runtime::Blocking<crate::runtime::Pages<$page, $item>> {
                self.pages().blocking()
            }

            /// The items of the list from this page on, as an iterator that waits for each page, in a
            /// program without an async runtime.
            pub fn items_blocking(
                self,
            ) -> crate::runtime::Blocking<crate::runtime::Items<$page, $item>> {
                self.items().blocking()
            }
        }
    };
}

/// Nothing.
#[cfg(not(feature = "blocking"))]
#[doc(hidden)]
#[macro_export]
macro_rules! __blocking_paging_methods {
    ($call:ty, $page:ty, $item:ty) => {};
}

pub use __blocking_methods as blocking_methods;
pub use __blocking_paging_methods as blocking_paging_methods;
