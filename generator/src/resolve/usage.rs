//! Which types are sent and which are received.

use super::types::{Types, index};
use crate::ir::draft::{Field, TypeShape};
use crate::ir::{Events, Payload, Type, TypeId};

/// The directions in which values of a type travel.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Use {
    /// Callers make values of it.
    pub(super) sent: bool,
    /// Answers hold values of it.
    pub(super) received: bool,
}

/// The directions of all types.
pub(super) struct Usage {
    uses: Vec<Use>,
}

impl Usage {
    /// Walks from what is sent and received.
    ///
    /// Types that nothing reaches may go either way.
    pub(super) fn of(types: &Types) -> Self {
        let sent = reach(types, sent_by_operations(types), |field| !field.read_only);
        let received = reach(types, received(types), |field| !field.write_only);
        let directions = sent.into_iter().zip(received);
        let uses = directions.map(|(sent, received)| match (sent, received) {
            (false, false) => Use {
                sent: true,
                received: true,
            },
            (sent, received) => Use { sent, received },
        });
        Self {
            uses: uses.collect(),
        }
    }

    /// The directions of a type.
    pub(super) fn of_type(&self, id: TypeId) -> Use {
        self.uses.get(index(id)).copied().unwrap_or_default()
    }

    /// Whether callers make values of a type.
    pub(super) fn is_sent(&self, id: TypeId) -> bool {
        self.of_type(id).sent
    }
}

fn sent_by_operations(types: &Types) -> Vec<TypeId> {
    let operations = types.draft().operations.iter();
    let values = operations.flat_map(|operation| {
        let parameters = operation
            .parameters
            .iter()
            .map(|parameter| &parameter.value);
        let body = operation
            .body
            .as_ref()
            .and_then(|body| body.payload.value());
        parameters.chain(body)
    });
    values.filter_map(Type::name).collect()
}

/// What answers hold, and what the API sends by itself.
fn received(types: &Types) -> Vec<TypeId> {
    let draft = types.draft();
    let responses = (draft.operations.iter()).flat_map(|operation| &operation.responses);
    let events = responses
        .clone()
        .filter_map(|response| response.events.as_ref());
    let headers = responses.clone().flat_map(|response| &response.headers);
    let answered = responses.map(|response| &response.payload);
    let incoming = draft.incoming.iter().map(|request| &request.body.payload);
    let values = answered.chain(incoming).filter_map(Payload::value);
    let values = values.chain(events.filter_map(Events::value));
    let values = values.chain(headers.map(|header| &header.value));
    values.filter_map(Type::name).collect()
}

fn reach(types: &Types, mut open: Vec<TypeId>, travels: fn(&Field) -> bool) -> Vec<bool> {
    let mut reached = vec![false; types.draft().types.len()];
    while let Some(id) = open.pop() {
        let Some(known @ false) = reached.get_mut(index(id)) else {
            continue;
        };
        *known = true;
        let Some(draft) = types.get(id) else { continue };
        match &draft.shape {
            TypeShape::Alias(target) => open.extend(target.name()),
            TypeShape::Struct(shape) => {
                let fields = shape
                    .fields
                    .iter()
                    .filter(|field| travels(field))
                    .map(|field| &field.value);
                open.extend(fields.chain(&shape.additional).filter_map(Type::name));
            }
            TypeShape::Union(shape) => {
                open.extend(
                    shape
                        .variants
                        .iter()
                        .filter_map(|variant| variant.payload.name()),
                );
            }
            TypeShape::Enum(_) => {}
        }
    }
    reached
}
