//! The properties that set the variants of a union apart.

use std::collections::{BTreeMap, BTreeSet};

use super::super::types::Types;
use super::evidence::json_texts;
use crate::ir::Type;
use crate::ir::draft::{Field, Struct, Union};
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
        let fields = types.as_struct(payload).into_iter().flat_map(by_name);
        let values = fields.filter_map(|field| Some(json_texts(types.as_enum(&field.value)?)));
        let single = values.filter_map(|values| <[String; 1]>::try_from(values).ok());
        let mut single: Vec<String> = single.map(|[only]| only).collect();
        single.sort_by_key(|value| !reads_as_name(value));
        single.truncate(MOST_IN_A_NAME);
        single.iter().map(|value| Words::of(value)).collect()
    }

    /// Names after a property that only this variant requires, or has, else after those that it requires: those first that
    /// the fewest others require.
    pub(super) fn words(&self, types: &Types, payload: &Type) -> Vec<Words> {
        let Some(shape) = types.as_struct(payload) else {
            return Vec::new();
        };
        let fields = by_name(shape);
        let uses = |field: &&Field| {
            let uses = self.uses.get(field.wire.as_str());
            uses.map_or((0, 0), |uses| (uses.required, uses.named))
        };
        let mut required: Vec<&Field> = fields.iter().copied().filter(|it| it.required).collect();
        required.sort_by_key(uses);
        let is_told = required.first().is_some_and(|field| uses(field).0 == 1);
        let own = fields.iter().find(|field| uses(field).1 == 1);
        let own = own.filter(|_| !is_told).map(|field| Words::of(&field.wire));
        let several = required.iter().take(MOST_IN_A_NAME);
        let several = several.scan(Words::default(), |all, field| {
            *all = all.then(&Words::of(&field.wire));
            Some(all.clone())
        });
        own.into_iter().chain(several).collect()
    }
}

/// The property that holds other values in each of several objects. Of several, one whose values read as names.
fn parting<'a>(types: &Types, structs: &[&'a Struct]) -> Option<&'a str> {
    let (first, others) = structs.split_first()?;
    let fields = by_name(first).into_iter();
    let parting = fields.filter_map(|field| {
        let mut seen = BTreeSet::new();
        let mut parts = |shape: &Struct| {
            let values = constants(types, shape, &field.wire);
            !values.is_empty() && values.into_iter().all(|value| seen.insert(value))
        };
        let parts = parts(first) && others.iter().all(|other| parts(other));
        parts.then(|| (!seen.iter().all(|value| reads_as_name(value)), field))
    });
    let (_, field) = parting.min_by_key(|(is_worse, _)| *is_worse)?;
    Some(&field.wire)
}

/// The properties of an object in an order that doesn't depend on where the document lists them: those with short names
/// first, which make short names.
fn by_name(shape: &Struct) -> Vec<&Field> {
    let mut fields: Vec<&Field> = shape.fields.iter().collect();
    fields.sort_by_key(|field| (field.wire.len(), &field.wire));
    fields
}

fn constants(types: &Types, shape: &Struct, wire: &str) -> Vec<String> {
    let field = shape.fields.iter().find(|field| field.wire == wire);
    let values = field.and_then(|field| types.as_enum(&field.value));
    values.map(json_texts).unwrap_or_default()
}

/// Whether a value is a name rather than a sentence or a number.
fn reads_as_name(value: &str) -> bool {
    value.starts_with(char::is_alphabetic) && !value.contains(char::is_whitespace)
}
