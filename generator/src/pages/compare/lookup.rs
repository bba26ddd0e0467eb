//! Finds what a page names in the document.

use std::collections::BTreeSet;

use super::super::message::{self, Message, Part};
use super::super::page::{Context, Section};
use super::super::spec::{Member, members_of};
use super::Comparison;
use crate::ir::api::{Operation, TypeItem, TypeKind};
use crate::ir::{Location, Type, TypeId};

/// Where names are looked for.
#[derive(Default)]
pub(super) struct Scope<'a> {
    pub(super) parameters: Vec<Member<'a>>,
    pub(super) messages: Vec<Message<'a>>,
}

impl<'a> Comparison<'a> {
    /// The operations that a place on a page is about; nothing if the document lacks the one that is named there.
    pub(super) fn operations_of(&self, context: &Context) -> Vec<&'a Operation> {
        match &context.operation {
            Some(line) => self.spec.operation(line).into_iter().collect(),
            None => self.operations.clone(),
        }
    }

    /// What a place on a page is about.
    pub(super) fn scope(&self, context: &Context) -> Scope<'a> {
        let mut scope = Scope::default();
        for operation in self.operations_of(context) {
            let parameters = message::parameters(self.spec.api, operation).into_iter();
            let is_meant = |location: Location| match context.section {
                Section::Headers => location == Location::Header,
                Section::Path => location == Location::Path,
                Section::Query => location == Location::Query,
                Section::Parameters | Section::Unknown => true,
                Section::Request | Section::Response(_) => false,
            };
            let meant = parameters.filter(|(location, _)| is_meant(*location));
            scope.parameters.extend(meant.map(|(_, member)| member));
            scope
                .messages
                .extend(self.messages(operation, context.section));
        }
        if context.section == Section::Unknown {
            scope.messages.extend(message::incoming(self.spec.api));
        }
        scope
    }

    /// The bodies of an operation that a section is about.
    pub(super) fn messages(&self, operation: &'a Operation, section: Section) -> Vec<Message<'a>> {
        let mut messages = message::of_operation(operation);
        messages.retain(|message| match section {
            Section::Unknown => true,
            Section::Request | Section::Parameters => matches!(message.part, Part::Request),
            Section::Response(status) => message.is_response(status),
            Section::Headers | Section::Path | Section::Query => false,
        });
        messages
    }

    /// What names lead to: a parameter, or a property of a body, or else a property deep inside of one, since pages list
    /// fields of fields without saying so. The second value is whether it is where the names lead.
    pub(super) fn find(&self, scope: &Scope<'a>, names: &[String]) -> (Vec<Member<'a>>, bool) {
        let Some((first, rest)) = names.split_first() else {
            return (Vec::new(), false);
        };
        let values: Vec<&'a Type> = scope.messages.iter().map(|message| message.value).collect();
        let own = values.iter().flat_map(|value| self.spec.members(value));
        let candidates = scope.parameters.iter().cloned().chain(own);
        let mut found = named(candidates, first);
        let is_exact = !found.is_empty();
        if !is_exact {
            found = named(self.deep(&values), first);
        }
        for name in rest {
            let values: Vec<&'a Type> = found.iter().map(|member| member.value).collect();
            let own = values.iter().flat_map(|value| self.spec.members(value));
            found = named(own, name);
            if found.is_empty() {
                found = named(self.deep(&values), name);
            }
        }
        (found, is_exact)
    }

    /// Every property of everything that values reach.
    fn deep(&self, values: &[&'a Type]) -> impl Iterator<Item = Member<'a>> + use<'a> {
        self.reached(values).into_iter().flat_map(members_of)
    }

    /// Every type that values reach.
    pub(super) fn reached(&self, values: &[&'a Type]) -> Vec<&'a TypeItem> {
        let mut rest: Vec<TypeId> = values
            .iter()
            .rev()
            .filter_map(|value| value.name())
            .collect();
        let mut seen = BTreeSet::new();
        let mut reached = Vec::new();
        while let Some(id) = rest.pop() {
            let Some(item) = self.spec.item(id).filter(|_| seen.insert(id)) else {
                continue;
            };
            if !matches!(item.kind, TypeKind::Absent) {
                reached.push(item);
            }
            rest.extend(item.values().into_iter().rev().filter_map(Type::name));
        }
        reached
    }
}

/// Those of a name. Headers have no case.
fn named<'a>(members: impl Iterator<Item = Member<'a>>, name: &str) -> Vec<Member<'a>> {
    let mut seen = BTreeSet::new();
    let found = members.filter(|member| {
        member.wire == name || member.wire.contains('-') && member.wire.eq_ignore_ascii_case(name)
    });
    found
        .filter(|member| seen.insert(member.pointer.clone()))
        .collect()
}
