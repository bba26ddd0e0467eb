//! What the JSON of a variant looks like: the evidence by which the runtime recognises it.

use std::collections::{BTreeMap, BTreeSet};

use super::super::types::Types;
use super::leaves;
use crate::ir::api::Shape;
use crate::ir::draft::{Enum, Struct, Union};
use crate::ir::{Scalar, Type};

/// How many arrays within arrays are looked into.
const MOST_NESTED: usize = 2;

/// The shapes of a union's variants, in their order.
pub(super) fn shapes(types: &Types, union: &Union) -> Vec<Shape> {
    let shapes = union
        .variants
        .iter()
        .map(|variant| shape(types, &variant.payload, MOST_NESTED));
    let mut shapes: Vec<Shape> = shapes.collect();
    open_constants(&mut shapes);
    open_texts(&mut shapes);
    shapes
}

/// The shape that all forms of a type share.
fn shape(types: &Types, value: &Type, nested: usize) -> Shape {
    let shapes = leaves::of(types, value)
        .into_iter()
        .map(|leaf| leaf_shape(types, leaf, nested));
    shapes.reduce(both).unwrap_or(Shape::Any)
}

fn leaf_shape(types: &Types, leaf: &Type, nested: usize) -> Shape {
    match leaf {
        Type::Boolean => Shape::Boolean,
        Type::Integer(_) => Shape::Integer,
        Type::Number(_) => Shape::Number,
        Type::String
        | Type::Secret
        | Type::Formatted(_)
        | Type::Base64
        | Type::Binary
        | Type::File => Shape::String(Vec::new()),
        Type::Array(item) => Shape::Array(item_shape(types, item, nested)),
        Type::Map(_) => Shape::Object {
            required: Vec::new(),
            optional: Vec::new(),
            constants: Vec::new(),
        },
        Type::Named(_) => named_shape(types, leaf),
        Type::Json | Type::Nullable(_) | Type::Expandable(_) => Shape::Any,
    }
}

/// What the items of an array look like, without the values of enums: they are open.
fn item_shape(types: &Types, item: &Type, nested: usize) -> Option<Box<Shape>> {
    if types.is_nullable(item) {
        return None;
    }
    match shape(types, item, nested.checked_sub(1)?) {
        Shape::Any => None,
        Shape::String(_) => Some(Box::new(Shape::String(Vec::new()))),
        mut shape => {
            open_constants(std::slice::from_mut(&mut shape));
            Some(Box::new(shape))
        }
    }
}

fn named_shape(types: &Types, leaf: &Type) -> Shape {
    if let Some(shape) = types.as_struct(leaf) {
        return object(types, shape);
    }
    match types.as_enum(leaf) {
        Some(shape) => scalars(shape),
        None => Shape::Any,
    }
}

/// Properties that only callers send are not always there: what is recognised has been received.
fn object(types: &Types, shape: &Struct) -> Shape {
    let (required, optional): (Vec<_>, Vec<_>) = shape
        .fields
        .iter()
        .partition(|field| field.required && !field.write_only);
    let constants = shape
        .fields
        .iter()
        .filter(|field| !field.nullable && !types.is_nullable(&field.value));
    let constants = constants.filter_map(|field| {
        let values = json_texts(types.as_enum(&field.value)?);
        (!values.is_empty()).then(|| (field.wire.clone(), values))
    });
    Shape::Object {
        constants: constants.collect(),
        required: required.iter().map(|field| field.wire.clone()).collect(),
        optional: optional.iter().map(|field| field.wire.clone()).collect(),
    }
}

fn scalars(shape: &Enum) -> Shape {
    if let Some(texts) = texts(shape) {
        return Shape::String(texts);
    }
    let all = |fits: fn(&Scalar) -> bool| shape.values.iter().all(|value| fits(&value.value));
    if all(|value| matches!(value, Scalar::Integer(_))) {
        Shape::Integer
    } else if all(|value| matches!(value, Scalar::Integer(_) | Scalar::Number(_))) {
        Shape::Number
    } else if all(|value| matches!(value, Scalar::Boolean(_))) {
        Shape::Boolean
    } else {
        Shape::Any
    }
}

/// The values of an enum as JSON text, without quotes.
pub(super) fn json_texts(shape: &Enum) -> Vec<String> {
    let texts = shape.values.iter().map(|value| match &value.value {
        Scalar::Text(text) => text.clone(),
        Scalar::Integer(number) => number.to_string(),
        Scalar::Number(number) => number.to_string(),
        Scalar::Boolean(boolean) => boolean.to_string(),
    });
    texts.collect()
}

