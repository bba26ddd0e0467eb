//! What the JSON of a variant looks like: the evidence by which the runtime recognises it.

use std::collections::{BTreeMap, BTreeSet};

use super::super::types::Types;
use super::leaves;
use crate::ir::api::Shape;
use crate::ir::draft::{Enum, Struct, Union};
use crate::ir::{Scalar, Type};

/// The shapes of a union's variants, in their order.
pub(super) fn shapes(types: &Types, union: &Union) -> Vec<Shape> {
    let mut shapes: Vec<Shape> = union
        .variants
        .iter()
        .map(|variant| shape(types, &variant.payload))
        .collect();
    open_constants(&mut shapes);
    open_texts(&mut shapes);
    shapes
}

/// The shape that all forms of a type share.
fn shape(types: &Types, value: &Type) -> Shape {
    let shapes = leaves::of(types, value)
        .into_iter()
        .map(|leaf| leaf_shape(types, leaf));
    shapes.reduce(both).unwrap_or(Shape::Any)
}

fn leaf_shape(types: &Types, leaf: &Type) -> Shape {
    match leaf {
        Type::Boolean => Shape::Boolean,
        Type::Integer(_) => Shape::Integer,
        Type::Number(_) => Shape::Number,
        Type::String | Type::Secret | Type::Formatted(_) | Type::Base64 | Type::Binary => {
            Shape::String(Vec::new())
        }
        Type::Array(_) => Shape::Array,
        Type::Map(_) => Shape::Object {
            required: Vec::new(),
            optional: Vec::new(),
            constants: Vec::new(),
        },
        Type::Named(_) => named_shape(types, leaf),
        Type::Json | Type::Nullable(_) | Type::Expandable(_) => Shape::Any,
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
    let constants = required
        .iter()
        .filter(|field| !field.nullable && !types.is_nullable(&field.value));
    let constants = constants.filter_map(|field| {
        let texts = texts(types.as_enum(&field.value)?)?;
        (!texts.is_empty()).then(|| (field.wire.clone(), texts))
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
        (Shape::Integer | Shape::Number, Shape::Integer | Shape::Number) => Shape::Number,
        (first, second) if first == second => first,
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

/// Enums are open, so a property's list of texts is evidence only where it is a single one, or where it tells the
/// variant from another that has other texts for the same property.
fn open_constants(shapes: &mut [Shape]) {
    let mut uses: BTreeMap<String, BTreeSet<Vec<String>>> = BTreeMap::new();
    for shape in shapes.iter() {
        if let Shape::Object { constants, .. } = shape {
            for (name, texts) in constants {
                uses.entry(name.clone()).or_default().insert(texts.clone());
            }
        }
    }
    for shape in shapes {
        if let Shape::Object { constants, .. } = shape {
            constants.retain(|(name, texts)| {
                let others = uses.get(name).into_iter().flatten();
                texts.len() == 1 || others.into_iter().any(|other| are_disjoint(texts, other))
            });
        }
    }
}

fn are_disjoint(texts: &[String], others: &[String]) -> bool {
    texts.iter().all(|text| !others.contains(text))
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
