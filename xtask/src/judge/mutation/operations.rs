//! Changes of operations, their parameters and their answers.

use serde_json::{Map, Value, json};

use super::{Mutation, Site};

pub(super) const MUTATIONS: &[Mutation] = &[
    Mutation {
        name: "operation added",
        apply: add,
    },
    Mutation {
        name: "operation removed",
        apply: remove,
    },
    Mutation {
        name: "operation of another name",
        apply: |site| set(site, "operationId", json!("anotherName")),
    },
    Mutation {
        name: "operation of another tag",
        apply: |site| set(site, "tags", json!(["another tag"])),
    },
    Mutation {
        name: "operation deprecated",
        apply: |site| set(site, "deprecated", json!(true)),
    },
    Mutation {
        name: "operation described",
        apply: |site| set(site, "description", json!("Something else.")),
    },
    Mutation {
        name: "operation without credentials",
        apply: |site| set(site, "security", json!([])),
    },
    Mutation {
        name: "operation at another path",
        apply: move_path,
    },
    Mutation {
        name: "optional parameter added",
        apply: |site| add_parameter(site, false),
    },
    Mutation {
        name: "required parameter added",
        apply: |site| add_parameter(site, true),
    },
    Mutation {
        name: "parameter removed",
        apply: remove_parameter,
    },
    Mutation {
        name: "parameter required or not",
        apply: toggle_parameter,
    },
    Mutation {
        name: "parameter of another type",
        apply: |site| set_parameter(site, "schema", json!({ "type": "boolean" })),
    },
    Mutation {
        name: "parameter of another name",
        apply: |site| set_parameter(site, "name", json!("renamed_parameter")),
    },
    Mutation {
        name: "parameter in a header",
        apply: |site| set_parameter(site, "in", json!("header")),
    },
    Mutation {
        name: "body required or not",
        apply: toggle_body,
    },
    Mutation {
        name: "body of another type",
        apply: |site| content(site, "requestBody"),
    },
    Mutation {
        name: "body removed",
        apply: |site| operation(site)?.shift_remove("requestBody").map(drop),
    },
    Mutation {
        name: "answer of another type",
        apply: |site| answer(site, retype),
    },
    Mutation {
        name: "answer without a body",
        apply: |site| answer(site, |response| response.shift_remove("content").map(drop)),
    },
    Mutation {
        name: "answer with a header",
        apply: |site| answer(site, add_header),
    },
    Mutation {
        name: "another answer",
        apply: |site| add_response(site, "202"),
    },
    Mutation {
        name: "error added",
        apply: |site| add_response(site, "418"),
    },
    Mutation {
        name: "error removed",
        apply: remove_error,
    },
];

const METHODS: [&str; 5] = ["get", "put", "post", "delete", "patch"];

fn operation<'s>(site: &'s mut Site<'_>) -> Option<&'s mut Map<String, Value>> {
    let tokens = site.tokens();
    let [paths, _, method] = tokens.as_slice() else {
        return None;
    };
    let is_operation = paths == "paths" && METHODS.contains(&method.as_str());
    site.node()?.as_object_mut().filter(|_| is_operation)
}

fn set(site: &mut Site<'_>, key: &str, value: Value) -> Option<()> {
    operation(site)?.insert(key.to_owned(), value);
    Some(())
}

/// The path item that the operation stands in.
fn item<'s>(site: &'s mut Site<'_>) -> Option<(&'s mut Map<String, Value>, String)> {
    operation(site)?;
    let method = site.tokens().pop()?;
    let (parent, _) = site.pointer.rsplit_once('/')?;
    Some((site.document.pointer_mut(parent)?.as_object_mut()?, method))
}

fn add(site: &mut Site<'_>) -> Option<()> {
    let (item, _) = item(site)?;
    let free = METHODS
        .into_iter()
        .find(|method| !item.contains_key(*method))?;
    let operation = json!({ "operationId": "operationMore", "responses": { "204": { "description": "Done." } } });
    item.insert(free.to_owned(), operation);
    Some(())
}

fn remove(site: &mut Site<'_>) -> Option<()> {
    let (item, method) = item(site)?;
    item.shift_remove(&method).map(drop)
}

