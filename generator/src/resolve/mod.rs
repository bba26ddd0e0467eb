//! From the open model to the frozen one: every Rust name, every cycle and every direction is decided here.
//!
//! Nothing can fail: what can't be had as the document wants it is mended by a rule that stands beside the code that
//! applies it, and reported.

mod cycles;
mod enums;
mod files;
mod incoming;
mod names;
mod operations;
mod security;
mod servers;
mod structs;
mod types;
mod unions;
mod usage;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::Pointer;
use crate::ir::api::{Api, TypeItem, TypeKind};
use crate::ir::draft::{Draft, TypeShape};
use crate::ir::{Selection, TypeId};
use crate::names::{Minted, Scope, Wish, Words};

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

/// Freezes a model.
pub fn resolve(draft: &Draft, options: &Options, diagnostics: &mut Diagnostics) -> Api {
    let types = Types::new(draft);
    let usage = Usage::of(&types);
    let operation_names = OperationNames::mint(draft, diagnostics);
    let type_names = names::type_names(&types, &operation_names, diagnostics);
    let mut items = type_items(&types, &usage, type_names, diagnostics);
    files::mark(&types, &mut items, diagnostics);
    let module = Words::of(&options.module);
    let webhooks = incoming::webhooks(&types, &operation_names, diagnostics);
    let callbacks = incoming::callbacks(&types, &operation_names, diagnostics);
    Api {
        module: Scope::modules().mint_one(&Wish::new(&options.module)).name,
        source: options.source.clone(),
        selection: Selection::default(),
        info: draft.info.clone(),
        environments: servers::environments(draft),
        base_url_variable: format!("{}_BASE_URL", module.screaming()),
        credentials: security::credentials(draft, &module),
        required_credentials: security::required_credentials(draft),
        resources: operations::resources(&types, &items, operation_names, diagnostics),
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
    diagnostics: &mut Diagnostics,
) -> Vec<TypeItem> {
    let mut items: Vec<TypeItem> = types
        .iter()
        .zip(names)
        .map(|((id, draft), name)| TypeItem {
            kind: type_kind(types, usage, id, &name, diagnostics),
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
            diagnostics,
        )),
        TypeShape::Enum(shape) => enums::resolve(shape, &draft.origin, diagnostics),
        TypeShape::Union(shape) => TypeKind::Union(unions::resolve(
            types,
            usage.of_type(id),
            id,
            shape,
            &name.name,
            diagnostics,
        )),
    }
}

/// Says that a name depends on its neighbours: something else wants the one that it would have.
fn report_contest(minted: &Minted, wire: &str, pointer: &Pointer, diagnostics: &mut Diagnostics) {
    if let Some(wanted) = &minted.wanted {
        let message = format!(
            "`{wire}` becomes `{}`, because something else would be `{wanted}` as well",
            minted.name
        );
        let diagnostic = Diagnostic::new(Code::ContestedName, pointer.clone(), message);
        diagnostics.push(diagnostic.help(
            "give it a name with `x-rust-name`, the values of an enum with `x-enum-varnames`",
        ));
    }
}

#[cfg(test)]
mod tests;
