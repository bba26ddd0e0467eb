//! Arguments and setters of a call: its parameters and its body.

use super::super::naming::{NamedScope, Thing};
use super::super::types::Types;
use crate::ir::api::{Body, Parameter, ParameterPresence};
use crate::ir::{Location, draft};
use crate::names::{Identifier, Scope, Wish, Words};
use crate::recorded::{Kind, Ledger, Subject};

/// Freezes the parameters and the body of an operation, which share a scope.
///
/// Parameters of the path have the first choice of names: the path is what tells calls apart.
pub(super) fn resolve(
    types: &Types,
    operation: &draft::Operation,
    ledger: &mut Ledger,
) -> (Vec<Parameter>, Option<Body>) {
    let place = &operation.origin.0;
    let recorded = ledger.recorded_at(place, &[Kind::Parameter, Kind::Body]);
    let mut scope = NamedScope::reserving(Scope::arguments(), recorded);
    let names = parameter_names(&mut scope, operation, ledger);
    let parameters = operation
        .parameters
        .iter()
        .zip(names)
        .map(|(draft, name)| Parameter {
            name,
            wire: draft.wire.clone(),
            location: draft.location,
            presence: presence(draft),
            encoding: draft.encoding.clone(),
            value: types.written(&draft.value),
            docs: draft.docs.clone(),
            origin: draft.origin.clone(),
        });
    let parameters = parameters.collect();
    let body = operation.body.as_ref().map(|draft| Body {
        name: scope.mint_one(body(operation, draft), ledger),
        required: draft.required,
        media_type: draft.media_type.clone(),
        payload: types.written_payload(&draft.payload),
        docs: draft.docs.clone(),
        origin: draft.origin.clone(),
    });
    (parameters, body)
}

fn parameter_names(
    scope: &mut NamedScope,
    operation: &draft::Operation,
    ledger: &mut Ledger,
) -> Vec<Identifier> {
    let parameters = &operation.parameters;
    let mut names: Vec<Option<Identifier>> = vec![None; parameters.len()];
    for in_path in [true, false] {
        let batch = parameters.iter().zip(&mut names);
        let batch =
            batch.filter(|(parameter, _)| (parameter.location == Location::Path) == in_path);
        let (drafts, slots): (Vec<_>, Vec<_>) = batch.unzip();
        let things = drafts.iter().map(|draft| parameter(operation, draft));
        for (slot, name) in slots.into_iter().zip(scope.mint(things.collect(), ledger)) {
            *slot = Some(name);
        }
    }
    names.into_iter().flatten().collect()
}

/// Named after its wire name; if that isn't unique, with its symbols spelled out, then with its location in front.
fn parameter(operation: &draft::Operation, draft: &draft::Parameter) -> Thing {
    let location = match draft.location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Header => "header",
        Location::Cookie => "cookie",
    };
    let wire = &draft.wire;
    let (plain, spelled) = (Words::of(wire), Words::spelled(wire));
    let located = [&plain, &spelled].map(|words| Words::of(location).then(words));
    let wish = Wish::of(wire, [plain, spelled].into_iter().chain(located));
    let wish = match &draft.rust_name {
        Some(name) => wish.rather(Words::of(name)),
        None => wish,
    };
    let called = format!("{location} {wire}");
    let subject = Subject::within(&operation.origin.0, Kind::Parameter, called);
    Thing::new(subject, &draft.origin.0, wire, wish)
}

fn body(operation: &draft::Operation, draft: &draft::Body) -> Thing {
    let candidates = [Words::of("body"), Words::of("request_body")];
    let subject = Subject::itself(&operation.origin.0, Kind::Body);
    Thing::new(
        subject,
        &draft.origin.0,
        "the body",
        Wish::of("body", candidates),
    )
}

fn presence(parameter: &draft::Parameter) -> ParameterPresence {
    match &parameter.constant {
        Some(constant) if parameter.required => ParameterPresence::Constant(constant.clone()),
        _ if parameter.required => ParameterPresence::Required,
        _ => ParameterPresence::Optional,
    }
}
