//! Changes of components, and of what stands at the document's root.

use serde_json::{Value, json};

use super::{Mutation, Site};

pub(super) const MUTATIONS: &[Mutation] = &[
    Mutation {
        name: "schema added",
        apply: add,
    },
    Mutation {
        name: "schema renamed",
        apply: rename,
    },
    Mutation {
        name: "schema of another name in Rust",
        apply: |site| set(site, "x-rust-name", json!("RenamedInRust")),
    },
    Mutation {
        name: "schema deprecated",
        apply: |site| set(site, "deprecated", json!(true)),
    },
    Mutation {
        name: "schema replaced by an object",
        apply: |site| {
            replace(
                site,
                json!({ "type": "object", "properties": { "only": { "type": "string" } } }),
            )
        },
    },
    Mutation {
        name: "schema replaced by a text",
        apply: |site| replace(site, json!({ "type": "string" })),
    },
    Mutation {
        name: "server added",
        apply: add_server,
    },
    Mutation {
        name: "servers removed",
        apply: |site| root(site)?.shift_remove("servers").map(drop),
    },
    Mutation {
        name: "server first that was not",
        apply: put_server_first,
    },
    Mutation {
        name: "credential renamed",
        apply: rename_credential,
    },
    Mutation {
        name: "credential of another kind",
        apply: replace_credential,
    },
];

/// A schema of the components with a name of its own.
fn schema<'s>(site: &'s mut Site<'_>) -> Option<(&'s mut Value, String)> {
    let tokens = site.tokens();
    match tokens.as_slice() {
        [components, schemas, name] if components == "components" && schemas == "schemas" => {
            Some((site.node()?, name.clone()))
        }
        _ => None,
    }
}

fn set(site: &mut Site<'_>, key: &str, value: Value) -> Option<()> {
    let schema = schema(site)?.0.as_object_mut()?;
    if schema.contains_key("$ref") {
        return None;
    }
    schema.insert(key.to_owned(), value);
    Some(())
}

fn replace(site: &mut Site<'_>, by: Value) -> Option<()> {
    *schema(site)?.0 = by;
    Some(())
}

fn add(site: &mut Site<'_>) -> Option<()> {
    let schemas = root(site)?
        .get_mut("components")?
        .get_mut("schemas")?
        .as_object_mut()?;
    let properties = json!({ "name": { "type": "string" } });
    schemas.insert(
        "SchemaMore".to_owned(),
        json!({ "type": "object", "properties": properties }),
    );
    Some(())
}

fn rename(site: &mut Site<'_>) -> Option<()> {
    let (_, name) = schema(site)?;
    let schemas = site
        .document
        .pointer_mut("/components/schemas")?
        .as_object_mut()?;
    let schema = schemas.shift_remove(&name)?;
    schemas.insert(format!("{name}Renamed"), schema);
    let old = format!("#/components/schemas/{name}");
    repoint(site.document, &old, &format!("{old}Renamed"));
    Some(())
}

/// Lets references lead elsewhere.
fn repoint(node: &mut Value, old: &str, new: &str) {
    match node {
        Value::String(text) if text == old => *text = new.to_owned(),
        Value::Array(items) => items.iter_mut().for_each(|item| repoint(item, old, new)),
        Value::Object(members) => members
            .values_mut()
            .for_each(|value| repoint(value, old, new)),
        _ => {}
    }
}

fn root<'s>(site: &'s mut Site<'_>) -> Option<&'s mut serde_json::Map<String, Value>> {
    let is_root = site.pointer.is_empty();
    site.document.as_object_mut().filter(|_| is_root)
}

fn servers<'s>(site: &'s mut Site<'_>) -> Option<&'s mut Vec<Value>> {
    root(site)?.get_mut("servers")?.as_array_mut()
}

fn add_server(site: &mut Site<'_>) -> Option<()> {
    servers(site)?.push(json!({ "url": "https://more.example", "description": "One more" }));
    Some(())
}

fn put_server_first(site: &mut Site<'_>) -> Option<()> {
    servers(site)?.insert(
        0,
        json!({ "url": "https://first.example", "description": "The first" }),
    );
    Some(())
}

fn credentials<'s>(site: &'s mut Site<'_>) -> Option<&'s mut serde_json::Map<String, Value>> {
    root(site)?
        .get_mut("components")?
        .get_mut("securitySchemes")?
        .as_object_mut()
}

fn rename_credential(site: &mut Site<'_>) -> Option<()> {
    let name = credentials(site)?.keys().next()?.clone();
    let scheme = credentials(site)?.shift_remove(&name)?;
    credentials(site)?.insert("renamed_scheme".to_owned(), scheme);
    rename_requirement(site.document, &name);
    Some(())
}

fn rename_requirement(node: &mut Value, name: &str) {
    match node {
        Value::Array(items) => items
            .iter_mut()
            .for_each(|item| rename_requirement(item, name)),
        Value::Object(members) => {
            for (key, value) in members.iter_mut() {
                let alternatives = value.as_array_mut().filter(|_| key == "security");
                for alternative in alternatives.into_iter().flatten() {
                    if let Some(scopes) = alternative
                        .as_object_mut()
                        .and_then(|names| names.shift_remove(name))
                    {
                        alternative["renamed_scheme"] = scopes;
                    }
                }
                rename_requirement(value, name);
            }
        }
        _ => {}
    }
}

fn replace_credential(site: &mut Site<'_>) -> Option<()> {
    let scheme = credentials(site)?.values_mut().next()?;
    *scheme = json!({ "type": "http", "scheme": "basic" });
    Some(())
}
