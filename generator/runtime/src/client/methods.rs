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
            #[doc = crate::runtime::builder_docs!(from_env)]
            pub fn from_env(mut self) -> Self {
                self.inner = self.inner.from_env();
                self
            }

            #[doc = crate::runtime::builder_docs!(base_url)]
            pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
                self.inner = self.inner.base_url(base_url);
                self
            }

            #[doc = crate::runtime::builder_docs!(allow_http)]
            pub fn allow_http(mut self) -> Self {
                self.inner = self.inner.allow_http();
                self
            }

            #[doc = crate::runtime::builder_docs!(timeout)]
            pub fn timeout(mut self, timeout: ::std::time::Duration) -> Self {
                self.inner = self.inner.timeout(timeout);
                self
            }

            #[doc = crate::runtime::builder_docs!(attempt_timeout)]
            pub fn attempt_timeout(mut self, timeout: ::std::time::Duration) -> Self {
                self.inner = self.inner.attempt_timeout(timeout);
                self
            }

            #[doc = crate::runtime::builder_docs!(idle_timeout)]
            pub fn idle_timeout(mut self, timeout: ::std::time::Duration) -> Self {
                self.inner = self.inner.idle_timeout(timeout);
                self
            }

            #[doc = crate::runtime::builder_docs!(connect_timeout)]
            pub fn connect_timeout(mut self, timeout: ::std::time::Duration) -> Self {
                self.inner = self.inner.connect_timeout(timeout);
                self
            }

            #[doc = crate::runtime::builder_docs!(retries)]
            pub fn retries(mut self, retries: crate::runtime::Retries) -> Self {
                self.inner = self.inner.retries(retries);
                self
            }

            #[doc = crate::runtime::builder_docs!(max_response_bytes)]
            pub fn max_response_bytes(mut self, bytes: usize) -> Self {
                self.inner = self.inner.max_response_bytes(bytes);
                self
            }

            #[doc = crate::runtime::builder_docs!(transport)]
            pub fn transport(
                mut self,
                transport: impl crate::runtime::Transport + 'static,
            ) -> Self {
                self.inner = self.inner.transport(transport);
                self
            }

            #[doc = crate::runtime::builder_docs!(clock)]
            pub fn clock(mut self, clock: impl crate::runtime::Clock + 'static) -> Self {
                self.inner = self.inner.clock(clock);
                self
            }

            /// The client.
            ///
            /// # Errors
            ///
            /// If the base URL is none or is unsafe, if a credential can't be sent as it is or is one of
            /// another environment of the API, if the process's environment lacks what it should have, or
            /// if there is no transport or clock.
            pub fn build(self) -> Result<$client, crate::runtime::Error> {
                self.inner.build().map(|inner| $client { inner })
            }
        }
    };
}

pub use __client_builder_methods as client_builder_methods;
