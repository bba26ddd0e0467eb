//! What the document says and no page mentions.

use std::collections::BTreeSet;

use super::super::comments::Claim;
use super::super::message::{self, Message, Part, line};
use super::super::page::{Origin, Page, Section};
use super::super::spec::{Member, members_of, values_of};
use super::fields::is_common_header;
use super::{Comparison, operations};
use crate::document::Pointer;
use crate::ir::api::{Operation, TypeItem, TypeKind};
use crate::ir::{Statuses, Type, TypeId};

impl<'a> Comparison<'a> {
    pub(super) fn find_unmentioned(&mut self) {
        let names_operations = self
            .pages
            .iter()
            .any(|page| operations::lines(page).next().is_some());
        let names_fields = self
            .pages
            .iter()
            .any(|page| !page.fields.is_empty() || !page.samples.is_empty());
        if !names_operations {
            self.silence(
                "no page names a method and a path, so operations can't be compared",
                "path",
            );
        }
        if !names_fields {
            self.silence(
                "no page names fields, so properties and parameters can't be compared",
                "names",
            );
        }
        for operation in self.spec.api.operations() {
            if names_operations && !self.mentioned.contains(&operation.origin.0) {
                let message = format!("no page names `{}`", line(operation));
                self.addition(&operation.origin.0, message);
            }
        }
        let mut visit = Visit {
            names_fields,
            seen: BTreeSet::new(),
        };
        for operation in self.operations.clone() {
            self.visit_operation(operation, &mut visit);
        }
    }

    /// That a kind of fact is on no page. `word` has to be in a comment that explains it.
    fn silence(&mut self, message: &str, word: &str) {
        let claim = Claim {
            about: None,
            says: vec![vec![word.to_owned()]],
        };
        self.remarks.push(super::Remark {
            verdict: super::Verdict::Undecidable,
            page: None,
            spec: None,
            message: message.to_owned(),
            reason: self.spec.comments.of_difference(None, &claim),
        });
    }

    fn visit_operation(&mut self, operation: &'a Operation, visit: &mut Visit) {
        for (_, member) in message::parameters(self.spec.api, operation) {
            // Pages tell of authentication in many ways.
            if !is_common_header(member.wire) {
                self.visit_member(&member, |name| format!("the parameter `{name}`"), visit);
            }
        }
        for message in message::of_operation(operation) {
            if self.is_shown(&message) {
                self.visit_value(message.value, visit);
            } else {
                let place = self.response_place(operation, &message);
                self.addition(&place, format!("no page shows {}", message.role()));
            }
        }
    }

    /// Whether the pages are about a body: errors only if they name their status.
    fn is_shown(&self, message: &Message<'_>) -> bool {
        match message.part {
            Part::Response(statuses) if !statuses.is_success() => {
                let statuses = self.pages.iter().flat_map(statuses_of);
                let mut wanted = statuses.filter(|status| *status >= 300);
                wanted.any(|status| message.is_response(Some(status)))
            }
            _ => true,
        }
    }

    fn response_place(&self, operation: &Operation, message: &Message<'_>) -> Pointer {
        let key = match message.part {
            Part::Response(Statuses::Exactly(status)) => status.to_string(),
            Part::Response(Statuses::Class(class)) => format!("{class}XX"),
            _ => "default".to_owned(),
        };
        operation.origin.0.child("responses").child(key)
    }

    fn visit_member(
        &mut self,
        member: &Member<'a>,
        what: impl Fn(&str) -> String,
        visit: &mut Visit,
    ) {
        if !visit.seen.insert(member.pointer.clone()) {
            return;
        }
        if visit.names_fields && !self.mentioned.contains(&member.pointer) {
            let message = format!("no page mentions {}", what(member.wire));
            self.addition(&member.pointer, message);
        } else {
            self.visit_limits(member);
            self.visit_value(member.value, visit);
        }
    }

    fn visit_limits(&mut self, member: &Member<'a>) {
        for limit in self.spec.limits(&member.pointer) {
            if !self.mentioned.contains(&limit.pointer) {
                let keyword = limit.pointer.last().unwrap_or_default();
                let message = format!(
                    "no page mentions `{keyword}: {}` of `{}`",
                    limit.number, member.wire
                );
                self.addition(&limit.pointer, message);
            }
        }
    }

    fn visit_value(&mut self, value: &'a Type, visit: &mut Visit) {
        let mut rest: Vec<TypeId> = value.name().into_iter().collect();
        while let Some(id) = rest.pop() {
            let Some(item) = self
                .spec
                .item(id)
                .filter(|item| visit.seen.insert(item.origin.0.clone()))
            else {
                continue;
            };
            match &item.kind {
                TypeKind::Union(union) => {
                    let shown = union
                        .variants
                        .iter()
                        .filter_map(|variant| variant.payload.name());
                    let shown: Vec<_> = shown.filter(|id| self.visit_variant(*id, visit)).collect();
                    rest.extend(shown.into_iter().rev());
                }
                TypeKind::Alias(target) => rest.extend(target.name()),
                TypeKind::Struct(_) => self.visit_struct(item, visit),
                TypeKind::TextEnum(_) | TypeKind::ScalarEnum(_) => self.visit_values(item),
                TypeKind::Absent => {}
            }
        }
    }

    fn visit_struct(&mut self, item: &'a TypeItem, visit: &mut Visit) {
        for member in members_of(item) {
            self.visit_member(
                &member,
                |name| format!("the property `{name}` of `{}`", item.name),
                visit,
            );
        }
    }

    /// Whether any page shows a variant of a union; reports it otherwise.
    fn visit_variant(&mut self, id: TypeId, visit: &Visit) -> bool {
        let Some(item) = self.spec.item(id) else {
            return false;
        };
        let members = members_of(item);
        let is_shown = members.is_empty()
            || members
                .iter()
                .any(|member| self.mentioned.contains(&member.pointer));
        if visit.names_fields && !is_shown {
            let message = format!("no page shows the variant `{}`", item.name);
            self.addition(&item.origin.0, message);
        }
        is_shown || !visit.names_fields
    }

    fn visit_values(&mut self, item: &'a TypeItem) {
        for value in values_of(item) {
            let pointer = self.spec.value_pointer(item, &value);
            if !self.mentioned.contains(&pointer) {
                self.addition(
                    &pointer,
                    format!("no page mentions the value `{value}` of `{}`", item.name),
                );
            }
        }
    }

    /// Where every property and parameter of what the pages are about stands.
    pub(super) fn members(&self) -> Vec<Pointer> {
        let mut pointers = Vec::new();
        for operation in &self.operations {
            let parameters = message::parameters(self.spec.api, operation).into_iter();
            pointers.extend(parameters.map(|(_, member)| member.pointer));
            let values: Vec<_> = message::of_operation(operation)
                .iter()
                .map(|message| message.value)
                .collect();
            let reached = self.reached(&values).into_iter();
            pointers.extend(reached.flat_map(members_of).map(|member| member.pointer));
        }
        pointers
    }
}

/// A way through everything that the document says.
struct Visit {
    /// Whether any page names fields.
    names_fields: bool,
    seen: BTreeSet<Pointer>,
}

/// The statuses that a page speaks of.
fn statuses_of(page: &Page) -> impl Iterator<Item = u16> {
    let fields = page.fields.iter().map(|field| &field.context);
    let samples = page
        .samples
        .iter()
        .filter_map(|sample| match &sample.origin {
            Origin::Part(context) => Some(context),
            _ => None,
        });
    fields
        .chain(samples)
        .filter_map(|context| match context.section {
            Section::Response(status) => status,
            _ => None,
        })
}
