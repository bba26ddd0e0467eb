//! What variants are called.

use super::super::report_number;
use super::super::types::{Types, name_in};
use super::leaves;
use crate::diagnostic::Diagnostics;
use crate::ir::draft::{NameSource, Struct, Union, Variant};
use crate::ir::{Format, Scalar, Type};
use crate::names::{Identifier, Scope, Wish, Words};

/// How many required properties may go into a name.
const MOST_PROPERTIES: usize = 3;

/// Names for a variant, the best first.
pub(in super::super) type VariantWords = Vec<Words>;

/// The variants' names in the scope of their union.
pub(super) fn mint(
    types: &Types,
    union: &Union,
    name: &Identifier,
    diagnostics: &mut Diagnostics,
) -> Vec<Identifier> {
    let words = variant_words(types, union, &Words::of(name.as_str()));
    let wishes: Vec<Wish> = union
        .variants
        .iter()
        .zip(words)
        .map(|(variant, words)| Wish::of(variant.tags.first().map_or("", String::as_str), words))
        .collect();
    let minted = Scope::variants().mint(&wishes);
    for (minted, variant) in minted.iter().zip(&union.variants) {
        let wire = variant.hint.as_deref().unwrap_or("a variant");
        report_number(minted, wire, &variant.origin.0, diagnostics);
    }
    minted.into_iter().map(|minted| minted.name).collect()
}

/// What the variants of a union may be called: after the tag or constant that selects it, after its schema's name
/// without what it shares with the union's, after its JSON type, after the properties that it requires.
pub(in super::super) fn variant_words(
    types: &Types,
    union: &Union,
    name: &Words,
) -> Vec<VariantWords> {
    let constants = constants(types, union);
    let variants = union.variants.iter().enumerate().map(|(index, variant)| {
        let constant = constants
            .as_ref()
            .and_then(|constants| constants.get(index))
            .cloned();
        let tag = match variant.tags.as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        };
        let selected = tag.or(constant.flatten());
        let named = [
            selected,
            variant.hint.clone(),
            component_key(types, variant),
        ];
        let named = named.into_iter().flatten().map(|text| Words::of(&text));
        let mut words: VariantWords = named
            .flat_map(|words| [words.distinct_from(name), words])
            .collect();
        words.extend(kind_words(types, &variant.payload));
        words.push(Words::of(&format!("variant {}", index + 1)));
        words
    });
    variants.collect()
}

fn component_key(types: &Types, variant: &Variant) -> Option<String> {
    match &types.get(named_payload(&variant.payload)?)?.name {
        NameSource::Component(key) => Some(key.clone()),
        NameSource::Inline { .. } => None,
    }
}

fn named_payload(payload: &Type) -> Option<crate::ir::TypeId> {
    if matches!(payload, Type::Named(_) | Type::Nullable(_)) {
        name_in(payload)
    } else {
        None
    }
}

/// The values of the property that has a different constant in each variant that is an object.
fn constants(types: &Types, union: &Union) -> Option<Vec<Option<String>>> {
    let structs: Vec<Option<&Struct>> = union
        .variants
        .iter()
        .map(|variant| types.as_struct(&variant.payload))
        .collect();
    let first = structs.iter().flatten().next()?;
    first.fields.iter().find_map(|field| {
        let constants = structs
            .iter()
            .map(|shape| shape.map(|shape| constant(types, shape, &field.wire)));
        let constants: Vec<Option<Option<String>>> = constants.collect();
        let known: Vec<&String> = constants.iter().flatten().flatten().collect();
        let complete = constants.iter().flatten().all(Option::is_some);
        let distinct = known
            .iter()
            .enumerate()
            .all(|(index, text)| !known.iter().take(index).any(|other| other == text));
        (complete && distinct).then(|| constants.into_iter().map(Option::flatten).collect())
    })
}

fn constant(types: &Types, shape: &Struct, wire: &str) -> Option<String> {
    let field = shape.fields.iter().find(|field| field.wire == wire)?;
    single_value(types, &field.value)
}

fn single_value(types: &Types, value: &Type) -> Option<String> {
    match types.as_enum(value)?.values.as_slice() {
        [only] => Some(match &only.value {
            Scalar::Text(text) => text.clone(),
            Scalar::Integer(number) => number.to_string(),
            Scalar::Number(number) => number.to_string(),
            Scalar::Boolean(boolean) => boolean.to_string(),
        }),
        _ => None,
    }
}

/// Names after the kind of JSON that a variant is.
fn kind_words(types: &Types, payload: &Type) -> VariantWords {
    let payload = types.target(payload);
    match payload {
        Type::Array(item) => lists(types, item),
        Type::Named(_) => named_words(types, payload),
        other => vec![Words::of(kind(other))],
    }
}

fn lists(types: &Types, item: &Type) -> VariantWords {
    let list = Words::of("list");
    let item = item_words(types, item);
    vec![list.clone(), item.then(&list)]
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
        Type::Base64 | Type::Binary => "bytes",
        Type::Array(_) => "list",
        Type::Map(_) => "map",
        Type::Expandable(_) => "reference",
        Type::Json | Type::Nullable(_) | Type::Named(_) => "object",
    }
}

/// Names for what has a type of its own but no name that the document gives.
fn named_words(types: &Types, payload: &Type) -> VariantWords {
    if let Some(shape) = types.as_struct(payload) {
        return object_words(shape);
    }
    if types.as_enum(payload).is_some() {
        let keyword = single_value(types, payload).map(|value| Words::of(&value));
        return keyword.into_iter().chain([Words::of("keyword")]).collect();
    }
    let lists = leaves::of(types, payload)
        .iter()
        .all(|leaf| matches!(leaf, Type::Array(_)));
    vec![Words::of(if lists { "lists" } else { "choice" })]
}

fn object_words(shape: &Struct) -> VariantWords {
    let mut words = vec![Words::of("object")];
    let required = shape.fields.iter().filter(|field| field.required);
    let mut properties = Words::default();
    for field in required.take(MOST_PROPERTIES) {
        properties = properties.then(&Words::of(&field.wire));
        words.push(properties.clone());
    }
    words
}