fn move_path(site: &mut Site<'_>) -> Option<()> {
    operation(site)?;
    let path = site.tokens().into_iter().nth(1)?;
    let paths = site.document.get_mut("paths")?.as_object_mut()?;
    let item = paths.shift_remove(&path)?;
    paths.insert(format!("/moved{path}"), item);
    Some(())
}

fn parameters<'s>(site: &'s mut Site<'_>) -> Option<&'s mut Vec<Value>> {
    operation(site)?
        .entry("parameters")
        .or_insert_with(|| json!([]))
        .as_array_mut()
}

fn add_parameter(site: &mut Site<'_>, is_required: bool) -> Option<()> {
    let parameter = json!({ "name": "parameter_more", "in": "query", "required": is_required, "schema": { "type": "string" } });
    parameters(site)?.push(parameter);
    Some(())
}

/// The last parameter of the query.
fn parameter<'s>(site: &'s mut Site<'_>) -> Option<&'s mut Value> {
    parameters(site)?
        .iter_mut()
        .rev()
        .find(|parameter| parameter["in"] == "query")
}

fn remove_parameter(site: &mut Site<'_>) -> Option<()> {
    let name = parameter(site)?.get("name")?.clone();
    parameters(site)?.retain(|parameter| parameter["name"] != name);
    Some(())
}

fn toggle_parameter(site: &mut Site<'_>) -> Option<()> {
    let parameter = parameter(site)?;
    parameter["required"] = json!(parameter["required"] != true);
    Some(())
}

fn set_parameter(site: &mut Site<'_>, key: &str, value: Value) -> Option<()> {
    parameter(site)?
        .as_object_mut()?
        .insert(key.to_owned(), value);
    Some(())
}

fn toggle_body(site: &mut Site<'_>) -> Option<()> {
    let body = operation(site)?.get_mut("requestBody")?.as_object_mut()?;
    if body.contains_key("$ref") {
        return None;
    }
    let is_required = body.get("required") == Some(&json!(true));
    body.insert("required".to_owned(), json!(!is_required));
    Some(())
}

fn content(site: &mut Site<'_>, key: &str) -> Option<()> {
    retype(operation(site)?.get_mut(key)?.as_object_mut()?)
}

/// Gives a body another schema.
fn retype(node: &mut Map<String, Value>) -> Option<()> {
    let media_type = node
        .get_mut("content")?
        .get_mut("application/json")?
        .as_object_mut()?;
    let properties = json!({ "answer": { "type": "integer" }, "of": { "type": "string" } });
    media_type.insert(
        "schema".to_owned(),
        json!({ "type": "object", "properties": properties }),
    );
    Some(())
}

/// Changes the first success.
fn answer(site: &mut Site<'_>, change: fn(&mut Map<String, Value>) -> Option<()>) -> Option<()> {
    let responses = operation(site)?.get_mut("responses")?.as_object_mut()?;
    let mut successes = responses
        .iter_mut()
        .filter(|(status, _)| status.starts_with('2'));
    change(successes.next()?.1.as_object_mut()?)
}

fn add_header(response: &mut Map<String, Value>) -> Option<()> {
    if response.contains_key("$ref") {
        return None;
    }
    let headers = response
        .entry("headers")
        .or_insert_with(|| json!({}))
        .as_object_mut()?;
    headers.insert(
        "X-More".to_owned(),
        json!({ "schema": { "type": "integer" } }),
    );
    Some(())
}

fn add_response(site: &mut Site<'_>, status: &str) -> Option<()> {
    let responses = operation(site)?.get_mut("responses")?.as_object_mut()?;
    let properties = json!({ "state": { "type": "string" } });
    let schema = json!({ "type": "object", "properties": properties });
    let response =
        json!({ "description": "More.", "content": { "application/json": { "schema": schema } } });
    responses
        .insert(status.to_owned(), response)
        .is_none()
        .then_some(())
}

fn remove_error(site: &mut Site<'_>) -> Option<()> {
    let responses = operation(site)?.get_mut("responses")?.as_object_mut()?;
    let error = responses
        .keys()
        .find(|status| status.starts_with('4'))?
        .clone();
    responses.shift_remove(&error).map(drop)
}
