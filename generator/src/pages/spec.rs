//! What a document says, as facts that pages can be held against.

use std::collections::BTreeSet;

use serde_json::Value;

use super::comments::Comments;
use super::page::{Measure, OperationLine, Side};
use super::remark::Place;
use crate::diagnostic::{Positions, Target};
use crate::document::{Document, Pointer};
use crate::ir::api::{Api, Operation, Presence, TypeItem, TypeKind};
use crate::ir::{Scalar, Type, TypeId};
use crate::source::Source;

/// A document and where things stand in it.
pub(super) struct Spec<'a> {
    pub(super) api: &'a Api,
    pub(super) comments: Comments<'a>,
    document: &'a Document,
    source: &'a Source,
    positions: Positions<'a>,
    /// What the paths of URLs may begin with.
    bases: Vec<String>,
}

/// A property, a parameter or a header.
#[derive(Clone)]
pub(super) struct Member<'a> {
    pub(super) wire: &'a str,
    pub(super) pointer: Pointer,
    pub(super) value: &'a Type,
    pub(super) required: bool,
}

/// A bound of a document's.
#[derive(Clone, Debug)]
pub(super) struct Limit {
    pub(super) side: Side,
    pub(super) measure: Measure,
    pub(super) inclusive: bool,
    pub(super) number: f64,
    /// Whether only whole numbers are bounded, for which less than 1 is at most 0.
    pub(super) whole: bool,
    pub(super) pointer: Pointer,
}

/// How deep schemas within schemas are looked into for bounds.
const DEEPEST: usize = 8;

/// Keywords of bounds (OpenAPI 3.0.3 §4.7.24), with the one that makes them exclusive.
const LIMITS: [(&str, Side, Measure, &str); 6] = [
    ("minimum", Side::Least, Measure::Value, "exclusiveMinimum"),
    ("maximum", Side::Most, Measure::Value, "exclusiveMaximum"),
    ("minLength", Side::Least, Measure::Length, ""),
    ("maxLength", Side::Most, Measure::Length, ""),
    ("minItems", Side::Least, Measure::Items, ""),
    ("maxItems", Side::Most, Measure::Items, ""),
];

impl<'a> Spec<'a> {
    pub(super) fn new(source: &'a Source, document: &'a Document, api: &'a Api) -> Self {
        let bases = api
            .environments
            .iter()
            .map(|environment| base_path(&environment.url));
        Self {
            api,
            comments: Comments::of(source),
            document,
            source,
            positions: Positions::of(source),
            bases: bases.chain([String::new()]).collect(),
        }
    }

    /// Where a node stands.
    pub(super) fn place(&self, pointer: &Pointer) -> Place {
        Place::position(
            self.source.path(),
            self.positions.locate(pointer, Target::Key).start,
        )
    }

