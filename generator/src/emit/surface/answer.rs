//! What calls answer: results, streams, pages, headers, errors.

use super::super::operation::{event, has_chunks, output, payload_type};
use super::super::rust_type::Types;
use super::item::{Aspect, Item, ItemKind};
use super::text::written;
use super::wire;
use crate::ir::api::{ErrorBody, EventSuccess, Headers, Operation, Paging, Success, SuccessCase};
use crate::ir::{Events, Payload};
use crate::names::Identifier;

/// Everything that a call can answer.
pub(super) fn collect(types: Types<'_>, operation: &Operation, call: &str, items: &mut Vec<Item>) {
    let answer = Answer {
        types,
        operation,
        call,
    };
    items.push(answer.output());
    if let Success::Several { name, cases } = &operation.success {
        answer.response(name, cases, items);
    }
    items.extend(
        operation
            .events
            .as_ref()
            .map(|success| answer.events(success)),
    );
    if has_chunks(operation) {
        items.push(answer.own(ItemKind::Chunks, "stream()"));
    }
    items.extend(operation.paging.as_ref().map(|paging| answer.pages(paging)));
    if let Some(headers) = &operation.headers {
        answer.headers(headers, items);
    }
    items.extend(
        operation
            .errors
            .iter()
            .filter_map(|error| answer.error(error)),
    );
}

struct Answer<'a> {
    types: Types<'a>,
    operation: &'a Operation,
    call: &'a str,
}

impl Answer<'_> {
    /// Something that the call has at most one of.
    fn own(&self, kind: ItemKind, name: &str) -> Item {
        let path = format!("{}::{name}", self.call);
        Item::new(kind, self.call, path, &self.operation.origin).identity(name)
    }

    /// A struct or an enum beside the call.
    fn beside(&self, kind: ItemKind, name: &Identifier) -> Item {
        let path = format!("operations::{name}");
        Item::new(kind, "", path, &self.operation.origin)
            .identity(wire::request_line(self.operation))
            .follows(self.call)
    }

    fn output(&self) -> Item {
        let item = self.own(ItemKind::Output, "await");
        let item = item.signature(written(&output(self.types, self.operation)));
        match &self.operation.success {
            Success::One {
                statuses,
                media_type,
                payload,
                ..
            } => {
                let statuses = statuses.iter().map(|statuses| wire::statuses(*statuses));
                item.alternatives(Aspect::Statuses, statuses.collect())
                    .fact(Aspect::MediaType, wire::media_type(media_type, payload))
            }
            Success::Events(success) => with_events(item, success),
            Success::Several { .. } => item,
        }
    }

    fn response(&self, name: &Identifier, cases: &[SuccessCase], items: &mut Vec<Item>) {
        let response = self.beside(ItemKind::Response, name);
        let owner = response.path.clone();
        items.push(response);
        items.extend(cases.iter().map(|case| {
            let path = format!("{owner}::{}", case.name);
            Item::new(ItemKind::Case, &owner, path, &self.operation.origin)
                .identity(format!(
                    "{} {}",
                    wire::statuses(case.statuses),
                    case.media_type
                ))
                .signature(written(&payload_type(self.types, &case.payload)))
                .fact(
                    Aspect::MediaType,
                    wire::media_type(&case.media_type, &case.payload),
                )
        }));
    }

    fn events(&self, success: &EventSuccess) -> Item {
        let event = written(&event(self.types, &success.events));
        with_events(
            self.own(ItemKind::Events, "events()").signature(event),
            success,
        )
    }

    fn pages(&self, paging: &Paging) -> Item {
        let item = written(&self.types.of(&paging.item));
        self.own(ItemKind::Pages, "pages()")
            .signature(format!("pages of {item}"))
            .fact(Aspect::PageRule, wire::page_rule(&paging.rule))
    }

    fn headers(&self, headers: &Headers, items: &mut Vec<Item>) {
        let item = self.beside(ItemKind::Headers, &headers.name);
        let owner = item.path.clone();
        items.push(item);
        items.extend(headers.headers.iter().map(|header| {
            let path = format!("{owner}::{}()", header.name);
            Item::new(ItemKind::Header, &owner, path, &self.operation.origin)
                .identity(header.wire.to_ascii_lowercase())
                .signature(written(&self.types.of(&header.value)))
                .fact(Aspect::Encoding, wire::encoding(&header.encoding))
                .docs(&header.docs)
        }));
    }

    /// The type that the body of an error is asked for by; `None` for one without a body.
    fn error(&self, error: &ErrorBody) -> Option<Item> {
        let statuses = wire::statuses(error.statuses);
        let body = written(&payload_type(self.types, &error.payload));
        let name = format!("error {statuses} {}", error.media_type);
        let item = self.own(ItemKind::Error, &name).signature(body);
        let item = item.fact(
            Aspect::MediaType,
            wire::media_type(&error.media_type, &error.payload),
        );
        (error.payload != Payload::Empty).then_some(item)
    }
}

fn with_events(item: Item, success: &EventSuccess) -> Item {
    let form = match success.events {
        Events::Plain => "as they are",
        Events::Data(_) => "JSON in their data",
        Events::Objects { text: false, .. } => "objects with JSON in their data",
        Events::Objects { text: true, .. } => "objects with text in their data",
    };
    let statuses = success
        .statuses
        .iter()
        .map(|statuses| wire::statuses(*statuses));
    item.alternatives(Aspect::Statuses, statuses.collect())
        .fact(Aspect::EventForm, form)
}
