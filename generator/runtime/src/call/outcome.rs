//! From an answer to a value or an error.

use bytes::Bytes;

use super::super::decode::DecodeError;
use super::super::error::Error;
use super::super::operation::{Case, ErrorCase};
use super::super::response::Response;
use super::arrival::Arrival;
use super::exchange::Received;
use super::help;
use super::target::Target;

/// Reads the answer: the only step that knows the type of the result.
pub(super) fn read<T>(cases: &[Case<T>], arrival: Arrival) -> Result<Response<T>, Error> {
    let incoming = match arrival {
        Arrival::Whole(received) => return decode(cases, received),
        Arrival::Stream(incoming) => incoming,
    };
    match Case::opener(cases, incoming.head()) {
        Some(open) => Ok(Response::from(incoming.head().clone()).with(open(incoming))),
        None => Err(incoming.undescribed()),
    }
}

/// Reads an answer that has arrived.
pub(crate) fn decode<T>(cases: &[Case<T>], received: Received) -> Result<Response<T>, Error> {
    let Some(case) = Case::select(cases, &received.answer) else {
        return Err(refusal(received));
    };
    match case.decode(&received.answer) {
        Ok(value) => Ok(Response::from(received.answer).with(value)),
        Err(problem) => Err(undecoded(received, problem)),
    }
}

/// A success as it came.
pub(super) fn raw(received: Received) -> Result<Response<Bytes>, Error> {
    if received.answer.status().is_success() {
        Ok(Response::from(received.answer))
    } else {
        Err(refusal(received))
    }
}

/// The error for an answer that is none of the operation's successes.
fn refusal(received: Received) -> Error {
    if received.answer.status().is_success() {
        return undecoded(received, DecodeError::undescribed());
    }
    let Received {
        client,
        target,
        answer,
        attempts,
    } = received;
    let body = match &target {
        Target::Operation(operation) => ErrorCase::read(operation.errors, &answer),
        Target::Raw { .. } => None,
    };
    let help = help::about(client.api(), &target.schemes(&client), &answer);
    Error::status_of(target.subject(), answer, body, help).after(attempts)
}

fn undecoded(received: Received, problem: DecodeError) -> Error {
    Error::decode(received.target.subject(), received.answer, problem).after(received.attempts)
}
