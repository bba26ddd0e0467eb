//! Webhooks and callbacks: names for what they carry.

use super::names::OperationNames;
use super::naming::{NamedScope, Thing};
use super::types::Types;
use crate::ir::api::IncomingRequest;
use crate::ir::draft::{self, Cause};
use crate::names::{Identifier, Scope, Wish, Words};
use crate::recorded::{Kind, Ledger, Subject};

/// Freezes the webhooks.
pub(super) fn webhooks(
    types: &Types,
    names: &OperationNames,
    ledger: &mut Ledger,
) -> Vec<IncomingRequest> {
    resolve(types, names, ledger, |cause| *cause == Cause::Webhook)
}

/// Freezes the callbacks.
pub(super) fn callbacks(
    types: &Types,
    names: &OperationNames,
    ledger: &mut Ledger,
) -> Vec<IncomingRequest> {
    resolve(types, names, ledger, |cause| *cause != Cause::Webhook)
}

fn resolve(
    types: &Types,
    names: &OperationNames,
    ledger: &mut Ledger,
    belongs: fn(&Cause) -> bool,
) -> Vec<IncomingRequest> {
    let requests = types.draft().incoming.iter();
    let requests: Vec<_> = requests.filter(|request| belongs(&request.cause)).collect();
    let things = requests.iter().map(|request| {
        let place = &request.origin.0;
        let wish = wish(request, call(names, &request.cause));
        Thing::new(
            Subject::itself(place, Kind::Alias),
            place,
            &request.key,
            wish,
        )
    });
    let minted = NamedScope::new(Scope::types()).mint(things.collect(), ledger);
    let mut resolved = Vec::new();
    for (request, name) in requests.into_iter().zip(minted) {
        resolved.push(IncomingRequest {
            name,
            key: request.key.clone(),
            method: request.method.clone(),
            asked_for: asked_for(names, &request.cause),
            media_type: request.body.media_type.clone(),
            payload: types.written_payload(&request.body.payload),
            docs: request.docs.clone(),
            origin: request.origin.clone(),
        });
    }
    resolved
}

/// Named after its key, for a callback behind the call that asks for it; if that isn't unique, with the method.
fn wish(request: &draft::IncomingRequest, call: Option<&Identifier>) -> Wish {
    let key = request.rust_name.as_deref().unwrap_or(&request.key);
    let plain = match call {
        Some(call) => Words::of(call.as_str()).then(&Words::of(key)),
        None => Words::of(key),
    };
    let by_method = Words::of(&request.method.to_ascii_lowercase()).then(&plain);
    Wish::of(key, [plain, by_method])
}

fn asked_for(names: &OperationNames, cause: &Cause) -> Option<(Identifier, String)> {
    match cause {
        Cause::Webhook => None,
        Cause::Callback { address, .. } => Some((call(names, cause)?.clone(), address.clone())),
    }
}

fn call<'a>(names: &'a OperationNames, cause: &Cause) -> Option<&'a Identifier> {
    match cause {
        Cause::Webhook => None,
        Cause::Callback { operation, .. } => names.get(*operation).map(|name| &name.call),
    }
}
