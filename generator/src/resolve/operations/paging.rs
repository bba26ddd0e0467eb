//! The way from a page to its items, by the names of fields.

use super::super::types::{Types, index};
use crate::ir::api::{Field, Paging, Step, Success, TypeItem, TypeKind};
use crate::ir::{Payload, Type, paging};

/// Freezes how an operation's answers are the pages of one list.
///
/// `None` if the list can't be got at by fields: the call gives its one page all the same.
pub(super) fn resolve(
    types: &Types,
    items: &[TypeItem],
    rule: Option<&paging::Paging>,
    success: &Success,
) -> Option<Paging> {
    let rule = rule?.clone();
    let Success::One {
        payload: Payload::Json(page),
        optional: false,
        ..
    } = success
    else {
        return None;
    };
    let mut value = page;
    let mut steps = Vec::new();
    for name in &rule.list {
        let field = field(types, items, value, name)?;
        steps.push(Step {
            field: field.name.clone(),
            presence: field.presence,
        });
        value = &field.draft.value;
    }
    let Type::Array(item) = types.target(value) else {
        return None;
    };
    Some(Paging {
        item: (**item).clone(),
        rule,
        page_nullable: matches!(page, Type::Nullable(_)),
        steps,
    })
}

fn field<'i>(types: &Types, items: &'i [TypeItem], value: &Type, wire: &str) -> Option<&'i Field> {
    let Type::Named(id) = types.target(value) else {
        return None;
    };
    match &items.get(index(*id))?.kind {
        TypeKind::Struct(structure) => {
            let mut fields = structure.fields.iter();
            fields.find(|field| field.draft.wire == wire)
        }
        _ => None,
    }
}
