//! Files whose content comes as a stream.

use std::future::poll_fn;
use std::pin::pin;

use bytes::{Bytes, BytesMut};
use futures_core::Stream;

use super::super::file_part::FilePart;

impl FilePart {
    /// A file whose content comes as a stream, such as the body of another answer. It is gathered in memory before the
    /// form is sent, so that the call can be repeated.
    ///
    /// # Errors
    ///
    /// The first error of the stream.
    ///
    /// # Examples
    ///
    /// ```
    /// use bindery_runtime::{ByteStream, Error, FilePart};
    ///
    /// async fn attach(report: ByteStream) -> Result<FilePart, Error> {
    ///     Ok(FilePart::collect(report).await?.file_name("report.pdf"))
    /// }
    /// ```
    pub async fn collect<E>(content: impl Stream<Item = Result<Bytes, E>>) -> Result<Self, E> {
        let mut content = pin!(content);
        let mut gathered = BytesMut::new();
        while let Some(chunk) = poll_fn(|context| content.as_mut().poll_next(context)).await {
            gathered.extend_from_slice(&chunk?);
        }
        Ok(Self::new(gathered.freeze()))
    }
}
