//! Builds the value tree from what either parser reads.

use std::cell::{Cell, RefCell};
use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, MapAccess, SeqAccess, VariantAccess, Visitor,
};
use serde_json::{Map, Number, Value};

use crate::document::Pointer;

/// A value tree, and what was wrong with it without stopping its parser.
pub(super) struct Tree {
    pub(super) value: Value,
    /// Places of keys that an object has more than once.
    pub(super) duplicates: Vec<Pointer>,
}

/// Builds a tree and keeps count of it.
pub(super) struct Builder {
    /// How much may still be read, in nodes and bytes of text.
    budget: Cell<usize>,
    /// Tokens of the places of duplicate keys, from the key up.
    duplicates: RefCell<Vec<Vec<String>>>,
    has_merge_keys: bool,
}

/// What the aliases of a document may stand for beyond its own size, in nodes and bytes.
const ALIAS_ALLOWANCE: usize = 4 << 20;

impl Builder {
    /// A builder for a text. The text of a document without aliases is always within the bounds: no node and no
    /// character of a string takes less than half a byte of it.
    pub(super) fn new(text: &str, has_merge_keys: bool) -> Self {
        Self {
            budget: Cell::new(text.len().saturating_mul(2).saturating_add(ALIAS_ALLOWANCE)),
            duplicates: RefCell::default(),
            has_merge_keys,
        }
    }

    /// Whether reading was stopped because there was too much.
    pub(super) fn is_exhausted(&self) -> bool {
        self.budget.get() == 0
    }

    /// The tree, once its value has been read.
    pub(super) fn finish(self, value: Value) -> Tree {
        let pointer = |tokens: Vec<String>| {
            tokens
                .iter()
                .rev()
                .fold(Pointer::root(), |parent, token| parent.child(token))
        };
        Tree {
            value,
            duplicates: self
                .duplicates
                .into_inner()
                .into_iter()
                .map(pointer)
                .collect(),
        }
    }

    fn spend<E: Error>(&self, bytes: usize) -> Result<(), E> {
        self.budget
            .set(self.budget.get().saturating_sub(bytes.saturating_add(1)));
        if self.is_exhausted() {
            return Err(E::custom("aliases stand for too much text"));
        }
        Ok(())
    }

    fn text<E: Error>(&self, text: String) -> Result<Value, E> {
        self.spend(text.len())?;
        Ok(Value::String(text))
    }

    fn duplicate(&self, key: &str) {
        self.duplicates.borrow_mut().push(vec![key.to_owned()]);
    }

    /// Says where the duplicates stand that were found while reading what stands under a token.
    fn found_under(&self, known: usize, token: impl fmt::Display) {
        for place in self.duplicates.borrow_mut().iter_mut().skip(known) {
            place.push(token.to_string());
        }
    }
}

impl<'de> DeserializeSeed<'de> for &Builder {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for &Builder {
    type Value = Value;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a value of JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        self.spend(0)?;
        Ok(Value::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Value, E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        self.spend(0)?;
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        self.spend(0)?;
        Ok(Value::from(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        self.spend(0)?;
        Ok(Value::from(value))
    }

    #[expect(clippy::cast_precision_loss, reason = "no number of JSON is wider")]
    fn visit_i128<E: Error>(self, value: i128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    #[expect(clippy::cast_precision_loss, reason = "no number of JSON is wider")]
    fn visit_u128<E: Error>(self, value: u128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    /// Infinities of YAML become the greatest numbers; what is not a number becomes null.
    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        self.spend(0)?;
        Ok(Number::from_f64(value.clamp(f64::MIN, f64::MAX)).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        self.text(value.to_owned())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        self.text(value)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        self.spend(0)?;
        let mut list = Vec::new();
        loop {
            let known = self.duplicates.borrow().len();
            let Some(item) = items.next_element_seed(self)? else {
                break;
            };
            self.found_under(known, list.len());
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        self.spend(0)?;
        let mut object = Map::new();
        let mut merged = Vec::new();
        while let Some(key) = members.next_key_seed(Key)? {
            self.spend(key.len())?;
            let known = self.duplicates.borrow().len();
            let value = members.next_value_seed(self)?;
            self.found_under(known, &key);
            if self.has_merge_keys && key == "<<" && (value.is_object() || value.is_array()) {
                merged.push(value);
            } else if object.contains_key(&key) {
                self.duplicate(&key);
            } else {
                object.insert(key, value);
            }
        }
        merged
            .into_iter()
            .for_each(|value| merge(&mut object, value));
        Ok(Value::Object(object))
    }

    /// A value with a tag of YAML: JSON has none, so the tag is dropped.
    fn visit_enum<A: EnumAccess<'de>>(self, tagged: A) -> Result<Value, A::Error> {
        let (_, value) = tagged.variant::<String>()?;
        value.newtype_variant_seed(self)
    }
}

/// Adds the members of merged objects; an object's own members win, then those of earlier objects
/// (<https://yaml.org/type/merge.html>).
fn merge(object: &mut Map<String, Value>, merged: Value) {
    match merged {
        Value::Object(members) => {
            for (key, value) in members {
                object.entry(key).or_insert(value);
            }
        }
        Value::Array(list) => list
            .into_iter()
            .filter(Value::is_object)
            .for_each(|value| merge(object, value)),
        _ => {}
    }
}

/// Reads a key as it is written, so that `200` and `1.10` stay as they are.
struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = String;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<String, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key {
    type Value = String;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a text as the key")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<String, E> {
        Ok(value.to_owned())
    }

    fn visit_string<E: Error>(self, value: String) -> Result<String, E> {
        Ok(value)
    }
}
