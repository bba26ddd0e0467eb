//! Values that don't have the form of their field: brought to it where it is clear what is meant, else taken out.

use serde_json::{Number, Value};

use super::Check;
use crate::document::Version;
use crate::document::fields::Form;
use crate::document::walk::Place;

/// Names of types (OpenAPI 3.0.3 §4.7.24.1).
const TYPES: &[&str] = &["string", "number", "integer", "boolean", "array", "object"];

impl Check<'_> {
    /// Brings a value to a form. Whether it stays; if not, it was reported. Objects of OpenAPI are left to their own
    /// check.
    pub(super) fn mend(
        &mut self,
        form: &'static Form,
        value: &mut Value,
        place: Place<'_>,
    ) -> bool {
        match (form, &mut *value) {
            (Form::Any | Form::Object(_) | Form::SchemaOrBoolean | Form::SchemaOrSchemas, _)
            | (Form::Boolean, Value::Bool(_))
            | (Form::Number, Value::Number(_))
            | (Form::Limit, Value::Number(_) | Value::Bool(_)) => true,
            (Form::Text, Value::String(text)) => {
                self.cut_text(text, place);
                true
            }
            (Form::Word(words), Value::String(_)) => self.mend_word(words, value, place),
            (Form::Count, Value::Number(_)) => self.mend_count(value, place),
            (Form::Types, Value::Array(_)) => self.mend_types(value, place),
            (Form::Types, _) => self.mend_type(value, place),
            (Form::List(form), Value::Array(items)) => {
                self.cut_list(items, place);
                self.mend_items(form, items, place);
                true
            }
            (Form::Map(form), Value::Object(members)) => {
                members.retain(|key, member| self.mend(form, member, place.key(key)));
                true
            }
            _ => self.convert(form, value, place),
        }
    }

    fn mend_items(&mut self, form: &'static Form, items: &mut Vec<Value>, place: Place<'_>) {
        let mut index = 0;
        items.retain_mut(|item| {
            let stays = self.mend(form, item, place.index(index));
            index += 1;
            stays
        });
    }

    /// Reads a value of another form as what it can only mean.
    fn convert(&mut self, form: &'static Form, value: &mut Value, place: Place<'_>) -> bool {
        let converted = match (form, &*value) {
            (Form::Text, Value::Number(number)) => Some(Value::String(number.to_string())),
            (Form::Text, Value::Bool(boolean)) => Some(Value::String(boolean.to_string())),
            (Form::Boolean, Value::String(text)) => {
                text.to_lowercase().parse().ok().map(Value::Bool)
            }
            (Form::Number | Form::Count | Form::Limit, Value::String(text)) => {
                text.trim().parse::<Number>().ok().map(Value::Number)
            }
            (Form::List(Form::Text), Value::String(_)) => Some(Value::Array(vec![value.clone()])),
            (Form::List(Form::Object(_)), Value::Object(_)) => {
                Some(Value::Array(vec![value.clone()]))
            }
            (Form::Map(_), Value::Array(items)) if items.is_empty() => Some(super::empty(form)),
            _ => None,
        };
        let Some(converted) = converted else {
            self.malformed(place, form.name(), describe(value), "it is left out");
            return false;
        };
        let consequence = match &converted {
            Value::Array(_) => "it is read as a list of one".to_owned(),
            other => format!("it is read as `{other}`"),
        };
        self.malformed(place, form.name(), describe(value), &consequence);
        *value = converted;
        !matches!((form, &*value), (Form::Count, Value::Number(_))) || self.mend_count(value, place)
    }

    /// Whole numbers may be written with a fraction of zero (JSON Schema 2020-12 §4.2.3 of the core).
    fn mend_count(&mut self, value: &mut Value, place: Place<'_>) -> bool {
        if value.is_u64() {
            return true;
        }
        match value.as_f64() {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "checked to be in range"
            )]
            Some(number) if number.fract() == 0.0 && (0.0..9e15).contains(&number) => {
                *value = Value::from(number as u64);
                true
            }
            _ => {
                self.malformed(
                    place,
                    Form::Count.name(),
                    &format!("`{value}`"),
                    "it is left out",
                );
                false
            }
        }
    }

    fn mend_word(
        &mut self,
        words: &'static [&'static str],
        value: &mut Value,
        place: Place<'_>,
    ) -> bool {
        let Some(text) = value.as_str() else {
            return false;
        };
        if words.contains(&text) {
            return true;
        }
        let same = words
            .iter()
            .find(|word| word.eq_ignore_ascii_case(text.trim()));
        self.unknown_word(place, text, words, same.copied());
        if let Some(word) = same {
            *value = Value::from(*word);
        }
        same.is_some()
    }

    fn mend_types(&mut self, value: &mut Value, place: Place<'_>) -> bool {
        if self.version == Version::V3_0 {
            self.other_version("a list of types", place, Version::V3_1);
        }
        if let Value::Array(types) = value {
            let mut index = 0;
            types.retain_mut(|name| {
                let stays = self.mend_type(name, place.index(index));
                index += 1;
                stays
            });
        }
        true
    }

    fn mend_type(&mut self, value: &mut Value, place: Place<'_>) -> bool {
        match value {
            Value::Null => {
                self.malformed(
                    place,
                    "the name of a type",
                    "an empty value",
                    "it is read as the type `\"null\"`",
                );
                *value = Value::from("null");
                true
            }
            Value::String(name) if name == "null" => true,
            Value::String(_) => self.mend_word(TYPES, value, place),
            _ => {
                self.malformed(
                    place,
                    "the name of a type",
                    describe(value),
                    "it is left out",
                );
                false
            }
        }
    }
}

impl Form {
    /// What messages call it.
    fn name(&self) -> &'static str {
        match self {
            Self::Any => "a value",
            Self::Text => "a text",
            Self::Word(_) => "a word",
            Self::Boolean => "`true` or `false`",
            Self::Number => "a number",
            Self::Count => "a whole number from 0",
            Self::Limit => "a number or a boolean",
            Self::Types => "the name of a type",
            Self::Object(definition) => definition.name,
            Self::SchemaOrBoolean | Self::SchemaOrSchemas => "a schema",
            Self::List(_) => "a list",
            Self::Map(_) => "an object",
        }
    }
}

/// What messages call a value that is not what they expect.
pub(crate) fn describe(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}
