//! The properties that set the variants of a union apart.

use std::collections::{BTreeMap, BTreeSet};

use super::super::types::Types;
use super::evidence::json_texts;
use crate::ir::Type;
use crate::ir::draft::{Struct, Union};
use crate::names::Words;

/// How many required properties may go into a name.
const MOST_IN_A_NAME: usize = 3;

/// What the variants of a union that are objects have in common.
pub(super) struct Properties<'a> {
    /// How many variants have a property, and how many require it.
    uses: BTreeMap<&'a str, Uses>,
    /// The property whose values part all variants.
    constant: Option<&'a str>,
}

#[derive(Default)]
struct Uses {
    named: usize,
    required: usize,
}

impl<'a> Properties<'a> {
    /// Looks through the variants of a union.
    pub(super) fn of(types: &Types<'a>, union: &Union) -> Self {
        let structs = union
            .variants
            .iter()
            .filter_map(|variant| types.as_struct(&variant.payload));
        let structs: Vec<&'a Struct> = structs.collect();
        let mut uses: BTreeMap<&str, Uses> = BTreeMap::new();
        for field in structs.iter().flat_map(|shape| &shape.fields) {
            let uses = uses.entry(&field.wire).or_default();
            uses.named += 1;
            uses.required += usize::from(field.required);
        }
        Self {
            constant: parting(types, &structs),
            uses,
        }
    }

    /// The values that select a variant; none if values don't select the variants of the union.
    pub(super) fn constants(&self, types: &Types, payload: &Type) -> Vec<String> {
        let shape = types.as_struct(payload);
        shape
            .zip(self.constant)
            .map(|(shape, wire)| constants(types, shape, wire))
            .unwrap_or_default()
    }

    /// Names after properties of a variant that can have one value only.
    pub(super) fn single_values(&self, types: &Types, payload: &Type) -> Vec<Words> {
        let fields = types
            .as_struct(payload)
            .into_iter()
            .flat_map(|shape| &shape.fields);
        let values = fields.filter_map(|field| Some(json_texts(types.as_enum(&field.value)?)));
        let single = values
            .filter(|values| values.len() == 1)
            .take(MOST_IN_A_NAME);
        single.flatten().map(|value| Words::of(&value)).collect()
    }

    /// Names after the first property that only this variant has, or requires, else after the first that it requires.
    pub(super) fn words(&self, types: &Types, payload: &Type) -> Vec<Words> {
        let Some(shape) = types.as_struct(payload) else {
            return Vec::new();
        };
        let required = || shape.fields.iter().filter(|field| field.required);
        let uses = |wire: &str| self.uses.get(wire);
        let own = [
            required().find(|field| uses(&field.wire).is_some_and(|uses| uses.named == 1)),
            required().find(|field| uses(&field.wire).is_some_and(|uses| uses.required == 1)),
            shape
                .fields
                .iter()
                .find(|field| uses(&field.wire).is_some_and(|uses| uses.named == 1)),
        ];
        let own = own
            .into_iter()
            .flatten()
            .take(1)
            .map(|field| Words::of(&field.wire));
        let mut words: Vec<Words> = own.collect();
        let mut all = Words::default();
        for field in required().take(MOST_IN_A_NAME) {
            all = all.then(&Words::of(&field.wire));
            words.push(all.clone());
        }
        words
    }
}

/// The first property that holds other values in each of several objects.
fn parting<'a>(types: &Types, structs: &[&'a Struct]) -> Option<&'a str> {
    let (first, others) = structs.split_first()?;
    let mut candidates = first
        .fields
        .iter()
        .filter(|field| types.as_enum(&field.value).is_some());
    let parting = candidates.find(|field| {
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let mut parts = |shape: &Struct| {
            let values = constants(types, shape, &field.wire);
            !values.is_empty() && values.into_iter().all(|value| seen.insert(value))
        };
        parts(first) && others.iter().all(|other| parts(other))
    });
    parting.map(|field| field.wire.as_str())
}

fn constants(types: &Types, shape: &Struct, wire: &str) -> Vec<String> {
    let field = shape.fields.iter().find(|field| field.wire == wire);
    let values = field.and_then(|field| types.as_enum(&field.value));
    values.map(json_texts).unwrap_or_default()
}
