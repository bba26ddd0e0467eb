//! Without the cargo feature `tracing` there is nobody to tell.

use std::time::Duration;

use http::Response;

use super::super::call::Target;
use super::super::error::Error;

/// Nothing.
pub(crate) struct Span;

impl Span {
    pub(crate) fn new(_: &Target) -> Self {
        Self
    }

    pub(crate) async fn within<T>(&self, work: impl Future<Output = T>) -> T {
        work.await
    }

    pub(crate) fn attempt<B>(&self, _: u32, _: &Result<Response<B>, Error>, _: Option<Duration>) {}

    pub(crate) fn end<B>(&self, _: &Result<Response<B>, Error>, _: u32, _: Duration) {}
}
