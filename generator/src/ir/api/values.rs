//! What the items of the frozen model are written with.

use super::{Api, EventSuccess, IncomingRequest, Operation, Success, TypeItem, TypeKind};
use crate::ir::Type;

impl Api {
    /// Every operation, accessor by accessor.
    pub fn operations(&self) -> impl Iterator<Item = &Operation> {
        let resources = self.resources.iter();
        resources.flat_map(|resource| &resource.operations)
    }

    /// Every request that the API makes.
    pub fn incoming(&self) -> impl Iterator<Item = &IncomingRequest> {
        self.webhooks.iter().chain(&self.callbacks)
    }
}

impl TypeItem {
    /// The types that its item is written with, in their order.
    pub fn values(&self) -> Vec<&Type> {
        match &self.kind {
            TypeKind::Alias(target) => vec![target],
            TypeKind::Struct(structure) => {
                let fields = structure.fields.iter().map(|field| &field.draft.value);
                let additional = structure.additional.iter().map(|(_, value)| value);
                fields.chain(additional).collect()
            }
            TypeKind::Union(union) => {
                let variants = union.variants.iter();
                variants.map(|variant| &variant.payload).collect()
            }
            TypeKind::TextEnum(_) | TypeKind::ScalarEnum(_) | TypeKind::Absent => Vec::new(),
        }
    }
}

impl Operation {
    /// The streams of events that it may answer with: its success itself, or beside it.
    pub fn event_streams(&self) -> impl Iterator<Item = &EventSuccess> {
        let only = match &self.success {
            Success::Events(success) => Some(success),
            Success::One { .. } | Success::Several { .. } => None,
        };
        only.into_iter().chain(&self.events)
    }

    /// The types that its call is written with: of what it is given, of what it answers, and of items of its pages.
    pub fn values(&self) -> Vec<&Type> {
        let parameters = self.parameters.iter().map(|parameter| &parameter.value);
        let body = self.body.iter().map(|body| &body.payload);
        let successes = match &self.success {
            Success::One { payload, .. } => vec![payload],
            Success::Events(_) => Vec::new(),
            Success::Several { cases, .. } => cases.iter().map(|case| &case.payload).collect(),
        };
        let errors = self.errors.iter().map(|error| &error.payload);
        let payloads = body.chain(successes).chain(errors);
        let headers = self.headers.iter().flat_map(|headers| &headers.headers);
        let headers = headers.map(|header| &header.value);
        let events = self
            .event_streams()
            .filter_map(|success| success.events.value());
        parameters
            .chain(payloads.filter_map(|payload| payload.value()))
            .chain(events)
            .chain(headers)
            .chain(self.paging.iter().map(|paging| &paging.item))
            .collect()
    }
}