/// The values of an enum of texts; `None` if some are none.
fn texts(shape: &Enum) -> Option<Vec<String>> {
    let texts = shape.values.iter().map(|value| match &value.value {
        Scalar::Text(text) => Some(text.clone()),
        _ => None,
    });
    texts.collect()
}

/// What holds for two forms alike.
fn both(first: Shape, second: Shape) -> Shape {
    match (first, second) {
        (
            Shape::Object {
                required,
                optional,
                constants,
            },
            Shape::Object {
                required: others,
                optional: other_optional,
                constants: other_constants,
            },
        ) => {
            let shared: BTreeSet<&String> = others
                .iter()
                .filter(|name| required.contains(name))
                .collect();
            let all = required
                .iter()
                .chain(&optional)
                .chain(&others)
                .chain(&other_optional);
            let mut seen = BTreeSet::new();
            let optional = all
                .filter(|name| !shared.contains(name) && seen.insert(*name))
                .cloned();
            Shape::Object {
                optional: optional.collect(),
                required: required
                    .iter()
                    .filter(|name| shared.contains(name))
                    .cloned()
                    .collect(),
                constants: shared_constants(constants, &other_constants),
            }
        }
        (Shape::String(texts), Shape::String(others)) if texts.is_empty() || others.is_empty() => {
            Shape::String(Vec::new())
        }
        (Shape::String(texts), Shape::String(others)) => Shape::String(united(texts, &others)),
        (Shape::Array(Some(items)), Shape::Array(Some(others))) => {
            let items = Some(both(*items, *others)).filter(|items| *items != Shape::Any);
            Shape::Array(items.map(Box::new))
        }
        (Shape::Array(_), Shape::Array(_)) => Shape::Array(None),
        (first, second) if first == second => first,
        (Shape::Integer | Shape::Number, Shape::Integer | Shape::Number) => Shape::Number,
        _ => Shape::Any,
    }
}

fn shared_constants(
    constants: Vec<(String, Vec<String>)>,
    others: &[(String, Vec<String>)],
) -> Vec<(String, Vec<String>)> {
    let shared = constants.into_iter().filter_map(|(name, texts)| {
        let (_, other) = others.iter().find(|(other, _)| *other == name)?;
        Some((name, united(texts, other)))
    });
    shared.collect()
}

fn united(mut texts: Vec<String>, others: &[String]) -> Vec<String> {
    for other in others {
        if !texts.contains(other) {
            texts.push(other.clone());
        }
    }
    texts
}

/// Enums are open, and optional properties may be missing. So the values of a property are evidence where they part all
/// variants that are objects; else where the property is required and has a single value, or other values than in
/// another variant.
fn open_constants(shapes: &mut [Shape]) {
    let mut uses: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
    let mut objects = 0;
    for shape in shapes.iter() {
        if let Shape::Object { constants, .. } = shape {
            objects += 1;
            for (name, values) in constants {
                uses.entry(name.clone()).or_default().push(values.clone());
            }
        }
    }
    for shape in shapes {
        if let Shape::Object {
            constants,
            required,
            ..
        } = shape
        {
            constants.retain(|(name, values)| {
                let uses = uses.get(name).map(Vec::as_slice).unwrap_or_default();
                let apart = || uses.iter().any(|other| are_disjoint(values, other));
                let sure = required.contains(name) && (values.len() == 1 || apart());
                sure || (objects > 1 && uses.len() == objects && are_all_disjoint(uses))
            });
        }
    }
}

fn are_disjoint(values: &[String], others: &[String]) -> bool {
    values.iter().all(|value| !others.contains(value))
}

fn are_all_disjoint(uses: &[Vec<String>]) -> bool {
    let mut seen = BTreeSet::new();
    uses.iter().flatten().all(|value| seen.insert(value))
}

/// For the same reason an enum's texts are evidence only beside another variant that is a text.
fn open_texts(shapes: &mut [Shape]) {
    let mut strings = shapes.iter_mut().filter_map(|shape| match shape {
        Shape::String(texts) => Some(texts),
        _ => None,
    });
    if let (Some(only), None) = (strings.next(), strings.next()) {
        only.clear();
    }
}
