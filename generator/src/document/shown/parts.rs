//! The schemas that have a say in one value: a schema, what it refers to, and their `allOf`s.

use serde_json::Value;

use super::fit::Fit;

/// How many schemas are looked at for one value. Merging has about the same limit.
const MOST: usize = 200;

impl<'d> Fit<'d> {
    /// A schema with everything that holds beside it, each once. A reference that leads nowhere says nothing.
    pub(super) fn parts(&mut self, schema: &'d Value) -> Vec<&'d Value> {
        let mut parts: Vec<&Value> = Vec::new();
        let mut open = vec![schema];
        while let Some(schema) = open.pop() {
            let Some(schema) = self.followed(schema) else {
                continue;
            };
            if parts.len() >= MOST || parts.iter().any(|part| std::ptr::eq(*part, schema)) {
                continue;
            }
            parts.push(schema);
            open.extend(list(schema, "allOf").iter().rev());
        }
        parts
    }

    /// What stands at a place, or what the reference there leads to.
    fn followed(&mut self, schema: &'d Value) -> Option<&'d Value> {
        let Some(reference) = schema.get("$ref").and_then(Value::as_str) else {
            return Some(schema);
        };
        let document = self.document;
        *self.targets.entry(reference).or_insert_with(|| {
            let target = document.resolve(reference).ok()?;
            document.node(&target)
        })
    }

    /// Whether a property is for one direction only, so that a value of the other lacks it.
    pub(super) fn is_one_sided(&mut self, property: &'d Value) -> bool {
        let parts = self.parts(property);
        parts
            .iter()
            .any(|part| is_true(part, "readOnly") || is_true(part, "writeOnly"))
    }

    /// Whether null is allowed by a schema or by what it refers to.
    pub(super) fn allows_null(&mut self, schema: &'d Value) -> bool {
        let parts = self.parts(schema);
        let says_nothing = |part: &&Value| {
            let keywords = ["type", "enum", "oneOf", "anyOf", "properties", "items"];
            keywords.iter().all(|keyword| part.get(keyword).is_none())
        };
        parts
            .iter()
            .any(|part| is_true(part, "nullable") || part["type"] == "null")
            || parts.iter().all(says_nothing)
            || parts.iter().any(|part| {
                let variants = ["oneOf", "anyOf"]
                    .into_iter()
                    .flat_map(|keyword| list(part, keyword));
                variants
                    .into_iter()
                    .any(|variant| self.variant_allows_null(variant))
            })
    }

    /// The same of a variant, as far as it says so itself: unions of unions don't go on for ever.
    fn variant_allows_null(&mut self, variant: &'d Value) -> bool {
        let parts = self.parts(variant);
        parts
            .iter()
            .any(|part| is_true(part, "nullable") || part["type"] == "null")
    }
}

pub(super) fn list<'d>(schema: &'d Value, keyword: &str) -> &'d [Value] {
    let list = schema.get(keyword).and_then(Value::as_array);
    list.map(Vec::as_slice).unwrap_or_default()
}

fn is_true(schema: &Value, keyword: &str) -> bool {
    schema.get(keyword) == Some(&Value::Bool(true))
}
