//! What an operation's answers are decoded as.

use super::super::names::success_words;
use super::super::types::Types;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::ir::api::{ErrorBody, EventSuccess, Success, SuccessCase};
use crate::ir::draft::{Operation, Response};
use crate::ir::{Events, Payload, Statuses};
use crate::names::{Identifier, Scope, Wish};

/// The successes: 2xx, or `default` where an operation documents none.
///
/// One type, whichever status it comes with, is the result itself, or an `Option` of it if some success has no body.
/// Several types are an enum, which `name` names. Streams of events are left out.
pub(super) fn success(
    types: &Types,
    operation: &Operation,
    name: impl FnOnce() -> Identifier,
) -> Success {
    let cases: Vec<(&Response, Payload)> = successes(operation)
        .filter(|response| response.payload != Payload::Empty || response.events.is_none())
        .map(|response| (response, types.written_payload(&response.payload)))
        .collect();
    let mut bodies: Vec<&(&Response, Payload)> = Vec::new();
    for case in cases
        .iter()
        .filter(|(_, payload)| *payload != Payload::Empty)
    {
        if !bodies.iter().any(|(_, payload)| *payload == case.1) {
            bodies.push(case);
        }
    }
    match bodies.as_slice() {
        [] => Success::One {
            statuses: statuses(&cases),
            media_type: String::new(),
            payload: Payload::Empty,
            optional: false,
        },
        [(response, payload)] => Success::One {
            statuses: statuses(&cases),
            media_type: response.media_type.clone(),
            payload: payload.clone(),
            optional: cases.iter().any(|(_, payload)| *payload == Payload::Empty),
        },
        _ => Success::Several {
            name: name(),
            cases: success_cases(cases),
        },
    }
}

/// The successes that can be streams of events.
///
/// Their type does not depend on the status, which is not known when the call is made to ask for events.
pub(super) fn events(
    types: &Types,
    operation: &Operation,
    diagnostics: &mut Diagnostics,
) -> Option<EventSuccess> {
    let streams: Vec<(Statuses, Events)> = successes(operation)
        .filter_map(|response| {
            let events = types.written_events(response.events.as_ref()?);
            Some((as_success(response.statuses), events))
        })
        .collect();
    let (_, first) = streams.first()?;
    let events = match streams.iter().all(|(_, events)| events == first) {
        true => first.clone(),
        false => {
            let place = operation.origin.0.child("responses");
            let message = "the events differ by status; they are kept as they are, without a type";
            let diagnostic = Diagnostic::new(Code::DifferentEvents, place, message).at_key();
            diagnostics.push(diagnostic);
            Events::Plain
        }
    };
    // A success without a body is a stream without events.
    let ends = successes(operation)
        .filter(|response| response.events.is_none() && response.payload == Payload::Empty)
        .map(|response| as_success(response.statuses));
    let statuses = streams.iter().map(|(statuses, _)| *statuses);
    Some(EventSuccess {
        statuses: statuses.chain(ends).collect(),
        events,
    })
}

/// Everything that is no success, most specific statuses first.
pub(super) fn errors(types: &Types, operation: &Operation) -> Vec<ErrorBody> {
    let failures = operation
        .responses
        .iter()
        .filter(|response| !response.statuses.is_success());
    let mut errors: Vec<ErrorBody> = failures
        .map(|response| ErrorBody {
            statuses: response.statuses,
            media_type: response.media_type.clone(),
            payload: types.written_payload(&response.payload),
            docs: response.docs.clone(),
        })
        .collect();
    errors.sort_by_key(|error| specificity(error.statuses));
    errors
}

fn successes(operation: &Operation) -> impl Iterator<Item = &Response> {
    let documented = operation
        .responses
        .iter()
        .any(|response| response.statuses.is_success());
    operation.responses.iter().filter(move |response| {
        response.statuses.is_success() || (!documented && response.statuses == Statuses::Default)
    })
}

/// `default` as a success stands for every 2xx.
fn as_success(statuses: Statuses) -> Statuses {
    match statuses {
        Statuses::Default => Statuses::Class(2),
        other => other,
    }
}

fn statuses(cases: &[(&Response, Payload)]) -> Vec<Statuses> {
    cases
        .iter()
        .map(|(response, _)| as_success(response.statuses))
        .collect()
}

fn specificity(statuses: Statuses) -> u8 {
    match statuses {
        Statuses::Exactly(_) => 0,
        Statuses::Class(_) => 1,
        Statuses::Default => 2,
    }
}

fn success_cases(cases: Vec<(&Response, Payload)>) -> Vec<SuccessCase> {
    let wishes: Vec<Wish> = cases
        .iter()
        .map(|(response, _)| Wish::of("", [success_words(response.statuses)]))
        .collect();
    let names = Scope::variants().mint(&wishes);
    let cases = cases
        .into_iter()
        .zip(names)
        .map(|((response, payload), name)| SuccessCase {
            name: name.name,
            statuses: as_success(response.statuses),
            media_type: response.media_type.clone(),
            payload,
            docs: response.docs.clone(),
        });
    cases.collect()
}
