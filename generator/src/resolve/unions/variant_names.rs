//! What variants are called.

use super::super::naming::{NamedScope, Thing};
use super::super::types::Types;
use super::kinds;
use super::properties::Properties;
use crate::ir::draft::{NameSource, Union, Variant};
use crate::ir::{Type, TypeId};
use crate::names::{Identifier, Scope, Wish, Words};
use crate::recorded::{Kind, Ledger, Subject};

/// Names for a variant, the best first.
pub(in super::super) type VariantWords = Vec<Words>;

/// The variants' names in the scope of their union.
pub(super) fn mint(
    types: &Types,
    id: TypeId,
    union: &Union,
    name: &Identifier,
    ledger: &mut Ledger,
) -> Vec<Identifier> {
    let place = types.get(id).map(|draft| draft.origin.0.clone());
    let place = place.unwrap_or_default();
    let words = variant_words(types, union, &Words::of(name.as_str()));
    let variants = union.variants.iter().zip(words);
    let things = variants.map(|(variant, words)| {
        let listed = &variant.origin.0;
        let subject = Subject::within(&place, Kind::Variant, listed.as_str());
        let label = variant.hint.as_deref().unwrap_or("a variant");
        let wish = Wish::of(variant.tags.first().map_or("", String::as_str), words);
        Thing::new(subject, listed, label, wish)
    });
    NamedScope::new(Scope::variants()).mint(things.collect(), ledger)
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
