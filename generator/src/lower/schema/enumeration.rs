//! Lists of allowed values.

use indexmap::IndexMap;
use serde_json::Value;

use super::composition::{Composition, Enumeration};
use super::kind::Kind;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::SchemaNode;
use crate::ir::Scalar;
use crate::ir::draft::EnumValue;
use crate::lower::context::Lowering;

impl Lowering<'_> {
    /// The values of an enum, without null and without duplicates.
    ///
    /// `None` where the list makes no enum: there is none, it allows nothing but null, any boolean, or compound values.
    pub(super) fn enum_values(&mut self, composition: &Composition) -> Option<Vec<EnumValue>> {
        self.check_empty_enum(composition);
        let list = composition.enumeration.as_ref()?;
        if list
            .values
            .iter()
            .any(|value| value.is_array() || value.is_object())
        {
            let message = "arrays and objects in an `enum` are not checked";
            self.report(
                Code::ComplexEnum,
                &list.schema.pointer.child("enum"),
                message,
            );
            return None;
        }
        self.check_value_types(list, composition.kind);
        let labels = self.labels(&list.schema);
        let mut values: Vec<EnumValue> = Vec::new();
        let mut known = IndexMap::new();
        for (index, value) in list.schema.keywords.enumeration.iter().enumerate() {
            if value.is_null() || !list.values.contains(value) {
                continue;
            }
            let place = list.schema.pointer.child("enum").child(index);
            let Some(scalar) = typed_scalar(value, composition.kind) else {
                continue;
            };
            let first = known.entry(format!("{scalar:?}")).or_insert(index);
            if *first != index {
                let first = list.schema.pointer.child("enum").child(*first);
                let message = format!("{value} is listed twice");
                let diagnostic = Diagnostic::new(Code::DuplicateEnumValue, place, message)
                    .related(first, "the first one");
                self.diagnostics.push(diagnostic);
                continue;
            }
            values.push(labels.label(scalar, index, value));
        }
        let boolean = |value: &EnumValue| matches!(value.value, Scalar::Boolean(_));
        (!values.is_empty() && !values.iter().all(boolean)).then_some(values)
    }

    /// Reports lists without values, which read like no list.
    fn check_empty_enum(&mut self, composition: &Composition) {
        for member in &composition.members {
            let place = member.schema.pointer.child("enum");
            let node = self.document.node(&place);
            if node.and_then(Value::as_array).is_some_and(Vec::is_empty) {
                let message = "an `enum` without values allows nothing";
                let diagnostic = Diagnostic::new(Code::EmptyEnum, place, message)
                    .help("list the allowed values, or leave `enum` out");
                self.diagnostics.push(diagnostic);
            }
        }
    }

    /// Reports values of another type than the schema's, once for a list.
    fn check_value_types(&mut self, list: &Enumeration, kind: Option<Kind>) {
        let Some(kind) = kind else {
            return;
        };
        let misfit =
            |value: &&Value| plain_scalar(value).is_some_and(|scalar| !fits(&scalar, kind));
        let misfits: Vec<_> = list.values.iter().filter(misfit).collect();
        let Some(first) = misfits.first() else {
            return;
        };
        let count = match misfits.len() {
            1 => String::new(),
            count => format!(" (and {} more)", count - 1),
        };
        let lost = misfits
            .iter()
            .any(|value| typed_scalar(value, Some(kind)).is_none());
        let outcome = match lost {
            true => "what can't be taken as one is left out",
            false => "it is taken as one",
        };
        let message = format!("{first}{count} is not of type `{kind}`; {outcome}");
        let place = list.schema.pointer.child("enum");
        let diagnostic = Diagnostic::new(Code::EnumValueType, place, message)
            .help("quote texts, and leave numbers bare");
        self.diagnostics.push(diagnostic);
    }

    fn labels(&mut self, schema: &SchemaNode) -> Labels {
        let names = ["x-enum-varnames", "x-enumNames", "x-enum-names"];
        let descriptions = ["x-enum-descriptions", "x-enumDescriptions"];
        Labels {
            names: self.label_list(schema, &names),
            descriptions: self.label_list(schema, &descriptions),
        }
    }

    /// Labels by index as text, or by value: both forms are in use.
    fn label_list(&mut self, schema: &SchemaNode, keys: &[&str]) -> IndexMap<String, String> {
        let extensions = &schema.data.extensions;
        let Some((key, value)) = keys
            .iter()
            .find_map(|key| Some((*key, extensions.get(*key)?)))
        else {
            return IndexMap::new();
        };
        let text = |value: &Value| value.as_str().map(str::to_owned);
        match value {
            Value::Array(list) if list.len() == schema.keywords.enumeration.len() => {
                let entries = list.iter().enumerate();
                entries
                    .filter_map(|(index, label)| Some((index.to_string(), text(label)?)))
                    .collect()
            }
            Value::Object(map) => {
                let entries = map.iter();
                entries
                    .filter_map(|(value, label)| Some((format!("={value}"), text(label)?)))
                    .collect()
            }
            _ => {
                let message =
                    format!("`{key}` needs one entry for each value of `enum`; it is ignored");
                self.report(Code::Extension, &schema.pointer.child(key), message);
                IndexMap::new()
            }
        }
    }
}

