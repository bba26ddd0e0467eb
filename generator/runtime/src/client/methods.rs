//! What every emitted client's builder can do besides taking credentials.

/// Gives a struct with a field `inner: ClientBuilder` the methods of a builder of `$client`, which has a
/// field `inner: Client`.
///
/// It is used as `runtime::client_builder_methods!`, and names `crate::runtime` of the crate that uses it,
/// as `call_methods!` does.
#[doc(hidden)]
#[macro_export]
#[allow(
    clippy::crate_in_macro_def,
    reason = "the crate that is meant is the one that uses the macro"
)]
macro_rules! __client_builder_methods {
    ($builder:ty, $client:ident) => {
        impl $builder {
            /// Reads what has not been given yet from the environment, as the client's `from_env` does.
            pub fn from_env(mut self) -> Self {
                self.inner = self.inner.from_env();
                self
            }

            /// Another address than the documented one. It must be `https`, except on loopback.
            pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
                self.inner = self.inner.base_url(base_url);
                self
            }

            /// Accepts a base URL with plain `http` outside of loopback.
            ///
            /// Whoever can listen in on the network can then read credentials and answers, and change
            /// them.
            pub fn allow_http(mut self) -> Self {
                self.inner = self.inner.allow_http();
                self
            }

            /// How long a call may take as a whole, with all its attempts and the waits between them.
            /// Default: 120 seconds.
            pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
                self.inner = self.inner.timeout(timeout);
                self
            }

            /// How long each attempt may take, from connecting to the last byte of the answer. Default:
            /// 60 seconds.
            pub fn attempt_timeout(mut self, timeout: ::std::time::Duration) -> Self {
                self.inner = self.inner.attempt_timeout(timeout);
                self
            }

            /// How long connecting may take, with the transport that comes with the crate. Default: 10
            /// seconds.
            pub fn connect_timeout(mut self, timeout: ::std::time::Duration) -> Self {
                self.inner = self.inner.connect_timeout(timeout);
                self
            }

            /// How often and when a failed call is tried again.
            pub fn retries(mut self, retries: crate::runtime::Retries) -> Self {
                self.inner = self.inner.retries(retries);
                self
            }

            /// How large a response body may be, in bytes. Default: 32 MiB.
            pub fn max_response_bytes(mut self, bytes: usize) -> Self {
                self.inner = self.inner.max_response_bytes(bytes);
                self
            }

            /// Another transport than the one that comes with the crate, or one around it.
            pub fn transport(
                mut self,
                transport: impl crate::runtime::Transport + 'static,
            ) -> Self {
                self.inner = self.inner.transport(transport);
                self
            }

            /// Another clock than tokio's.
            pub fn clock(mut self, clock: impl crate::runtime::Clock + 'static) -> Self {
                self.inner = self.inner.clock(clock);
                self
            }

            /// The client.
            ///
            /// # Errors
            ///
            /// If the base URL is none or is unsafe, if a credential can't be sent as it is, if the
            /// environment lacks what it should have, or if there is no transport or clock.
            pub fn build(self) -> Result<$client, crate::runtime::Error> {
                self.inner.build().map(|inner| $client { inner })
            }
        }
    };
}

pub use __client_builder_methods as client_builder_methods;
