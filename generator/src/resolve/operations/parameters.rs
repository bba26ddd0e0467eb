//! Arguments and setters of a call: its parameters and its body.

use super::super::report_contest;
use super::super::types::Types;
use crate::diagnostic::Diagnostics;
use crate::ir::api::{Body, Parameter, ParameterPresence};
use crate::ir::{Location, draft};
use crate::names::{Identifier, Scope, Wish, Words};

/// Freezes the parameters and the body of an operation, which share a scope.
///
/// Parameters of the path have the first choice of names: the path is what tells calls apart.
pub(super) fn resolve(
    types: &Types,
    operation: &draft::Operation,
    diagnostics: &mut Diagnostics,
) -> (Vec<Parameter>, Option<Body>) {
    let mut scope = Scope::arguments();
    let names = parameter_names(&mut scope, &operation.parameters, diagnostics);
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
        name: scope
            .mint_one(&Wish::of(
                "body",
                [Words::of("body"), Words::of("request_body")],
            ))
            .name,
        required: draft.required,
        media_type: draft.media_type.clone(),
        payload: types.written_payload(&draft.payload),
        docs: draft.docs.clone(),
        origin: draft.origin.clone(),
    });
    (parameters, body)
}

fn parameter_names(
    scope: &mut Scope,
    parameters: &[draft::Parameter],
    diagnostics: &mut Diagnostics,
) -> Vec<Identifier> {
    let mut names: Vec<Option<Identifier>> = vec![None; parameters.len()];
    for in_path in [true, false] {
        let batch = parameters.iter().zip(&mut names);
        let batch =
            batch.filter(|(parameter, _)| (parameter.location == Location::Path) == in_path);
        let (drafts, slots): (Vec<_>, Vec<_>) = batch.unzip();
        let wishes: Vec<Wish> = drafts.iter().map(|draft| wish(draft)).collect();
        for ((draft, slot), minted) in drafts.into_iter().zip(slots).zip(scope.mint(&wishes)) {
            report_contest(&minted, &draft.wire, &draft.origin.0, diagnostics);
            *slot = Some(minted.name);
        }
    }
    names.into_iter().flatten().collect()
}

/// Named after its wire name; if that isn't unique, with its symbols spelled out, then with its location in front.
fn wish(parameter: &draft::Parameter) -> Wish {
    let location = Words::of(match parameter.location {
        Location::Path => "path",
        Location::Query => "query",
        Location::Header => "header",
        Location::Cookie => "cookie",
    });
    let (plain, spelled) = (Words::of(&parameter.wire), Words::spelled(&parameter.wire));
    let located = [location.then(&plain), location.then(&spelled)];
    let wish = Wish::of(&parameter.wire, [plain, spelled].into_iter().chain(located));
    match &parameter.rust_name {
        Some(name) => wish.rather(Words::of(name)),
        None => wish,
    }
}

fn presence(parameter: &draft::Parameter) -> ParameterPresence {
    match &parameter.constant {
        Some(constant) if parameter.required => ParameterPresence::Constant(constant.clone()),
        _ if parameter.required => ParameterPresence::Required,
        _ => ParameterPresence::Optional,
    }
}
