//! What a document says that code could lack.

use std::fmt;

use serde_json::Value;

use crate::plain::{METHODS, child};

/// A thing that has to be in the code or in the report.
pub(super) struct Item {
    pub(super) kind: Kind,
    /// What it is called on the wire.
    pub(super) wire: String,
    /// Where it stands.
    pub(super) pointer: String,
    /// The operation or component that it belongs to, and the components that are included by `allOf` around it: a schema
    /// that adds nothing to another is only a name for it.
    pub(super) owners: Vec<String>,
}

/// What makes an item recognisable in code.
#[derive(Debug)]
pub(super) enum Kind {
    /// An operation: its path and its method.
    Operation { method: String },
    /// An entry of `content`.
    MediaType,
    /// A header of a response, in any case (RFC 9110 §5.1).
    Header,
    /// A parameter, property or text of an enum.
    Text,
    /// A number of an enum.
    Number,
    /// A key of `responses`.
    Status,
}

impl fmt::Display for Item {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            formatter,
            "{:?} `{}` at {}",
            self.kind, self.wire, self.pointer
        )
    }
}

/// Everything that has to be accounted for.
pub(super) fn items(document: &Value) -> Vec<Item> {
    let mut walk = Walk {
        document,
        owner: String::new(),
        included: Vec::new(),
        items: Vec::new(),
    };
    for (path, item) in members(&document["paths"]) {
        if path.starts_with('/') {
            walk.path_item(path, item, &child("#/paths", path));
        }
    }
    for (key, schema) in members(&document["components"]["schemas"]) {
        let place = child("#/components/schemas", key);
        walk.owner.clone_from(&place);
        walk.schema(schema, &place);
    }
    walk.items
}

struct Walk<'a> {
    document: &'a Value,
    owner: String,
    /// The components that the schemas around a place include, and the parameters of the path that they are among.
    included: Vec<String>,
    items: Vec<Item>,
}

impl<'a> Walk<'a> {
    fn add(&mut self, kind: Kind, wire: &str, pointer: &str) {
        let (wire, pointer) = (wire.to_owned(), pointer.to_owned());
        let owners = std::iter::once(&self.owner)
            .chain(&self.included)
            .cloned()
            .collect();
        self.items.push(Item {
            kind,
            wire,
            pointer,
            owners,
        });
    }

    fn path_item(&mut self, path: &str, item: &'a Value, place: &str) {
        let (item, place) = self.followed(item, place);
        for method in METHODS.iter().filter(|method| item.get(**method).is_some()) {
            let operation_place = child(&place, method);
            self.owner.clone_from(&operation_place);
            let method_name = method.to_ascii_uppercase();
            self.add(
                Kind::Operation {
                    method: method_name,
                },
                path,
                &operation_place,
            );
            let operation = &item[*method];
            let shared = child(&place, "parameters");
            self.included.push(shared.clone());
            self.parameters(&item["parameters"], &shared);
            self.included.pop();
            self.parameters(
                &operation["parameters"],
                &child(&operation_place, "parameters"),
            );
            let (body, body_place) = self.followed(
                &operation["requestBody"],
                &child(&operation_place, "requestBody"),
            );
            self.content(&body["content"], &child(&body_place, "content"));
            self.responses(
                &operation["responses"],
                &child(&operation_place, "responses"),
            );
        }
    }

    fn parameters(&mut self, list: &'a Value, place: &str) {
        for (index, parameter) in list.as_array().into_iter().flatten().enumerate() {
            let (parameter, place) = self.followed(parameter, &child(place, &index.to_string()));
            self.add(Kind::Text, text(&parameter["name"]), &place);
            self.owned_schema(&parameter["schema"], &child(&place, "schema"));
            self.content(&parameter["content"], &child(&place, "content"));
        }
    }

    fn responses(&mut self, responses: &'a Value, place: &str) {
        for (status, response) in members(responses).filter(|(status, _)| !status.starts_with("x-"))
        {
            let (response, response_place) = self.followed(response, &child(place, status));
            self.add(Kind::Status, status, &child(place, status));
            self.content(&response["content"], &child(&response_place, "content"));
            // OpenAPI 3.0.3 §4.8.17: the media type is what `content` says.
            let headers = members(&response["headers"]).map(|(name, _)| name);
            for name in headers.filter(|name| !name.eq_ignore_ascii_case("content-type")) {
                self.add(
                    Kind::Header,
                    name,
                    &child(&child(&response_place, "headers"), name),
                );
            }
        }
    }