    /// The operation that a page calls by its method and path.
    pub(super) fn operation(&self, line: &OperationLine) -> Option<&'a Operation> {
        let is_it = |operation: &&Operation| {
            let mut bases = self.bases.iter();
            bases.any(|base| line.is_at(&operation.method, base, &operation.path))
        };
        self.api.operations().find(is_it)
    }

    pub(super) fn item(&self, id: TypeId) -> Option<&'a TypeItem> {
        self.api.types.get(usize::try_from(id.0).ok()?)
    }

    /// The types that a value can be, behind aliases, lists and unions.
    pub(super) fn items(&self, value: &'a Type) -> Vec<&'a TypeItem> {
        let mut found = Vec::new();
        let mut seen = BTreeSet::new();
        let mut rest: Vec<TypeId> = value.name().into_iter().collect();
        while let Some(id) = rest.pop() {
            let Some(item) = self.item(id).filter(|_| seen.insert(id)) else {
                continue;
            };
            match &item.kind {
                TypeKind::Alias(target) => rest.extend(target.name()),
                TypeKind::Union(union) => {
                    rest.extend(
                        union
                            .variants
                            .iter()
                            .rev()
                            .filter_map(|variant| variant.payload.name()),
                    );
                }
                TypeKind::Struct(_) | TypeKind::TextEnum(_) | TypeKind::ScalarEnum(_) => {
                    found.push(item)
                }
                TypeKind::Absent => {}
            }
        }
        found
    }

    /// The properties that a value can have.
    pub(super) fn members(&self, value: &'a Type) -> Vec<Member<'a>> {
        self.items(value).into_iter().flat_map(members_of).collect()
    }

    /// Where a value of an enum stands.
    pub(super) fn value_pointer(&self, item: &TypeItem, value: &str) -> Pointer {
        let list = item.origin.0.child("enum");
        let values = self.document.node(&list).and_then(Value::as_array);
        let index =
            values.and_then(|values| values.iter().position(|listed| text(listed) == value));
        index.map_or_else(|| item.origin.0.clone(), |index| list.child(index))
    }

    /// Every enum of the document.
    pub(super) fn enums(&self) -> impl Iterator<Item = &'a TypeItem> {
        let types = self.api.types.iter();
        types.filter(|item| matches!(item.kind, TypeKind::TextEnum(_) | TypeKind::ScalarEnum(_)))
    }

    /// The bounds of a node, those of the schemas that it refers to or is made of, and of its items.
    pub(super) fn limits(&self, pointer: &Pointer) -> Vec<Limit> {
        let mut limits = Vec::new();
        self.collect_limits(pointer, 0, &mut limits);
        limits
    }

    fn collect_limits(&self, pointer: &Pointer, depth: usize, limits: &mut Vec<Limit>) {
        let Some(Value::Object(node)) = self.document.node(pointer).filter(|_| depth < DEEPEST)
        else {
            return;
        };
        let is_exclusive = |keyword: &str| node.get(keyword).and_then(Value::as_bool) == Some(true);
        for (keyword, side, measure, exclusive) in LIMITS {
            if let Some(number) = node.get(keyword).and_then(Value::as_f64) {
                let whole = measure != Measure::Value
                    || node.get("type").and_then(Value::as_str) == Some("integer");
                let inclusive = !is_exclusive(exclusive);
                limits.push(Limit {
                    side,
                    measure,
                    inclusive,
                    number,
                    whole,
                    pointer: pointer.child(keyword),
                });
            }
        }
        if let Some(target) = self
            .document
            .reference_at(pointer)
            .and_then(|target| self.document.resolve(target).ok())
        {
            self.collect_limits(&target, depth + 1, limits);
        }
        for child in ["schema", "items"] {
            self.collect_limits(&pointer.child(child), depth + 1, limits);
        }
        for list in ["allOf", "anyOf", "oneOf"] {
            let members = node.get(list).and_then(Value::as_array).map_or(0, Vec::len);
            (0..members).for_each(|index| {
                self.collect_limits(&pointer.child(list).child(index), depth + 1, limits)
            });
        }
    }

    /// Every text of the document: what a page shows in quotes may be an example that the document has as well.
    pub(super) fn texts(&self) -> BTreeSet<&'a str> {
        let mut texts = BTreeSet::new();
        let mut rest = vec![self.document.root()];
        while let Some(node) = rest.pop() {
            match node {
                Value::String(text) => _ = texts.insert(text.as_str()),
                Value::Array(items) => rest.extend(items),
                Value::Object(members) => {
                    texts.extend(members.keys().map(String::as_str));
                    rest.extend(members.values());
                }
                _ => {}
            }
        }
        texts
    }
}

/// The properties of a type, if it is a struct.
pub(super) fn members_of(item: &TypeItem) -> Vec<Member<'_>> {
    let TypeKind::Struct(structure) = &item.kind else {
        return Vec::new();
    };
    let fields = structure.fields.iter();
    let member = fields.map(|field| Member {
        wire: &field.draft.wire,
        pointer: field.draft.origin.0.clone(),
        value: &field.draft.value,
        required: matches!(
            field.presence,
            Presence::Required | Presence::Constant | Presence::RequiredNullable
        ),
    });
    member.collect()
}

/// The values of a type, if it is an enum, as they are in JSON without quotes.
pub(super) fn values_of(item: &TypeItem) -> Vec<String> {
    let (TypeKind::TextEnum(variants) | TypeKind::ScalarEnum(variants)) = &item.kind else {
        return Vec::new();
    };
    let values = variants.iter().map(|variant| match &variant.value {
        Scalar::Text(text) => text.clone(),
        Scalar::Integer(number) => number.to_string(),
        Scalar::Number(number) => number.to_string(),
        Scalar::Boolean(boolean) => boolean.to_string(),
    });
    values.collect()
}

/// A scalar without quotes.
pub(super) fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

fn base_path(url: &str) -> String {
    let after_host = url.split_once("://").map_or(url, |(_, rest)| rest);
    let path = after_host
        .find('/')
        .and_then(|start| after_host.get(start..));
    path.unwrap_or_default().trim_end_matches('/').to_owned()
}
