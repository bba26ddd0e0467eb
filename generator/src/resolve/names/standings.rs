//! Where the types that have no name of their own stand.

use super::super::types::{Types, index};
use crate::ir::draft::{NameSource, Owner, Role, TypeShape};
use crate::ir::{Type, TypeId};

/// What a type stands in, and the parts that it plays there.
#[derive(Clone, Debug)]
pub(super) struct Standing {
    pub(super) owner: Owner,
    pub(super) path: Vec<Role>,
}

/// The standings of all types; `None` for components.
///
/// A schema that is merged of several stands where the last of them does, which may be a component that has nothing to
/// do with the result. It is named after a type that really holds it then; the first by place, if there are several.
pub(super) fn standings(types: &Types) -> Vec<Option<Standing>> {
    let holders = holders(types);
    let drafts = types.iter().map(|(id, draft)| match &draft.name {
        NameSource::Component(_) => None,
        NameSource::Inline { owner, path, .. } => {
            let holders = holders
                .get(index(id))
                .map(Vec::as_slice)
                .unwrap_or_default();
            let own = Standing {
                owner: owner.clone(),
                path: path.clone(),
            };
            Some(holder_instead(types, &own.owner, holders).unwrap_or(own))
        }
    });
    drafts.collect()
}

fn holder_instead(
    types: &Types,
    owner: &Owner,
    holders: &[(TypeId, Vec<Role>)],
) -> Option<Standing> {
    let Owner::Type(owner) = owner else {
        return None;
    };
    // What a variant holds of the union that it is written in belongs to the union, whichever variant comes first.
    let is_within = |holder: TypeId| {
        let name = types.get(holder).map(|draft| &draft.name);
        matches!(name, Some(NameSource::Inline { owner: Owner::Type(around), .. }) if around == owner)
    };
    let mut ids = holders.iter().map(|(holder, _)| *holder);
    if ids.any(|holder| holder == *owner || is_within(holder)) {
        return None;
    }
    let first = holders
        .iter()
        .min_by_key(|(holder, _)| types.get(*holder).map(|draft| &draft.origin.0));
    first.map(|(holder, path)| Standing {
        owner: Owner::Type(*holder),
        path: path.clone(),
    })
}

/// For each type, the types that have it in them, and the part that it plays there.
fn holders(types: &Types) -> Vec<Vec<(TypeId, Vec<Role>)>> {
    let mut holders = vec![Vec::new(); types.draft().types.len()];
    for (holder, draft) in types.iter() {
        let held: Vec<(Option<Role>, &Type)> = match &draft.shape {
            TypeShape::Alias(target) => vec![(None, target)],
            TypeShape::Struct(shape) => {
                let fields = shape.fields.iter();
                let fields =
                    fields.map(|field| (Some(Role::Property(field.wire.clone())), &field.value));
                fields
                    .chain(
                        shape
                            .additional
                            .iter()
                            .map(|value| (Some(Role::Value), value)),
                    )
                    .collect()
            }
            TypeShape::Union(shape) => {
                let variants = shape.variants.iter().enumerate();
                variants
                    .map(|(index, variant)| (Some(Role::Variant(None, index)), &variant.payload))
                    .collect()
            }
            TypeShape::Enum(_) => Vec::new(),
        };
        for (role, value) in held {
            if let Some(holders) = value.name().and_then(|id| holders.get_mut(index(id))) {
                holders.push((holder, role.into_iter().chain(containers(value)).collect()));
            }
        }
    }
    holders
}

/// The parts that a name plays in the containers around it.
fn containers(mut value: &Type) -> Vec<Role> {
    let mut roles = Vec::new();
    loop {
        value = match value {
            Type::Array(inner) => {
                roles.push(Role::Item);
                inner
            }
            Type::Map(inner) => {
                roles.push(Role::Value);
                inner
            }
            Type::Nullable(inner) | Type::Expandable(inner) => inner,
            _ => return roles,
        };
    }
}
