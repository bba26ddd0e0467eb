//! Changes of objects, enums and unions.

use serde_json::{Map, Value, json};

use super::{Mutation, Site};

pub(super) const MUTATIONS: &[Mutation] = &[
    Mutation {
        name: "property added",
        apply: |site| add(site, false),
    },
    Mutation {
        name: "required property added",
        apply: |site| add(site, true),
    },
    Mutation {
        name: "property removed",
        apply: remove,
    },
    Mutation {
        name: "property renamed",
        apply: rename,
    },
    Mutation {
        name: "property of another type",
        apply: |site| replace(site, json!({ "type": "boolean" })),
    },
    Mutation {
        name: "property in a list",
        apply: |site| replace(site, json!({ "type": "array", "items": {} })),
    },
    Mutation {
        name: "property required",
        apply: require,
    },
    Mutation {
        name: "property optional",
        apply: relax,
    },
    Mutation {
        name: "property nullable",
        apply: |site| mark(site, "nullable", json!(true)),
    },
    Mutation {
        name: "property deprecated",
        apply: |site| mark(site, "deprecated", json!(true)),
    },
    Mutation {
        name: "property described",
        apply: |site| mark(site, "description", json!("Something else.")),
    },
    Mutation {
        name: "property of another name in Rust",
        apply: |site| mark(site, "x-rust-name", json!("renamed_in_rust")),
    },
    Mutation {
        name: "properties in another order",
        apply: reverse,
    },
    Mutation {
        name: "no other properties",
        apply: close,
    },
    Mutation {
        name: "value added",
        apply: |site| values(site, |values| values.push(json!("a value more"))),
    },
    Mutation {
        name: "value removed",
        apply: |site| values(site, |values| drop(values.pop())),
    },
    Mutation {
        name: "value replaced",
        apply: |site| values(site, |values| values[0] = json!("another value")),
    },
    Mutation {
        name: "values in another order",
        apply: |site| values(site, |values| values.reverse()),
    },
    Mutation {
        name: "values open",
        apply: |site| site.node()?.as_object_mut()?.shift_remove("enum").map(drop),
    },
    Mutation {
        name: "variant added",
        apply: add_variant,
    },
    Mutation {
        name: "variant removed",
        apply: remove_variant,
    },
];

/// The properties of an object that has at least two.
fn properties<'s>(site: &'s mut Site<'_>) -> Option<&'s mut Map<String, Value>> {
    let properties = site.node()?.get_mut("properties")?.as_object_mut()?;
    (properties.len() > 1).then_some(properties)
}

/// The names of the properties that are required.
fn required<'s>(site: &'s mut Site<'_>) -> Option<&'s mut Vec<Value>> {
    properties(site)?;
    let object = site.node()?.as_object_mut()?;
    object
        .entry("required")
        .or_insert_with(|| json!([]))
        .as_array_mut()
}

/// The last property: it is optional more often than the first.
fn last(site: &mut Site<'_>) -> Option<String> {
    properties(site)?.keys().next_back().cloned()
}

fn add(site: &mut Site<'_>, is_required: bool) -> Option<()> {
    properties(site)?.insert("property_more".to_owned(), json!({ "type": "string" }));
    if is_required {
        required(site)?.push(json!("property_more"));
    }
    Some(())
}

fn remove(site: &mut Site<'_>) -> Option<()> {
    let name = last(site)?;
    properties(site)?.shift_remove(&name)?;
    required(site)?.retain(|other| *other != name);
    Some(())
}

fn rename(site: &mut Site<'_>) -> Option<()> {
    let name = last(site)?;
    let value = properties(site)?.shift_remove(&name)?;
    properties(site)?.insert(format!("{name}_renamed"), value);
    for other in required(site)? {
        if *other == name {
            *other = json!(format!("{name}_renamed"));
        }
    }
    Some(())
}

fn replace(site: &mut Site<'_>, schema: Value) -> Option<()> {
    let name = last(site)?;
    properties(site)?.insert(name, schema);
    Some(())
}

fn mark(site: &mut Site<'_>, key: &str, value: Value) -> Option<()> {
    let name = last(site)?;
    let property = properties(site)?.get_mut(&name)?.as_object_mut()?;
    if property.contains_key("$ref") {
        return None;
    }
    property.insert(key.to_owned(), value);
    Some(())
}

fn require(site: &mut Site<'_>) -> Option<()> {
    let names: Vec<_> = properties(site)?.keys().cloned().collect();
    let required = required(site)?;
    let optional = names
        .into_iter()
        .find(|name| !required.contains(&json!(name)))?;
    required.push(json!(optional));
    Some(())
}

fn relax(site: &mut Site<'_>) -> Option<()> {
    required(site)?.pop().map(drop)
}

fn reverse(site: &mut Site<'_>) -> Option<()> {
    let properties = properties(site)?;
    *properties = std::mem::take(properties).into_iter().rev().collect();
    Some(())
}

fn close(site: &mut Site<'_>) -> Option<()> {
    properties(site)?;
    site.node()?
        .as_object_mut()?
        .insert("additionalProperties".to_owned(), json!(false));
    Some(())
}

fn values(site: &mut Site<'_>, change: fn(&mut Vec<Value>)) -> Option<()> {
    let values = site.node()?.get_mut("enum")?.as_array_mut()?;
    if values.len() < 3 || !values.iter().all(Value::is_string) {
        return None;
    }
    change(values);
    Some(())
}

fn variants<'s>(site: &'s mut Site<'_>) -> Option<&'s mut Vec<Value>> {
    let key = ["oneOf", "anyOf"].into_iter().find(|key| {
        let node = site.document.pointer(site.pointer);
        node.is_some_and(|node| node.get(key).is_some())
    })?;
    let variants = site.node()?.get_mut(key)?.as_array_mut()?;
    (variants.len() > 1).then_some(variants)
}

fn add_variant(site: &mut Site<'_>) -> Option<()> {
    let properties = json!({ "only_in_this_variant": { "type": "string" } });
    let variant =
        json!({ "type": "object", "required": ["only_in_this_variant"], "properties": properties });
    variants(site)?.push(variant);
    Some(())
}

fn remove_variant(site: &mut Site<'_>) -> Option<()> {
    let variant = variants(site)?.pop()?;
    let mapping = site.node()?.pointer_mut("/discriminator/mapping");
    if let Some(mapping) = mapping.and_then(Value::as_object_mut) {
        mapping.retain(|_, target| Some(&*target) != variant.get("$ref"));
    }
    Some(())
}