    fn content(&mut self, content: &'a Value, place: &str) {
        for (media_type, entry) in members(content) {
            let place = child(place, media_type);
            self.add(Kind::MediaType, media_type, &place);
            self.owned_schema(&entry["schema"], &child(&place, "schema"));
        }
    }

    /// A schema of an operation: it belongs to the component or operation that it stands in, if it stands in one.
    fn owned_schema(&mut self, schema: &'a Value, place: &str) {
        let owner = holder(place).unwrap_or_else(|| self.owner.clone());
        let around = std::mem::replace(&mut self.owner, owner);
        self.schema(schema, place);
        self.owner = around;
    }

    /// What a schema itself says; what it refers to is accounted for where it stands.
    fn schema(&mut self, schema: &'a Value, place: &str) {
        if !schema.is_object() {
            return;
        }
        let around = self.included.len();
        self.include(schema);
        for (index, value) in schema["enum"].as_array().into_iter().flatten().enumerate() {
            self.value(value, &child(&child(place, "enum"), &index.to_string()));
        }
        // A property that no value fits is one that must not be there.
        let properties = members(&schema["properties"]);
        for (name, property) in properties.filter(|(_, schema)| **schema != Value::Bool(false)) {
            let place = child(&child(place, "properties"), name);
            self.add(Kind::Text, name, &place);
            self.schema(property, &place);
        }
        for keyword in ["items", "additionalProperties"] {
            self.schema(&schema[keyword], &child(place, keyword));
        }
        for keyword in ["allOf", "oneOf", "anyOf"] {
            for (index, member) in schema[keyword].as_array().into_iter().flatten().enumerate() {
                self.schema(member, &child(&child(place, keyword), &index.to_string()));
            }
        }
        self.included.truncate(around);
    }

    /// Notes what a schema includes by `allOf`, directly or through others.
    fn include(&mut self, schema: &'a Value) {
        for member in schema["allOf"].as_array().into_iter().flatten() {
            let Some(target) = member["$ref"].as_str().map(str::to_owned) else {
                continue;
            };
            if !self.included.contains(&target) {
                let pointer = target.trim_start_matches('#');
                let component = self.document.pointer(pointer).unwrap_or(&Value::Null);
                self.included.push(target);
                self.include(component);
            }
        }
    }

    fn value(&mut self, value: &Value, place: &str) {
        match value {
            Value::String(text) => self.add(Kind::Text, text, place),
            Value::Number(number) => self.add(Kind::Number, &number.to_string(), place),
            // Truth values are all in `bool`, null makes the type nullable, lists and objects are reported as a whole.
            _ => {}
        }
    }

    /// What a reference within the document leads to, with its place.
    fn followed(&self, value: &'a Value, place: &str) -> (&'a Value, String) {
        let (mut value, mut place) = (value, place.to_owned());
        for _ in 0..16 {
            let Some(target) = value["$ref"]
                .as_str()
                .and_then(|reference| reference.strip_prefix('#'))
            else {
                break;
            };
            let target = percent_decoded(target);
            value = self.document.pointer(&target).unwrap_or(&Value::Null);
            place = format!("#{target}");
        }
        (value, place)
    }
}

/// The component or operation that a place is in: `#/components/parameters/Limit`, `#/paths/~1pets/get`.
fn holder(place: &str) -> Option<String> {
    let mut tokens = place.strip_prefix("#/")?.split('/');
    let (root, section, name) = (tokens.next()?, tokens.next()?, tokens.next()?);
    let holds = root == "components" || METHODS.contains(&name);
    holds.then(|| format!("#/{root}/{section}/{name}"))
}

fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

fn percent_decoded(pointer: &str) -> String {
    pointer
        .replace("%7B", "{")
        .replace("%7D", "}")
        .replace("%20", " ")
        .replace("%25", "%")
}
