//! From the open model to the frozen one: every Rust name, every cycle and every direction is decided here.
//!
//! Nothing can fail: what can't be had as the document wants it is mended by a rule that stands beside the code that
//! applies it, and reported.

mod cycles;
mod enums;
mod files;
mod incoming;
mod names;
mod naming;
mod operations;
mod security;
mod servers;
mod structs;
mod types;
mod unions;
mod usage;

use crate::diagnostic::Diagnostics;
use crate::ir::api::{Api, TypeItem, TypeKind};
use crate::ir::draft::{Draft, TypeShape};
use crate::ir::{Selection, TypeId};
use crate::names::{Scope, Wish, Words};
use crate::recorded::Ledger;

use names::{OperationNames, TypeName};
use types::Types;
use usage::Usage;

/// What the document doesn't say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The API's name, from which its module and its environment variables are named: `creem`.
    pub module: String,
    /// The document's path, as headers of emitted files show it.
    pub source: String,
}

/// Freezes a model. What is recorded of its names is taken from `ledger`, and what becomes of them noted there.
pub fn resolve(
    draft: &Draft,
    options: &Options,
    ledger: &mut Ledger,
    diagnostics: &mut Diagnostics,
) -> Api {
    let types = Types::new(draft);
    let usage = Usage::of(&types);
    let operation_names = OperationNames::mint(draft, ledger);
    let type_names = names::type_names(&types, &operation_names, ledger);
    let mut items = type_items(&types, &usage, type_names, ledger, diagnostics);
    files::mark(&types, &mut items, diagnostics);
    let module = Words::of(&options.module);
    let webhooks = incoming::webhooks(&types, &operation_names, ledger);
    let callbacks = incoming::callbacks(&types, &operation_names, ledger);
    Api {
        module: Scope::modules().mint_one(&Wish::new(&options.module)).name,
        source: options.source.clone(),
        selection: Selection::default(),
        info: draft.info.clone(),
        environments: servers::environments(draft, ledger),
        base_url_variable: format!("{}_BASE_URL", module.screaming()),
        credentials: security::credentials(draft, &module, ledger),
        required_credentials: security::required_credentials(draft),
        resources: operations::resources(&types, &items, operation_names, ledger, diagnostics),
        webhooks,
        callbacks,
        has_features: false,
        types: items,
    }
}

fn type_items(
    types: &Types,
    usage: &Usage,
    names: Vec<TypeName>,
    ledger: &mut Ledger,
    diagnostics: &mut Diagnostics,
) -> Vec<TypeItem> {
    let mut items: Vec<TypeItem> = types
        .iter()
        .zip(names)
        .map(|((id, draft), name)| TypeItem {
            kind: type_kind(types, usage, id, &name, ledger, diagnostics),
            name: name.name,
            file: name.file,
            features: Vec::new(),
            docs: draft.docs.clone(),
            origin: draft.origin.clone(),
            sendable: usage.is_sent(id),
        })
        .collect();
    cycles::cut(types, &mut items);
    items
}

fn type_kind(
    types: &Types,
    usage: &Usage,
    id: TypeId,
    name: &TypeName,
    ledger: &mut Ledger,
    diagnostics: &mut Diagnostics,
) -> TypeKind {
    let Some(draft) = types.get(id) else {
        return TypeKind::Absent;
    };
    match &draft.shape {
        TypeShape::Alias(_) => TypeKind::Alias(types.alias_target(id)),
        TypeShape::Struct(shape) => TypeKind::Struct(structs::resolve(
            types,
            usage.of_type(id),
            shape,
            &draft.origin,
            ledger,
        )),
        TypeShape::Enum(shape) => enums::resolve(shape, &draft.origin, ledger),
        TypeShape::Union(shape) => TypeKind::Union(unions::resolve(
            types,
            usage.of_type(id),
            id,
            shape,
            &name.name,
            ledger,
            diagnostics,
        )),
    }
}

#[cfg(test)]
mod tests;
