//! Which schemas a value has to fit, as far as its document tells.

use serde_json::Value;

/// A document's schemas.
#[derive(Clone, Copy)]
pub(super) struct Schemas<'d>(pub(super) &'d Value);

/// The plain schemas that a value has to fit: no references, no `allOf`, no unions.
pub(super) struct Plain<'d> {
    pub(super) schemas: Vec<&'d Value>,
    /// A union on the way chose by more than its discriminator, so that a missing property means another variant.
    pub(super) is_guessed: bool,
    /// Properties that discriminators on the way go by.
    pub(super) tags: Vec<&'d str>,
}

impl<'d> Schemas<'d> {
    /// A component by its name.
    pub(super) fn component(self, name: &str) -> &'d Value {
        &self.0["components"]["schemas"][name]
    }

    /// `None` where no variant of a union is the one.
    pub(super) fn plain(self, schema: &'d Value, value: &Value) -> Option<Plain<'d>> {
        let mut plain = Plain {
            schemas: Vec::new(),
            is_guessed: false,
            tags: Vec::new(),
        };
        self.collect(schema, value, &mut plain)?;
        Some(plain)
    }

    fn collect(self, schema: &'d Value, value: &Value, plain: &mut Plain<'d>) -> Option<()> {
        let schema = self.resolve(schema);
        plain.schemas.push(schema);
        for member in members(schema, "allOf") {
            self.collect(member, value, plain)?;
        }
        for keyword in ["oneOf", "anyOf"] {
            if schema.get(keyword).is_some() {
                self.collect(self.variant(schema, keyword, value, plain)?, value, plain)?;
            }
        }
        Some(())
    }

    fn resolve(self, schema: &'d Value) -> &'d Value {
        match schema["$ref"].as_str() {
            Some(reference) => {
                let target = self.0.pointer(reference.trim_start_matches('#'));
                self.resolve(target.expect("references lead somewhere"))
            }
            None => schema,
        }
    }

    /// The variant of a union that a value is of: by its tag, or else the only one that fits best.
    fn variant(
        self,
        schema: &'d Value,
        keyword: &str,
        value: &Value,
        plain: &mut Plain<'d>,
    ) -> Option<&'d Value> {
        let variants = members(schema, keyword);
        if let Some(tag) = schema["discriminator"]["propertyName"].as_str() {
            plain.tags.push(tag);
            let target = &schema["discriminator"]["mapping"][value[tag].as_str()?];
            return variants.iter().find(|variant| variant["$ref"] == *target);
        }
        let objects = variants.iter().filter(|variant| {
            self.fits(variant, &Value::Object([].into_iter().collect()))
                .is_some()
        });
        plain.is_guessed |= value.is_object() && objects.count() != 1;
        let fits = variants
            .iter()
            .filter_map(|variant| Some((self.fits(variant, value)?, variant)));
        let mut fits: Vec<_> = fits.collect();
        fits.sort_by_key(|(constants, _)| std::cmp::Reverse(*constants));
        match fits[..] {
            [(_, only)] => Some(only),
            [(most, first), (less, _), ..] if most > less => Some(first),
            _ => None,
        }
    }

    /// How many constants of a schema a value has; `None` if it does not fit.
    fn fits(self, schema: &'d Value, value: &Value) -> Option<usize> {
        let mut constants = 0;
        for schema in self.plain(schema, value)?.schemas {
            if !is_of_type(schema, value) {
                return None;
            }
            for name in required(schema) {
                let allowed = &self.resolve(&schema["properties"][name])["enum"];
                match (value.get(name), allowed.as_array()) {
                    (None, _) => return None,
                    (Some(value), Some(allowed)) if !allowed.contains(value) => return None,
                    (_, Some(_)) => constants += 1,
                    (_, None) => {}
                }
            }
        }
        Some(constants)
    }
}

/// The names of required properties.
pub(super) fn required(schema: &Value) -> impl Iterator<Item = &str> {
    members(schema, "required").iter().filter_map(Value::as_str)
}

/// The items of a keyword that takes a list.
fn members<'d>(schema: &'d Value, keyword: &str) -> &'d [Value] {
    schema[keyword].as_array().map_or(&[], Vec::as_slice)
}

fn is_of_type(schema: &Value, value: &Value) -> bool {
    match schema["type"].as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("boolean") => value.is_boolean(),
        Some("integer" | "number") => value.is_number(),
        _ => true,
    }
}
