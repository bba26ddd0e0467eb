//! What variants are called.

use super::super::report_contest;
use super::super::types::Types;
use super::kinds;
use super::properties::Properties;
use crate::diagnostic::Diagnostics;
use crate::ir::draft::{NameSource, Union, Variant};
use crate::ir::{Type, TypeId};
use crate::names::{Identifier, Scope, Wish, Words};

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
    let variants = union.variants.iter().zip(words);
    let wishes: Vec<Wish> = variants
        .map(|(variant, words)| Wish::of(variant.tags.first().map_or("", String::as_str), words))
        .collect();
    let minted = Scope::variants().mint(&wishes);
    for (minted, variant) in minted.iter().zip(&union.variants) {
        let wire = variant.hint.as_deref().unwrap_or("a variant");
        report_contest(minted, wire, &variant.origin.0, diagnostics);
    }
    minted.into_iter().map(|minted| minted.name).collect()
}

/// What the variants of a union may be called: after the tag or constant that selects it, after its schema's name
/// without what it shares with the union's, after its JSON type, after the properties that set it apart.
pub(in super::super) fn variant_words(
    types: &Types,
    union: &Union,
    name: &Words,
) -> Vec<VariantWords> {
    let properties = Properties::of(types, union);
    let variants = union.variants.iter().enumerate().map(|(index, variant)| {
        let constants = properties.constants(types, &variant.payload);
        let selecting = single(&variant.tags).or_else(|| single(&constants));
        let named = [
            selecting,
            variant.hint.clone(),
            component_key(types, variant),
        ];
        let named = named.into_iter().flatten().map(|text| Words::of(&text));
        let mut words: VariantWords = named
            .flat_map(|words| [words.distinct_from(name), words])
            .collect();
        words.extend(properties.single_values(types, &variant.payload));
        words.extend(kinds::words(types, &variant.payload));
        words.extend(properties.words(types, &variant.payload));
        words.extend(constants.first().map(|text| Words::of(text)));
        words.push(Words::of(&format!("variant {}", index + 1)));
        words
    });
    variants.collect()
}

fn single(texts: &[String]) -> Option<String> {
    match texts {
        [only] => Some(only.clone()),
        _ => None,
    }
}

fn component_key(types: &Types, variant: &Variant) -> Option<String> {
    match &types.get(payload_id(&variant.payload)?)?.name {
        NameSource::Component(key) => Some(key.clone()),
        NameSource::Inline { .. } => None,
    }
}

/// The type that a payload is, not one that it only contains.
fn payload_id(payload: &Type) -> Option<TypeId> {
    match payload {
        Type::Named(_) | Type::Nullable(_) => payload.name(),
        _ => None,
    }
}
