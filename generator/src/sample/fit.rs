//! Whether a value that the document shows fits the schema that it is shown for.

use serde_json::Value;

use super::Sampler;
use super::facets::Facets;
use crate::document::Pointer;

/// How deep values and unions are looked into: deeper down, everything fits.
const DEEPEST: usize = 6;

impl Sampler<'_> {
    /// Whether a value fits a schema and its properties theirs: enough to tell the members of a union apart.
    pub(super) fn fits(&self, place: &Pointer, value: &Value, depth: usize) -> bool {
        if depth > DEEPEST {
            return true;
        }
        let facets = self.facets_at(std::slice::from_ref(place), Some(value), depth);
        let part = |(place, value): (Pointer, &Value)| {
            value.is_null() || self.fits(&place, value, depth + 1)
        };
        facets.admits(value)
            && match value {
                Value::Object(members) => {
                    let mut properties = facets.properties();
                    facets.required().all(|name| members.contains_key(name))
                        && properties.all(|(name, place)| {
                            members.get(&name).is_none_or(|value| part((place, value)))
                        })
                }
                Value::Array(items) => facets
                    .first(|schema| schema.items())
                    .is_none_or(|place| items.iter().all(|item| part((place.clone(), item)))),
                _ => true,
            }
    }
}

impl Facets {
    /// Whether a value is of the type, among the listed values, and within the bounds. Of an object or an array, only
    /// what they are counts, not what is in them.
    pub(super) fn admits(&self, value: &Value) -> bool {
        let listed = self
            .enumeration()
            .is_none_or(|values| values.contains(&value));
        let tagged = self.tags.iter().all(|(property, text)| {
            let held = value.get(property).and_then(Value::as_str);
            !value.is_object() || held == Some(text)
        });
        listed
            && tagged
            && match (self.kind(), value) {
                (Some("string"), Value::String(text)) => self.admits_text(text),
                (Some("integer"), Value::Number(number)) => {
                    !number.is_f64() && self.admits_number(number.as_f64())
                }
                (Some("number"), Value::Number(number)) => self.admits_number(number.as_f64()),
                (Some("boolean"), Value::Bool(_))
                | (Some("array"), Value::Array(_))
                | (Some("object"), Value::Object(_))
                | (None, _) => true,
                _ => false,
            }
    }
}
