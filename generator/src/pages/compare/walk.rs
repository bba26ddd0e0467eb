//! Goes through a sample beside the type that it is taken for.

use serde_json::{Map, Value};

use super::super::page::Kind;
use super::super::spec::{Member, Spec, members_of, text, values_of};
use crate::document::Pointer;
use crate::ir::Type;
use crate::ir::api::{TypeItem, TypeKind, Union, UnionVariant};

/// What a sample and a type have in common, and what not.
#[derive(Default)]
pub(super) struct Walk<'a> {
    /// Nodes of the document that the sample shows.
    pub(super) shown: Vec<Pointer>,
    /// What the sample has and the type lacks.
    pub(super) unknown: Vec<Unknown<'a>>,
    /// Properties that the type requires and the sample lacks.
    missing: usize,
    /// Values of another kind than the type's.
    pub(super) misfits: Vec<Misfit>,
    /// Variants of unions without the property that tells them apart.
    pub(super) untagged: Vec<Untagged<'a>>,
}

/// A variant of a union without the property that tells it apart.
pub(super) struct Untagged<'a> {
    /// Its place in the sample.
    pub(super) place: Pointer,
    /// The union.
    pub(super) owner: &'a TypeItem,
    pub(super) tag: &'a str,
}

/// A value of another kind than the type's.
pub(super) struct Misfit {
    /// Its place in the sample.
    pub(super) place: Pointer,
    pub(super) kind: Kind,
    /// The property that it is the value of, or a part of.
    pub(super) property: Option<Pointer>,
}

/// Something that a sample has and a type lacks.
pub(super) struct Unknown<'a> {
    /// Its place in the sample.
    pub(super) place: Pointer,
    /// The type that lacks it.
    pub(super) owner: &'a TypeItem,
    /// A property, or else a value.
    pub(super) is_property: bool,
    pub(super) name: String,
}

impl<'a> Walk<'a> {
    pub(super) fn of_value(spec: &Spec<'a>, value: &Value, ty: &'a Type) -> Self {
        let mut walk = Self::default();
        walk.value(spec, value, ty, &Pointer::root());
        walk
    }

    pub(super) fn of_item(spec: &Spec<'a>, value: &Value, item: &'a TypeItem) -> Self {
        let mut walk = Self::default();
        walk.item(spec, value, item, &Pointer::root(), None);
        walk
    }

    /// How badly the two fit: the less, the better.
    pub(super) fn score(&self) -> (usize, usize) {
        (self.misfits.len() + self.unknown.len(), self.missing)
    }

    /// Whether they have anything in common.
    pub(super) fn fits(&self) -> bool {
        !self.shown.is_empty() && self.misfits.is_empty() && self.unknown.len() <= self.shown.len()
    }

    fn value(&mut self, spec: &Spec<'a>, value: &Value, ty: &'a Type, place: &Pointer) {
        match (ty, value) {
            (_, Value::Null) | (Type::Json, _) => {}
            (Type::Named(id), _) => {
                if let Some(item) = spec.item(*id) {
                    self.item(spec, value, item, place, None);
                }
            }
            (Type::Array(inner), Value::Array(items)) => {
                let items = items.iter().enumerate();
                items.for_each(|(index, item)| self.value(spec, item, inner, &place.child(index)));
            }
            (Type::Map(inner), Value::Object(members)) => {
                members
                    .iter()
                    .for_each(|(name, member)| self.value(spec, member, inner, &place.child(name)));
            }
            (Type::Nullable(inner), _) => self.value(spec, value, inner, place),
            (Type::Expandable(inner), Value::Object(_)) => self.value(spec, value, inner, place),
            _ if is_placeholder(value) || is_of(ty, value) => {}
            _ => self.misfit(value, place),
        }
    }

    /// `tag` is a property that tells the variants of a union apart, of which the variant may know nothing.
    fn item(
        &mut self,
        spec: &Spec<'a>,
        value: &Value,
        item: &'a TypeItem,
        place: &Pointer,
        tag: Option<&str>,
    ) {
        match (&item.kind, value) {
            (TypeKind::Alias(target), _) => self.value(spec, value, target, place),
            (TypeKind::Struct(structure), Value::Object(members)) => {
                let additional = structure.additional.as_ref().map(|(_, ty)| ty);
                let additional = additional.filter(|ty| !matches!(ty, Type::Json));
                self.object(spec, members, item, additional, place, tag);
            }
            (TypeKind::Union(union), _) => self.union(spec, value, item, union, place),
            (
                TypeKind::TextEnum(_) | TypeKind::ScalarEnum(_),
                Value::String(_) | Value::Number(_) | Value::Bool(_),
            ) => {
                if !is_placeholder(value) {
                    self.enumerated(spec, &text(value), item, place);
                }
            }
            _ if is_placeholder(value) => {}
            _ => self.misfit(value, place),
        }
    }

