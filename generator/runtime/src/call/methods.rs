//! What every emitted call can do besides setting its parameters.

/// Gives a struct with a field `call: Call<$output>` what all calls can do: being awaited, `send`,
/// `with_response`, and the methods of [`CallOptions`](super::CallOptions).
///
/// It is used as `runtime::call_methods!`, and names `crate::runtime` of the crate that uses it: that is
/// where a client's crate has the runtime, as a dependency or as a module of its own.
#[doc(hidden)]
#[macro_export]
#[allow(
    clippy::crate_in_macro_def,
    reason = "the crate that is meant is the one that uses the macro"
)]
macro_rules! __call_methods {
    ($call:ty, $output:ty) => {
        impl $call {
            /// Sends the call, as awaiting it does.
            ///
            /// # Errors
            ///
            /// See [`ErrorKind`](crate::runtime::ErrorKind) for what can fail when.
            pub async fn send(self) -> Result<$output, crate::runtime::Error> {
                self.call.send().await
            }

            /// Sends the call and gives the value with the status and headers of its answer.
            ///
            /// # Errors
            ///
            /// See [`ErrorKind`](crate::runtime::ErrorKind) for what can fail when.
            pub async fn with_response(
                self,
            ) -> Result<crate::runtime::Response<$output>, crate::runtime::Error> {
                self.call.with_response().await
            }
        }

        impl crate::runtime::CallOptions for $call {
            fn unsent(&mut self) -> &mut crate::runtime::Unsent {
                crate::runtime::CallOptions::unsent(&mut self.call)
            }

            fn into_unsent(self) -> Box<crate::runtime::Unsent> {
                crate::runtime::CallOptions::into_unsent(self.call)
            }
        }

        impl IntoFuture for $call {
            type Output = Result<$output, crate::runtime::Error>;
            type IntoFuture = crate::runtime::BoxFuture<'static, Self::Output>;

            fn into_future(self) -> Self::IntoFuture {
                Box::pin(self.send())
            }
        }

        crate::runtime::blocking_methods!($call, $output);
    };
}

pub use __call_methods as call_methods;
