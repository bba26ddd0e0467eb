//! The types of the document.

use quote::{ToTokens, quote};

use super::super::argument::Argument as Parameter;
use super::super::operation::holds_files;
use super::super::rust_type::Types;
use super::super::scalar;
use super::super::types::{
    arguments, constructor_argument, field_type, identifies, is_settable, setter_argument,
};
use super::item::{Argument, Aspect, Item, ItemKind};
use super::text::written;
use super::wire;
use crate::ir::api::{
    EnumVariant, Field, Presence, Struct, TypeItem, TypeKind, Union, UnionVariant,
};
use crate::ir::{Docs, Type};

/// A type and what belongs to it.
pub(super) fn collect(types: Types<'_>, item: &TypeItem, items: &mut Vec<Item>) {
    let is = match &item.kind {
        TypeKind::Alias(target) => format!("type = {}", written(&types.of(target))),
        TypeKind::Struct(_) => "struct".to_owned(),
        TypeKind::TextEnum(_) => "enum of texts".to_owned(),
        TypeKind::ScalarEnum(_) => "enum of scalars".to_owned(),
        TypeKind::Union(_) => "union".to_owned(),
        TypeKind::Absent => return,
    };
    let path = format!("types::{}", item.name);
    let gates = item
        .features
        .iter()
        .map(|feature| feature.as_str().to_owned());
    items.push(
        Item::new(ItemKind::Type, "", path.clone(), &item.origin)
            .identity(item.origin.0.to_string())
            .signature(is)
            .alternatives(Aspect::Gate, gates.collect())
            .docs(&item.docs),
    );
    let owner = Owner {
        types,
        item,
        path: &path,
    };
    match &item.kind {
        TypeKind::Struct(structure) => owner.structure(structure, items),
        TypeKind::TextEnum(values) | TypeKind::ScalarEnum(values) => owner.values(values, items),
        TypeKind::Union(union) => owner.union(union, items),
        TypeKind::Alias(_) | TypeKind::Absent => {}
    }
}

/// The type that items belong to.
struct Owner<'a> {
    types: Types<'a>,
    item: &'a TypeItem,
    path: &'a str,
}

impl Owner<'_> {
    /// An item of the type that stands where the type stands.
    fn own(&self, kind: ItemKind, path: String) -> Item {
        Item::new(kind, self.path, path, &self.item.origin)
    }

    fn structure(&self, structure: &Struct, items: &mut Vec<Item>) {
        items.extend(structure.fields.iter().map(|field| self.field(field)));
        if let Some((name, value)) = &structure.additional {
            let value = written(&self.types.of(value));
            let path = format!("{}::{name}", self.path);
            let field = self.own(ItemKind::Field, path).identity("*");
            items.push(field.signature(format!("BTreeMap<String, {value}>")));
        }
        if self.item.sendable {
            self.constructor(structure, items);
        }
        let has_files = structure
            .fields
            .iter()
            .any(|field| holds_files(&field.draft.value));
        if !has_files {
            items.push(self.implementation("runtime::Deserialize"));
        }
        if identifies(self.types, structure).is_some() {
            items.push(self.implementation("runtime::Identified"));
        }
    }

    fn implementation(&self, of: &str) -> Item {
        self.own(ItemKind::Implementation, format!("{}: {of}", self.path))
            .identity(of)
    }

    fn field(&self, field: &Field) -> Item {
        let path = format!("{}::{}", self.path, field.name);
        let item = Item::new(ItemKind::Field, self.path, path, &field.draft.origin)
            .identity(&field.draft.wire)
            .signature(written(&field_type(self.types, field)))
            .docs(&field.draft.docs);
        match field.presence {
            Presence::RequiredNullable => item.fact(Aspect::Null, "null"),
            Presence::Optional => item.fact(Aspect::Null, "left out"),
            _ => item,
        }
    }

    fn constructor(&self, structure: &Struct, items: &mut Vec<Item>) {
        let asked: Vec<_> = arguments(self.types, structure).collect();
        let has_default = asked.is_empty();
        let asked = asked.into_iter().map(|field| Argument {
            name: field.name.to_string(),
            identity: field.draft.wire.clone(),
            ty: written(&constructor_argument(self.types, field).ty),
            wire: String::new(),
        });
        let path = format!("{}::new()", self.path);
        items.push(
            self.own(ItemKind::Constructor, path)
                .arguments(asked.collect()),
        );
        if has_default {
            items.push(self.implementation("Default"));
        }
        let settable = structure.fields.iter().filter(|field| is_settable(field));
        items.extend(settable.map(|field| {
            let ty = setter_argument(self.types, field).ty;
            self.setter(&field.name.to_string(), &field.name.to_string(), &ty)
        }));
        if let Some((name, value)) = &structure.additional {
            let ty = Parameter::new(self.types, value, &quote!(value)).ty;
            items.push(self.setter("additional_property", &name.to_string(), &ty));
        }
    }

    fn setter(&self, name: &str, field: &str, ty: &impl ToTokens) -> Item {
        self.own(ItemKind::Setter, format!("{}::{name}()", self.path))
            .identity(name)
            .follows(format!("{}::{field}", self.path))
            .signature(written(&ty.to_token_stream()))
    }

    fn values(&self, values: &[EnumVariant], items: &mut Vec<Item>) {
        items.extend(values.iter().map(|value| {
            let docs = Docs {
                description: value.description.clone(),
                ..Docs::default()
            };
            self.own(ItemKind::Value, format!("{}::{}", self.path, value.name))
                .identity(scalar::shown(&value.value))
                .docs(&docs)
        }));
    }

    fn union(&self, union: &Union, items: &mut Vec<Item>) {
        for variant in &union.variants {
            let path = format!("{}::{}", self.path, variant.name);
            let payload = written(&self.types.of(&variant.payload));
            items.push(self.variant(union, variant, &path, &payload));
            if variant.convertible {
                items.push(
                    self.implementation(&format!("From<{payload}>"))
                        .follows(&path),
                );
                if matches!(self.types.behind(&variant.payload), Type::String) {
                    items.push(self.implementation("From<&str>").follows(&path));
                }
            }
        }
    }

    fn variant(&self, union: &Union, variant: &UnionVariant, path: &str, payload: &str) -> Item {
        let signature = match variant.boxed {
            true => format!("Box<{payload}>"),
            false => payload.to_owned(),
        };
        let hidden = hidden_requirements(self.types, &variant.payload);
        let evidence = wire::evidence(union.tag.as_deref(), variant, &hidden);
        let is_tagged = !variant.tags.is_empty();
        self.own(ItemKind::Variant, path.to_owned())
            .identity(if is_tagged { &evidence } else { payload })
            .signature(signature)
            .fact(Aspect::Evidence, &evidence)
            .docs(&variant.docs)
    }
}

/// The properties that are always received with an object, or with those of a list, although the types of their fields
/// don't say so: they are never sent.
fn hidden_requirements<'a>(types: Types<'a>, value: &'a Type) -> Vec<&'a str> {
    let fields = match types.behind(value) {
        Type::Nullable(inner) | Type::Array(inner) => return hidden_requirements(types, inner),
        Type::Named(id) => match types.item(*id).map(|item| &item.kind) {
            Some(TypeKind::Struct(structure)) => &structure.fields,
            _ => return Vec::new(),
        },
        _ => return Vec::new(),
    };
    let is_optional =
        |field: &&Field| matches!(field.presence, Presence::Optional | Presence::Patch);
    let hidden = fields.iter().filter(is_optional);
    let hidden = hidden.filter(|field| field.draft.required);
    hidden.map(|field| field.draft.wire.as_str()).collect()
}
