//! Names of variants after the kind of JSON that they are.

use super::super::types::Types;
use super::evidence::json_texts;
use super::leaves;
use crate::ir::draft::NameSource;
use crate::ir::{Format, IntegerWidth, NumberWidth, Type};
use crate::names::Words;

/// What a type is called where it has no name, the best first.
pub(super) fn words(types: &Types, payload: &Type) -> Vec<Words> {
    let payload = types.target(payload);
    match payload {
        Type::Array(item) => {
            let list = Words::of("list");
            vec![list.clone(), item_words(types, item).then(&list)]
        }
        Type::Named(_) => named_words(types, payload),
        Type::Integer(width) => vec![Words::of("integer"), Words::of(integer(*width))],
        Type::Number(width) => vec![Words::of("number"), Words::of(number(*width))],
        other => vec![Words::of(kind(other))],
    }
}

fn item_words(types: &Types, item: &Type) -> Words {
    match (
        types.named(item).map(|(_, draft)| &draft.name),
        types.target(item),
    ) {
        (Some(NameSource::Component(key)), _) => Words::of(key),
        (_, Type::Array(_)) => Words::of("nested"),
        (_, item) => Words::of(kind(item)),
    }
}

fn kind(value: &Type) -> &'static str {
    match value {
        Type::Boolean => "boolean",
        Type::Integer(_) => "integer",
        Type::Number(_) => "number",
        Type::String => "text",
        Type::Secret => "secret",
        Type::Formatted(Format::DateTime) => "date time",
        Type::Formatted(Format::Date) => "date",
        Type::Formatted(Format::Uuid) => "uuid",
        Type::Formatted(Format::Decimal) => "decimal",
        Type::Base64 | Type::Binary | Type::File => "bytes",
        Type::Array(_) => "list",
        Type::Map(_) => "map",
        Type::Expandable(_) => "reference",
        Type::Nullable(_) | Type::Named(_) => "object",
        Type::Json => "other",
    }
}

fn integer(width: IntegerWidth) -> &'static str {
    match width {
        IntegerWidth::I32 => "int32",
        IntegerWidth::I64 => "int64",
        IntegerWidth::U32 => "uint32",
        IntegerWidth::U64 => "uint64",
    }
}

fn number(width: NumberWidth) -> &'static str {
    match width {
        NumberWidth::F32 => "float",
        NumberWidth::F64 => "double",
    }
}

/// Names for what has a type of its own but no name that the document gives.
fn named_words(types: &Types, payload: &Type) -> Vec<Words> {
    if types.as_struct(payload).is_some() {
        return vec![Words::of("object")];
    }
    if let Some(shape) = types.as_enum(payload) {
        let values = json_texts(shape);
        let only = values
            .first()
            .filter(|_| values.len() == 1)
            .map(|value| Words::of(value));
        return only.into_iter().chain([Words::of("keyword")]).collect();
    }
    let forms = leaves::of(types, payload);
    let lists = forms.iter().all(|leaf| matches!(leaf, Type::Array(_)));
    vec![Words::of(if lists { "lists" } else { "choice" })]
}
