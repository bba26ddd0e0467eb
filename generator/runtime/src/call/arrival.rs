//! In which form an answer is waited for.

use bytes::Bytes;
use http::{Request, Response};

use super::super::stream::{Incoming, StreamLimits};
use super::super::transport::{BodyStream, BoxFuture, Limits, Transport, TransportError, collect};
use super::exchange::Received;

/// How an attempt is sent, and how much of its answer is waited for.
pub(super) trait Form: Sync {
    /// The answer's body.
    type Body: Send;

    fn send<'t>(
        &'t self,
        transport: &'t dyn Transport,
        request: Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'t, Result<Response<Self::Body>, TransportError>>;
}

/// All of it.
pub(super) struct Whole;

impl Form for Whole {
    type Body = Bytes;

    fn send<'t>(
        &'t self,
        transport: &'t dyn Transport,
        request: Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'t, Result<Response<Bytes>, TransportError>> {
        transport.send(request, limits)
    }
}

/// Whether the answer with this head is to be read while it arrives.
pub(super) type IsStream<'c> = &'c (dyn Fn(&Response<BodyStream>) -> bool + Send + Sync);

/// Its head, if it is a stream; all of any other, such as an error.
pub(super) struct Opened<'c> {
    pub(super) is_stream: IsStream<'c>,
}

/// A body that has arrived, or is still arriving.
pub(super) enum Body {
    Whole(Bytes),
    Stream(BodyStream),
}

/// An answer that has arrived, or is still arriving.
pub(super) enum Arrival {
    Whole(Received),
    Stream(Incoming),
}

impl Arrival {
    pub(super) fn new(received: Received<Body>, limits: StreamLimits) -> Self {
        let Received {
            client,
            target,
            answer,
            attempts,
        } = received;
        let (head, body) = answer.into_parts();
        match body {
            Body::Whole(body) => Self::Whole(Received {
                client,
                target,
                answer: Response::from_parts(head, body),
                attempts,
            }),
            Body::Stream(body) => {
                let answer = Response::from_parts(head, body);
                Self::Stream(Incoming::new(client, target, attempts, answer, limits))
            }
        }
    }
}

impl Form for Opened<'_> {
    type Body = Body;

    fn send<'t>(
        &'t self,
        transport: &'t dyn Transport,
        request: Request<Bytes>,
        limits: Limits,
    ) -> BoxFuture<'t, Result<Response<Body>, TransportError>> {
        let answer = transport.stream(request, limits);
        Box::pin(async move {
            let answer = answer.await?;
            if (self.is_stream)(&answer) {
                return Ok(answer.map(Body::Stream));
            }
            let answer = collect(answer, limits.response_bytes).await?;
            Ok(answer.map(Body::Whole))
        })
    }
}
