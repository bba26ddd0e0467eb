//! What has become of a request that failed.

use http::header::RETRY_AFTER;
use http::{Response, StatusCode};

use super::super::transport::TransportPhase;

/// What another attempt would mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// The same again.
    Settled,
    /// The first time that the server does anything: it has not begun with this attempt.
    Refused,
    /// Perhaps the second time that the server does it.
    Uncertain,
}

impl Fate {
    /// By what was answered.
    pub(crate) fn of_answer<B>(answer: &Response<B>) -> Self {
        match answer.status() {
            // RFC 8470, section 5.2, and RFC 6585, section 4: the request was not let in.
            StatusCode::TOO_EARLY | StatusCode::TOO_MANY_REQUESTS => Self::Refused,
            // A server that knows when it will be back has not tried; a proxy that lost it does not know.
            StatusCode::SERVICE_UNAVAILABLE if answer.headers().contains_key(RETRY_AFTER) => {
                Self::Refused
            }
            StatusCode::REQUEST_TIMEOUT
            | StatusCode::INTERNAL_SERVER_ERROR
            | StatusCode::BAD_GATEWAY
            | StatusCode::SERVICE_UNAVAILABLE
            | StatusCode::GATEWAY_TIMEOUT => Self::Uncertain,
            _ => Self::Settled,
        }
    }

    /// By how far the exchange came.
    pub(crate) fn of_failure(phase: TransportPhase) -> Self {
        match phase {
            TransportPhase::Connect => Self::Refused,
            TransportPhase::Timeout | TransportPhase::Exchange => Self::Uncertain,
            TransportPhase::Permanent => Self::Settled,
        }
    }
}
