//! Unions of scalars, which need no union: texts with some that are known, numbers of several widths.

use indexmap::IndexSet;

use super::Candidate;
use crate::ir::draft::EnumValue;
use crate::ir::{IntegerWidth, NumberWidth, Scalar, Type};
use crate::lower::context::Lowering;
use crate::lower::place::Place;
use crate::lower::schema::sort::Sort;

/// What a variant holds, as far as merging scalars is concerned.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Class {
    /// Text, maybe with a format.
    Text(Type),
    /// A number.
    Number(Type),
    /// `true` or `false`.
    Boolean,
    /// Known texts.
    TextEnum(Vec<EnumValue>),
    /// Known numbers.
    NumberEnum(Vec<EnumValue>),
    /// Anything else.
    Other,
}

/// The class of what a place has been found to be.
pub(crate) fn class_of(sort: &Sort) -> Class {
    match sort {
        Sort::Scalar(value @ (Type::String | Type::Secret | Type::Formatted(_))) => {
            Class::Text(value.clone())
        }
        Sort::Scalar(value @ (Type::Integer(_) | Type::Number(_))) => Class::Number(value.clone()),
        Sort::Scalar(Type::Boolean) => Class::Boolean,
        Sort::Enum(values) if all(values, |value| matches!(value, Scalar::Text(_))) => {
            Class::TextEnum(values.clone())
        }
        Sort::Enum(values) if all(values, |value| matches!(value, Scalar::Integer(_))) => {
            Class::NumberEnum(values.clone())
        }
        _ => Class::Other,
    }
}

fn all(values: &[EnumValue], is: impl Fn(&Scalar) -> bool) -> bool {
    values.iter().all(|value| is(&value.value))
}

impl Lowering<'_> {
    /// One type for all variants, if they differ in nothing that can be told on the wire.
    pub(super) fn merged_scalars(&mut self, candidates: &[Candidate]) -> Option<Sort> {
        let mut classes = Vec::new();
        for candidate in candidates {
            let (_, sort) = self.settled(&candidate.place);
            classes.push((candidate.place.clone(), class_of(&sort)));
        }
        merged_plain(&classes).or_else(|| self.merged_enums(&classes))
    }

    /// Lists of values are joined; free text beside them is what an open enum takes anyway.
    fn merged_enums(&mut self, classes: &[(Place, Class)]) -> Option<Sort> {
        let text = |class: &Class| matches!(class, Class::TextEnum(_) | Class::Text(Type::String));
        let number = |class: &Class| {
            matches!(
                class,
                Class::NumberEnum(_) | Class::Number(Type::Integer(_))
            )
        };
        if !classes.iter().all(|(_, class)| text(class))
            && !classes.iter().all(|(_, class)| number(class))
        {
            return None;
        }
        let enums = classes
            .iter()
            .filter(|(_, class)| enum_values(class).is_some());
        let enums: Vec<_> = enums.collect();
        if let [(place, _)] = enums.as_slice() {
            return Some(Sort::Same(place.clone()));
        }
        let mut joined: Vec<EnumValue> = Vec::new();
        let mut known = IndexSet::new();
        for (place, class) in enums {
            let values = enum_values(class).unwrap_or_default();
            for value in self.described(place, values) {
                if known.insert(format!("{:?}", value.value)) {
                    joined.push(value);
                }
            }
        }
        (!joined.is_empty()).then_some(Sort::Enum(joined))
    }

    /// The values of a variant; a variant for a single value describes that value.
    fn described(&mut self, place: &Place, values: &[EnumValue]) -> Vec<EnumValue> {
        let mut values = values.to_vec();
        if let [value] = values.as_mut_slice() {
            let docs = self.compose(place).docs();
            let name = docs
                .summary
                .clone()
                .filter(|_| !matches!(value.value, Scalar::Text(_)));
            value.name = value.name.take().or(name);
            value.description = value
                .description
                .take()
                .or(docs.description)
                .or(docs.summary);
        }
        values
    }
}

fn enum_values(class: &Class) -> Option<&[EnumValue]> {
    match class {
        Class::TextEnum(values) | Class::NumberEnum(values) => Some(values),
        _ => None,
    }
}

/// Plain texts, numbers or booleans only.
fn merged_plain(classes: &[(Place, Class)]) -> Option<Sort> {
    let (place, first) = classes.first()?;
    if *first != Class::Other
        && enum_values(first).is_none()
        && classes.iter().all(|(_, class)| class == first)
    {
        return Some(Sort::Same(place.clone()));
    }
    if classes
        .iter()
        .all(|(_, class)| matches!(class, Class::Text(_)))
    {
        let secret = classes
            .iter()
            .any(|(_, class)| *class == Class::Text(Type::Secret));
        return Some(Sort::Scalar(if secret {
            Type::Secret
        } else {
            Type::String
        }));
    }
    if classes
        .iter()
        .all(|(_, class)| matches!(class, Class::Number(_)))
    {
        let fraction = |class: &Class| matches!(class, Class::Number(Type::Number(_)));
        return Some(Sort::Scalar(
            match classes.iter().any(|(_, class)| fraction(class)) {
                true => Type::Number(NumberWidth::F64),
                false => Type::Integer(IntegerWidth::I64),
            },
        ));
    }
    None
}
