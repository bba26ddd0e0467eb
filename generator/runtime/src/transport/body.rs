//! Bodies that arrive in chunks.

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use http::Response;

use super::{TransportError, TransportPhase};

/// A body that is still arriving. Dropping it gives the rest up; after an error there is no more.
pub type BodyStream = Pin<Box<dyn Stream<Item = Result<Bytes, TransportError>> + Send>>;

/// A body that is there already, as one chunk.
pub(super) fn whole(body: Bytes) -> BodyStream {
    Box::pin(Whole(Some(body)))
}

struct Whole(Option<Bytes>);

impl Stream for Whole {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(self.0.take().map(Ok))
    }
}

/// An answer whose body has been waited for.
///
/// # Errors
///
/// The body is larger than `limit` bytes, or breaks off. The error has what there is of the answer.
pub(crate) async fn collect<S>(
    answer: Response<S>,
    limit: usize,
) -> Result<Response<Bytes>, TransportError>
where
    S: Stream<Item = Result<Bytes, TransportError>> + Unpin,
{
    let (head, mut body) = answer.into_parts();
    let mut read = Bytes::new();
    let outcome = loop {
        match poll_fn(|context| Pin::new(&mut body).poll_next(context)).await {
            None => break Ok(()),
            Some(Err(error)) => break Err(error),
            Some(Ok(mut chunk)) => {
                let left = limit.saturating_sub(read.len());
                let fits = chunk.len() <= left;
                chunk.truncate(left);
                read = join(read, chunk);
                if !fits {
                    break Err(too_large(limit));
                }
            }
        }
    };
    let answer = Response::from_parts(head, read);
    match outcome {
        Ok(()) => Ok(answer),
        Err(error) => Err(error.with_answer(answer)),
    }
}

/// A body that comes in one chunk, as most do, is not copied.
fn join(read: Bytes, chunk: Bytes) -> Bytes {
    if read.is_empty() {
        return chunk;
    }
    // Gives the buffer itself: nothing else refers to what has been joined before.
    let mut joined = BytesMut::from(read);
    joined.extend_from_slice(&chunk);
    joined.freeze()
}

fn too_large(limit: usize) -> TransportError {
    let problem = format!(
        "the answer's body is larger than {limit} bytes; `max_response_bytes` on the client's builder \
         raises the limit"
    );
    TransportError::new(TransportPhase::Permanent, problem)
}
