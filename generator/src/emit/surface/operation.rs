//! Operations: methods of the accessors, and the calls that they make.

use super::super::operation::{Given, optional, required};
use super::super::rust_type::Types;
use super::item::{Argument, Aspect, Item, ItemKind};
use super::text::written;
use super::{answer, wire};
use crate::ir::Origin;
use crate::ir::api::{Api, Operation, ParameterPresence, Resource};

/// An accessor, its operations and their calls.
pub(super) fn collect(types: Types<'_>, api: &Api, resource: &Resource, items: &mut Vec<Item>) {
    let first = resource.operations.first();
    let place = first.map_or_else(|| Origin::at([]), |operation| operation.origin.clone());
    let tag = resource.tag.clone().unwrap_or_default();
    let accessor = format!("Client::{}()", resource.accessor);
    let path = format!("resources::{}", resource.name);
    let gate = api
        .has_features
        .then(|| resource.feature.as_str().to_owned());
    items.push(
        Item::new(ItemKind::Accessor, "", accessor.clone(), &place)
            .identity(&tag)
            .alternatives(Aspect::Gate, gate.into_iter().collect())
            .docs(&resource.docs),
    );
    items.push(
        Item::new(ItemKind::Resource, "", path.clone(), &place)
            .identity(&tag)
            .follows(accessor),
    );
    for operation in &resource.operations {
        items.push(method(types, operation, &path));
        let call = format!("operations::{}", operation.name);
        let method = format!("{path}::{}()", operation.method_name);
        items.push(
            Item::new(ItemKind::Call, "", call.clone(), &operation.origin)
                .identity(wire::request_line(operation))
                .follows(method),
        );
        items.extend(optional(operation).map(|given| parameter(types, operation, given, &call)));
        answer::collect(types, operation, &call, items);
    }
}

fn method(types: Types<'_>, operation: &Operation, resource: &str) -> Item {
    let path = format!("{resource}::{}()", operation.method_name);
    let arguments = required(operation).map(|given| argument(types, operation, given));
    let item = Item::new(ItemKind::Operation, resource, path, &operation.origin)
        .identity(wire::request_line(operation))
        .arguments(arguments.collect())
        .alternatives(Aspect::Security, wire::security(&operation.security))
        .alternatives(Aspect::BaseUrl, operation.server.iter().cloned().collect())
        .alternatives(Aspect::Constant, constants(operation))
        .fact(Aspect::OperationId, &operation.id)
        .fact(Aspect::PathTemplate, &operation.path)
        .docs(&operation.docs);
    let rule = operation.retry_rule.as_ref().map(wire::retry_rule);
    item.alternatives(Aspect::RetryRule, rule.into_iter().collect())
}

/// Parameters that are sent without asking.
fn constants(operation: &Operation) -> Vec<String> {
    let constants = operation.parameters.iter().filter_map(|parameter| {
        let ParameterPresence::Constant(value) = &parameter.presence else {
            return None;
        };
        Some(wire::constant(parameter, value, operation))
    });
    constants.collect()
}

fn argument(types: Types<'_>, operation: &Operation, given: Given<'_>) -> Argument {
    Argument {
        name: given.name().to_string(),
        identity: identity(operation, given),
        ty: written(&given.argument(types).ty),
        wire: encoding(given),
    }
}

fn parameter(types: Types<'_>, operation: &Operation, given: Given<'_>, call: &str) -> Item {
    let (place, aspect) = match given {
        Given::Parameter(parameter) => (&parameter.origin, Aspect::Encoding),
        Given::Body(_) => (&operation.origin, Aspect::MediaType),
    };
    Item::new(
        ItemKind::Parameter,
        call,
        format!("{call}::{}()", given.name()),
        place,
    )
    .identity(identity(operation, given))
    .signature(written(&given.argument(types).ty))
    .fact(aspect, encoding(given))
    .docs(given.docs())
}

fn identity(operation: &Operation, given: Given<'_>) -> String {
    match given {
        Given::Parameter(parameter) => wire::name(parameter, operation),
        Given::Body(_) => "body".to_owned(),
    }
}

fn encoding(given: Given<'_>) -> String {
    match given {
        Given::Parameter(parameter) => wire::encoding(&parameter.encoding),
        Given::Body(body) => wire::media_type(&body.media_type, &body.payload),
    }
}