    fn object(
        &mut self,
        spec: &Spec<'a>,
        members: &Map<String, Value>,
        item: &'a TypeItem,
        additional: Option<&'a Type>,
        place: &Pointer,
        tag: Option<&str>,
    ) {
        let known: Vec<Member<'a>> = members_of(item);
        for (name, value) in members {
            let place = place.child(name);
            match (known.iter().find(|member| member.wire == name), additional) {
                (Some(member), _) => {
                    self.shown.push(member.pointer.clone());
                    let before = self.misfits.len();
                    self.value(spec, value, member.value, &place);
                    for misfit in self.misfits.iter_mut().skip(before) {
                        misfit
                            .property
                            .get_or_insert_with(|| member.pointer.clone());
                    }
                }
                (None, Some(additional)) => self.value(spec, value, additional, &place),
                (None, None) if tag == Some(name.as_str()) => {}
                (None, None) => {
                    let name = name.clone();
                    self.unknown.push(Unknown {
                        place,
                        owner: item,
                        is_property: true,
                        name,
                    });
                }
            }
        }
        self.missing += known
            .iter()
            .filter(|member| member.required && !members.contains_key(member.wire))
            .count();
    }

    fn enumerated(&mut self, spec: &Spec<'a>, value: &str, item: &'a TypeItem, place: &Pointer) {
        if values_of(item).iter().any(|known| known == value) {
            self.shown.push(spec.value_pointer(item, value));
        } else {
            let place = place.clone();
            self.unknown.push(Unknown {
                place,
                owner: item,
                is_property: false,
                name: value.to_owned(),
            });
        }
    }

    /// Goes on in the variant that the tag names, or in the one that fits best.
    fn union(
        &mut self,
        spec: &Spec<'a>,
        value: &Value,
        item: &'a TypeItem,
        union: &'a Union,
        place: &Pointer,
    ) {
        let tag = union.tag.as_deref();
        let named = tag
            .and_then(|tag| value.get(tag))
            .filter(|named| !is_placeholder(named))
            .map(text);
        let is_named = |variant: &&UnionVariant| {
            named
                .as_ref()
                .is_some_and(|named| variant.tags.contains(named))
        };
        let walk = |variant: &'a UnionVariant| {
            let mut walk = Self::default();
            match &variant.payload {
                Type::Named(id) => {
                    if let Some(item) = spec.item(*id) {
                        walk.item(spec, value, item, place, tag);
                    }
                }
                payload => walk.value(spec, value, payload, place),
            }
            walk
        };
        if let Some(variant) = union.variants.iter().find(is_named) {
            self.add(walk(variant));
            return;
        }
        if let (Some(named), Some(tag)) = (named, tag) {
            self.unknown.push(Unknown {
                place: place.child(tag),
                owner: item,
                is_property: false,
                name: named,
            });
            return;
        }
        // An empty object only shows that there is one.
        let members = value.as_object().filter(|members| !members.is_empty());
        let lacks = |tag: &&str| members.is_some_and(|members| !members.contains_key(*tag));
        if let Some(tag) = tag.filter(lacks) {
            let place = place.clone();
            self.untagged.push(Untagged {
                place,
                owner: item,
                tag,
            });
        }
        if let Some(best) = union.variants.iter().map(walk).min_by_key(Self::score) {
            self.add(best);
        }
    }

    fn add(&mut self, other: Self) {
        self.shown.extend(other.shown);
        self.unknown.extend(other.unknown);
        self.missing += other.missing;
        self.misfits.extend(other.misfits);
        self.untagged.extend(other.untagged);
    }

    fn misfit(&mut self, value: &Value, place: &Pointer) {
        self.misfits.push(Misfit {
            place: place.clone(),
            kind: kind_of(value),
            property: None,
        });
    }
}

/// Whether a value only stands for values of its kind: `<string>`, `string`, `...`.
pub(super) fn is_placeholder(value: &Value) -> bool {
    match value {
        Value::String(text) => {
            let is_in_brackets = text.starts_with('<') && text.ends_with('>');
            is_in_brackets || matches!(text.as_str(), "" | "string" | "..." | "…")
        }
        _ => false,
    }
}

fn kind_of(value: &Value) -> Kind {
    match value {
        Value::Bool(_) => Kind::Boolean,
        Value::Number(number) if number.is_f64() => Kind::Number,
        Value::Number(_) => Kind::Integer,
        Value::String(_) => Kind::String,
        Value::Array(_) => Kind::Array,
        Value::Object(_) => Kind::Object,
        Value::Null => Kind::Any,
    }
}

fn is_of(ty: &Type, value: &Value) -> bool {
    match ty {
        Type::Boolean => value.is_boolean(),
        Type::Integer(_) | Type::Number(_) => value.is_number(),
        Type::Array(_) => value.is_array(),
        Type::Map(_) => value.is_object(),
        _ => value.is_string(),
    }
}
