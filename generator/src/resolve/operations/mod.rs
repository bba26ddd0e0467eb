//! Operations, gathered under the accessors of their tags.

mod headers;
mod paging;
mod parameters;
mod responses;

use indexmap::IndexMap;

use super::names::{OperationName, OperationNames, id, method_wish, shares_id, untagged_accessor};
use super::naming::{NamedScope, Thing};
use super::servers::is_absolute;
use super::types::Types;
use crate::diagnostic::Diagnostics;
use crate::ir::api::{Operation, Resource, Success, TypeItem};
use crate::ir::{Docs, Payload, draft};
use crate::names::{FeatureNames, FileNames, Identifier, Scope, Wish, Words};
use crate::recorded::{Kind, Ledger, Subject};

/// Operations that share an accessor, with their names.
struct Group<'a> {
    tag: Option<&'a str>,
    operations: Vec<(&'a draft::Operation, OperationName)>,
}

/// Freezes the operations. Each stands under its first tag; without one, under the first noun of its path.
pub(super) fn resources(
    types: &Types,
    items: &[TypeItem],
    mut names: OperationNames,
    ledger: &mut Ledger,
    diagnostics: &mut Diagnostics,
) -> Vec<Resource> {
    let groups = groups(types.draft(), &names);
    let wishes: Vec<Wish> = groups
        .iter()
        .map(|(words, group)| Wish::of(group.tag.unwrap_or_default(), [words.clone()]))
        .collect();
    let accessors = Scope::accessors().mint(&wishes);
    let structs = Scope::resources().mint(&wishes);
    let mut files = FileNames::default();
    let mut features = FeatureNames::default();
    let mut resources = Vec::new();
    for (((words, group), accessor), name) in groups.iter().zip(accessors).zip(structs) {
        resources.push(Resource {
            accessor: accessor.name,
            name: name.name,
            file: files.mint(words),
            feature: features.mint(words),
            tag: group.tag.map(str::to_owned),
            docs: tag_docs(types, group.tag),
            operations: operations(types, items, &mut names, words, group, ledger, diagnostics),
        });
    }
    resources
}

/// Tags that differ only in the way they are written are one accessor.
fn groups<'a>(draft: &'a draft::Draft, names: &OperationNames) -> IndexMap<Words, Group<'a>> {
    let mut groups: IndexMap<Words, Group> = IndexMap::new();
    let used = draft
        .operations
        .iter()
        .filter_map(|operation| operation.tags.first());
    for tag in draft
        .tags
        .keys()
        .filter(|tag| used.clone().any(|used| used == *tag))
    {
        groups.entry(Words::of(tag)).or_insert(Group {
            tag: Some(tag),
            operations: Vec::new(),
        });
    }
    for (operation, name) in draft.operations.iter().zip(names.iter()) {
        let tag = operation.tags.first();
        let words = tag.map_or_else(|| untagged_accessor(operation), |tag| Words::of(tag));
        let group = groups.entry(words).or_insert(Group {
            tag: tag.map(String::as_str),
            operations: Vec::new(),
        });
        group.operations.push((operation, name.clone()));
    }
    groups
}

fn tag_docs(types: &Types, tag: Option<&str>) -> Docs {
    tag.and_then(|tag| types.draft().tags.get(tag))
        .cloned()
        .unwrap_or_default()
}

fn operations(
    types: &Types,
    items: &[TypeItem],
    names: &mut OperationNames,
    tag: &Words,
    group: &Group,
    ledger: &mut Ledger,
    diagnostics: &mut Diagnostics,
) -> Vec<Operation> {
    let things = group.operations.iter().map(|(operation, _)| {
        let place = &operation.origin.0;
        let subject = Subject::itself(place, Kind::Method);
        let method = Thing::new(subject, place, &id(operation), method_wish(operation, tag));
        method.excused(shares_id(types.draft(), operation))
    });
    let methods = NamedScope::new(Scope::methods()).mint(things.collect(), ledger);
    let named = group.operations.iter().zip(methods);
    let operations = named.map(|((draft, name), method)| {
        let named = Named {
            draft,
            name,
            method,
        };
        resolve(types, items, names, named, ledger, diagnostics)
    });
    operations.collect()
}

/// An operation with its names.
struct Named<'a> {
    draft: &'a draft::Operation,
    name: &'a OperationName,
    method: Identifier,
}

fn resolve(
    types: &Types,
    items: &[TypeItem],
    names: &mut OperationNames,
    Named {
        draft,
        name,
        method,
    }: Named,
    ledger: &mut Ledger,
    diagnostics: &mut Diagnostics,
) -> Operation {
    let (parameters, body) = parameters::resolve(types, draft, ledger);
    let success = responses::success(types, draft, || {
        names.mint_successes(draft, &name.call, ledger)
    });
    let (success, events) = match (success, responses::events(types, draft, diagnostics)) {
        (
            Success::One {
                payload: Payload::Empty,
                ..
            },
            Some(events),
        ) => (Success::Events(events), None),
        other => other,
    };
    Operation {
        method_name: method,
        name: name.call.clone(),
        file: name.file.clone(),
        id: id(draft),
        method: draft.method.clone(),
        path: draft.path.clone(),
        tags: draft.tags.clone(),
        server: draft
            .server
            .as_ref()
            .map(|server| server.url.clone())
            .filter(|url| is_absolute(url)),
        docs: draft.docs.clone(),
        parameters,
        body,
        paging: paging::resolve(types, items, draft.paging.as_ref(), &success),
        retry_rule: draft.retry_rule.clone(),
        success,
        events,
        errors: responses::errors(types, draft),
        headers: headers::resolve(
            types,
            draft,
            |ledger| names.mint_headers(draft, &name.call, ledger),
            ledger,
            diagnostics,
        ),
        security: draft.security.clone(),
        origin: draft.origin.clone(),
    }
}