/// Names and descriptions that extensions give the values of a list.
struct Labels {
    names: IndexMap<String, String>,
    descriptions: IndexMap<String, String>,
}

impl Labels {
    fn label(&self, scalar: Scalar, index: usize, value: &Value) -> EnumValue {
        let text = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        let find = |labels: &IndexMap<String, String>| {
            let label = labels
                .get(&index.to_string())
                .or_else(|| labels.get(&format!("={text}")));
            label.filter(|label| !label.trim().is_empty()).cloned()
        };
        EnumValue {
            value: scalar,
            name: find(&self.names),
            description: find(&self.descriptions),
        }
    }
}

impl Enumeration {
    /// The texts, if every value but null is one.
    pub(super) fn texts(&self) -> Option<Vec<String>> {
        let values = self.values.iter().filter(|value| !value.is_null());
        values
            .map(|value| value.as_str().map(str::to_owned))
            .collect()
    }
}

/// A scalar as the document writes it; `None` for null, arrays and objects.
pub(crate) fn plain_scalar(value: &Value) -> Option<Scalar> {
    Some(match value {
        Value::String(text) => Scalar::Text(text.clone()),
        Value::Bool(value) => Scalar::Boolean(*value),
        Value::Number(number) => match number.as_i64() {
            Some(integer) => Scalar::Integer(integer),
            None => Scalar::Number(number.as_f64()?),
        },
        Value::Null | Value::Array(_) | Value::Object(_) => return None,
    })
}

/// A value as a scalar of a schema's type; `None` if it can't be taken as one.
fn typed_scalar(value: &Value, kind: Option<Kind>) -> Option<Scalar> {
    let scalar = plain_scalar(value)?;
    match kind {
        Some(kind) if !fits(&scalar, kind) => converted(&scalar, kind),
        _ => Some(scalar),
    }
}

fn fits(scalar: &Scalar, kind: Kind) -> bool {
    matches!(
        (scalar, kind),
        (Scalar::Text(_), Kind::String)
            | (Scalar::Integer(_), Kind::Integer | Kind::Number)
            | (Scalar::Number(_), Kind::Number)
            | (Scalar::Boolean(_), Kind::Boolean)
    )
}

fn converted(scalar: &Scalar, kind: Kind) -> Option<Scalar> {
    match (scalar, kind) {
        (Scalar::Integer(value), Kind::String) => Some(Scalar::Text(value.to_string())),
        (Scalar::Number(value), Kind::String) => Some(Scalar::Text(value.to_string())),
        (Scalar::Boolean(value), Kind::String) => Some(Scalar::Text(value.to_string())),
        (Scalar::Text(text), Kind::Integer) => text.trim().parse().ok().map(Scalar::Integer),
        (Scalar::Text(text), Kind::Number) => text.trim().parse().ok().map(Scalar::Number),
        (Scalar::Text(text), Kind::Boolean) => text.trim().parse().ok().map(Scalar::Boolean),
        (Scalar::Number(value), Kind::Integer) if value.fract() == 0.0 && value.abs() < 9e15 =>
        {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "whole and far from the bounds"
            )]
            Some(Scalar::Integer(*value as i64))
        }
        _ => None,
    }
}
