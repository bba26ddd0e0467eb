//! Bytes as they arrive.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures_core::Stream;
use http::{HeaderMap, StatusCode};

#[cfg(feature = "blocking")]
use super::super::blocking::Blocking;
use super::super::error::Error;
use super::Incoming;

/// The body of an answer in chunks, as they arrive: by [`next`](Self::next), or as a stream. Where the chunks
/// begin and end means nothing.
///
/// An error is the last thing that comes. A stream has no size and no time as a whole: its limit is the
/// client's `idle_timeout` for each wait. Dropping the stream closes the connection.
///
/// # Examples
///
/// ```
/// use std::io::Write;
///
/// use bindery_runtime::{Client, Method};
///
/// async fn download(client: &Client) -> Result<(), Box<dyn std::error::Error>> {
///     let mut file = std::fs::File::create("invoice.pdf")?;
///     let mut body = client.request(Method::GET, "/invoices/7.pdf").stream().await?;
///     while let Some(chunk) = body.next().await {
///         file.write_all(&chunk?)?;
///     }
///     Ok(())
/// }
/// ```
#[must_use = "chunks are waited for one by one"]
pub struct ByteStream(Incoming);

impl ByteStream {
    pub(crate) fn new(incoming: Incoming) -> Self {
        Self(incoming)
    }

    /// The next bytes. `None` if there are no more.
    ///
    /// Giving the wait up loses nothing.
    ///
    /// # Errors
    ///
    /// The connection broke, or the stream has been silent for too long.
    pub async fn next(&mut self) -> Option<Result<Bytes, Error>> {
        poll_fn(|context| self.poll(context)).await
    }

    /// The answer's status.
    #[must_use]
    pub fn status(&self) -> StatusCode {
        self.0.head().status()
    }

    /// The answer's headers.
    #[must_use]
    pub fn headers(&self) -> &HeaderMap {
        self.0.head().headers()
    }

    /// The same as an iterator, for programs without an async runtime.
    #[cfg(feature = "blocking")]
    pub fn blocking(self) -> Blocking<Self> {
        Blocking::new(self)
    }

    /// The error for bytes that can't be waited for, which are given up.
    #[cfg(feature = "blocking")]
    pub(crate) fn unwaited(&mut self, problem: String) -> Option<Error> {
        self.0.unwaited(problem)
    }

    pub(crate) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, Error>>> {
        let chunk = ready!(self.0.poll(context));
        let failure = |error| self.0.failure(error, Bytes::new());
        Poll::Ready(chunk.map(|chunk| chunk.map_err(failure)))
    }
}

impl Stream for ByteStream {
    type Item = Result<Bytes, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(context)
    }
}

impl fmt::Debug for ByteStream {
    /// Of which call, without the bytes.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.debug(formatter, "ByteStream")
    }
}
