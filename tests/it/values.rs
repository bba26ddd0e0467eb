//! Arbitrary values that fit a schema: what bytes decide on, within what a document says.

use arbitrary::{Arbitrary, Result, Unstructured};
use serde_json::{Map, Number, Value};

/// How deep values are nested before what is optional is left out.
const DEPTH: usize = 6;
/// How many items a list has at most, and how many properties without a schema an object has.
const LENGTH: usize = 3;

/// A value that fits a schema component of a document, chosen by bytes.
///
/// # Errors
///
/// If there are too few bytes to choose by.
pub(crate) fn value(
    document: &Value,
    schema: &str,
    choices: &mut Unstructured<'_>,
) -> Result<Value> {
    let schema = &document["components"]["schemas"][schema];
    let mut making = Making { document, choices };
    making.value(schema, DEPTH)
}

struct Making<'d, 'c, 'b> {
    document: &'d Value,
    choices: &'c mut Unstructured<'b>,
}

impl<'d> Making<'d, '_, '_> {
    fn value(&mut self, schema: &'d Value, depth: usize) -> Result<Value> {
        let schema = self.resolve(schema);
        if schema["nullable"] == true && self.choices.ratio(1, 8)? {
            return Ok(Value::Null);
        }
        if let Some(members) = list(schema, "allOf") {
            return self.all_of(schema, members, depth);
        }
        if let Some(variants) = list(schema, "oneOf").or(list(schema, "anyOf")) {
            return self.variant(schema, variants, depth);
        }
        if let Some(values) = list(schema, "enum") {
            return Ok(self.choices.choose(values)?.clone());
        }
        match schema["type"].as_str() {
            Some("string") => self.text(schema["format"].as_str()).map(Value::String),
            Some("boolean") => Ok(Value::Bool(bool::arbitrary(self.choices)?)),
            Some("integer") => self.integer(schema["format"].as_str()).map(Value::Number),
            Some("number") => self.number(),
            Some("array") => self.array(&schema["items"], depth),
            Some("object") => self.object(schema, depth),
            _ if schema["properties"].is_object() => self.object(schema, depth),
            _ => self.any(depth),
        }
    }

    fn resolve(&self, schema: &'d Value) -> &'d Value {
        match schema["$ref"].as_str() {
            Some(reference) => {
                let target = self.document.pointer(reference.trim_start_matches('#'));
                self.resolve(target.expect("references lead somewhere"))
            }
            None => schema,
        }
    }

    fn variant(&mut self, schema: &'d Value, variants: &'d [Value], depth: usize) -> Result<Value> {
        let variant = self.choices.choose(variants)?;
        let mut value = self.value(variant, depth)?;
        let tag = schema["discriminator"]["propertyName"].as_str();
        let mapping = schema["discriminator"]["mapping"].as_object();
        let known = mapping
            .into_iter()
            .flatten()
            .find(|(_, target)| **target == variant["$ref"]);
        if let (Some(tag), Some((known, _)), Some(object)) = (tag, known, value.as_object_mut()) {
            object.insert(tag.to_owned(), Value::String(known.clone()));
        }
        Ok(value)
    }

    /// What all members say together, with the properties beside them. Anything but objects is described by one of them
    /// alone.
    fn all_of(&mut self, schema: &'d Value, members: &'d [Value], depth: usize) -> Result<Value> {
        let mut all = Value::Object(Map::new());
        if schema["properties"].is_object() {
            all = self.object(schema, depth)?;
        }
        for member in members {
            match (self.value(member, depth)?, &mut all) {
                (Value::Object(value), Value::Object(all)) => all.extend(value),
                (value, _) => all = value,
            }
        }
        Ok(all)
    }

    /// A text of the format, or any: what is sent need not be what was documented.
    fn text(&mut self, format: Option<&str>) -> Result<String> {
        let known = match format {
            Some("date-time") => "2026-02-28T23:59:60.125+01:00",
            Some("date") => "2024-02-29",
            Some("uuid") => "d8dd2de1-21b7-4a41-8bc3-ce909c0cfe23",
            Some("decimal") => "-12.500",
            _ => return self.any_text(),
        };
        match self.choices.ratio(1, 2)? {
            true => Ok(known.to_owned()),
            false => self.any_text(),
        }
    }

    fn any_text(&mut self) -> Result<String> {
        String::arbitrary(self.choices)
    }

    fn integer(&mut self, format: Option<&str>) -> Result<Number> {
        match format {
            Some("int32") => Ok(i32::arbitrary(self.choices)?.into()),
            _ => Ok(i64::arbitrary(self.choices)?.into()),
        }
    }

    /// Any number that JSON can hold; zero for the others.
    fn number(&mut self) -> Result<Value> {
        let number = f64::arbitrary(self.choices)?;
        Ok(Number::from_f64(number).unwrap_or(0.into()).into())
    }

    fn array(&mut self, items: &'d Value, depth: usize) -> Result<Value> {
        let length = self.choices.int_in_range(0..=LENGTH.min(depth))?;
        let items = (0..length).map(|_| self.value(items, depth - 1));
        items.collect()
    }

    fn object(&mut self, schema: &'d Value, depth: usize) -> Result<Value> {
        let mut object = Map::new();
        let required = list(schema, "required").unwrap_or_default();
        for (name, property) in schema["properties"].as_object().into_iter().flatten() {
            let is_required = required.iter().any(|required| required == name);
            if is_required || (depth > 0 && self.choices.ratio(1, 2)?) {
                let value = self.value(property, depth.saturating_sub(1))?;
                object.insert(name.clone(), value);
            }
        }
        self.additional(schema, &mut object, depth)?;
        Ok(Value::Object(object))
    }

    fn additional(
        &mut self,
        schema: &'d Value,
        object: &mut Map<String, Value>,
        depth: usize,
    ) -> Result<()> {
        let described = &schema["additionalProperties"];
        if *described == false || depth == 0 {
            return Ok(());
        }
        for _ in 0..self.choices.int_in_range(0..=LENGTH)? {
            let name = self.any_text()?;
            let value = match described.is_object() {
                true => self.value(described, depth - 1)?,
                false => self.any(depth - 1)?,
            };
            object.entry(name).or_insert(value);
        }
        Ok(())
    }

    /// Any JSON.
    fn any(&mut self, depth: usize) -> Result<Value> {
        let kinds = if depth == 0 { 5 } else { 7 };
        Ok(match self.choices.int_in_range(0..=kinds - 1)? {
            0 => Value::Null,
            1 => Value::Bool(bool::arbitrary(self.choices)?),
            2 => Value::Number(self.integer(None)?),
            3 => self.number()?,
            4 => Value::String(self.any_text()?),
            5 => self.array(&Value::Null, depth)?,
            _ => self.object(&Value::Null, depth)?,
        })
    }
}

fn list<'d>(schema: &'d Value, keyword: &str) -> Option<&'d [Value]> {
    schema[keyword].as_array().map(Vec::as_slice)
}
