//! The bodies of a document: what a sample on a page can be one of.

use crate::ir::api::{Api, Operation, ParameterPresence, Success};
use crate::ir::{Location, Placement, Statuses, Type};

use super::spec::Member;
use crate::document::Pointer;

/// A body that is sent or answered.
#[derive(Clone, Copy)]
pub(super) struct Message<'a> {
    /// Whose it is; `None` for requests that the API makes.
    pub(super) operation: Option<&'a Operation>,
    pub(super) part: Part<'a>,
    pub(super) value: &'a Type,
}

/// Which of an operation's bodies.
#[derive(Clone, Copy)]
pub(super) enum Part<'a> {
    Request,
    Response(Statuses),
    /// The body of a request that the API makes, by what the document calls it.
    Incoming(&'a str),
}

impl Message<'_> {
    /// What people call it: `the request of POST /v1/orders`.
    pub(super) fn role(&self) -> String {
        let of = self
            .operation
            .map_or_else(String::new, |operation| format!(" of {}", line(operation)));
        match self.part {
            Part::Request => format!("the request{of}"),
            Part::Response(Statuses::Exactly(status)) => format!("the response {status}{of}"),
            Part::Response(Statuses::Class(class)) => format!("the response {class}xx{of}"),
            Part::Response(Statuses::Default) => format!("the default response{of}"),
            Part::Incoming(name) => format!("the webhook `{name}`"),
        }
    }

    pub(super) fn is_response(&self, wanted: Option<u16>) -> bool {
        match (self.part, wanted) {
            (Part::Response(_), None) => true,
            (Part::Response(statuses), Some(status)) => has_status(statuses, status),
            _ => false,
        }
    }
}

/// An operation by its method and path.
pub(super) fn line(operation: &Operation) -> String {
    format!("{} {}", operation.method, operation.path)
}

/// The bodies of an operation: its request, its successes, its errors.
pub(super) fn of_operation(operation: &Operation) -> Vec<Message<'_>> {
    let request = operation
        .body
        .iter()
        .map(|body| (Part::Request, &body.payload));
    let successes: Vec<_> = match &operation.success {
        Success::One {
            statuses, payload, ..
        } => {
            let statuses = statuses.first().copied().unwrap_or(Statuses::Class(2));
            vec![(Part::Response(statuses), payload)]
        }
        Success::Several { cases, .. } => cases
            .iter()
            .map(|case| (Part::Response(case.statuses), &case.payload))
            .collect(),
        Success::Events(_) => Vec::new(),
    };
    let errors = operation
        .errors
        .iter()
        .map(|error| (Part::Response(error.statuses), &error.payload));
    let all = request.chain(successes).chain(errors);
    all.filter_map(|(part, payload)| {
        Some(Message {
            operation: Some(operation),
            part,
            value: payload.value()?,
        })
    })
    .collect()
}

/// The bodies of requests that the API makes.
pub(super) fn incoming(api: &Api) -> impl Iterator<Item = Message<'_>> {
    api.incoming().filter_map(|request| {
        let value = request.payload.value()?;
        Some(Message {
            operation: None,
            part: Part::Incoming(&request.key),
            value,
        })
    })
}

/// The parameters of an operation with where they travel, the headers and the like of its credentials included.
pub(super) fn parameters<'a>(
    api: &'a Api,
    operation: &'a Operation,
) -> Vec<(Location, Member<'a>)> {
    static TEXT: Type = Type::String;
    let parameters = operation.parameters.iter().map(|parameter| {
        let required = parameter.presence == ParameterPresence::Required;
        let pointer = parameter.origin.0.clone();
        (
            parameter.location,
            Member {
                wire: &parameter.wire,
                pointer,
                value: &parameter.value,
                required,
            },
        )
    });
    let credentials = api
        .credentials
        .iter()
        .filter(|_| !operation.security.is_empty());
    let credentials = credentials.map(|credential| {
        let (location, wire) = match &credential.placement {
            Placement::Header(name) => (Location::Header, name.as_str()),
            Placement::Query(name) => (Location::Query, name.as_str()),
            Placement::Cookie(name) => (Location::Cookie, name.as_str()),
            Placement::Bearer | Placement::Basic => (Location::Header, "Authorization"),
        };
        let schemes = Pointer::root().child("components").child("securitySchemes");
        let pointer = schemes.child(&credential.wire);
        (
            location,
            Member {
                wire,
                pointer,
                value: &TEXT,
                required: true,
            },
        )
    });
    parameters.chain(credentials).collect()
}

fn has_status(statuses: Statuses, status: u16) -> bool {
    match statuses {
        Statuses::Exactly(exactly) => exactly == status,
        Statuses::Class(class) => u16::from(class) == status / 100,
        Statuses::Default => true,
    }
}
