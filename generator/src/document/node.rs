//! Nodes that are read one at a time, without what stands below them.

use serde::Deserialize;
use serde::de::value::{Error, StrDeserializer};
use serde::de::{DeserializeOwned, IntoDeserializer};
use serde_json::{Map, Value, json};

use super::Pointer;
use super::check::empty_object;
use super::fields::{self, Definition, Form, Stub};

/// An object of OpenAPI that [`Document::read`](super::Document::read) can read on its own.
pub trait Node: DeserializeOwned {
    /// Which object it is.
    fn kind() -> Kind;
}

/// Which object of OpenAPI something is.
#[derive(Clone, Copy, Debug)]
pub struct Kind(pub(super) &'static Definition);

macro_rules! nodes {
    ($($name:ident = $definition:ident),+ $(,)?) => {$(
        impl Node for openapiv3::$name {
            fn kind() -> Kind {
                Kind(&fields::$definition)
            }
        }
    )+};
}

nodes! {
    Components = COMPONENTS,
    Encoding = ENCODING,
    Example = EXAMPLE,
    ExternalDocumentation = EXTERNAL_DOCUMENTATION,
    Header = HEADER,
    Info = INFO,
    MediaType = MEDIA_TYPE,
    Operation = OPERATION,
    Parameter = PARAMETER,
    PathItem = PATH_ITEM,
    RequestBody = REQUEST_BODY,
    Response = RESPONSE,
    Responses = RESPONSES,
    SecurityScheme = SECURITY_SCHEME,
    Server = SERVER,
    Tag = TAG,
}

/// A copy of a node with stubs in the place of the nodes below it.
pub(super) fn shallow(definition: &'static Definition, node: &Value, pointer: &Pointer) -> Value {
    let Value::Object(members) = node else {
        return node.clone();
    };
    let members = members
        .iter()
        .filter(|(key, _)| is_readable(definition, key));
    let copy: Map<String, Value> = members
        .filter_map(|(key, value)| {
            let value = match definition.form(key) {
                Some(form) => shallow_value(form, value, &pointer.child(key))?,
                None => value.clone(),
            };
            Some((key.clone(), value))
        })
        .collect();
    Value::Object(copy)
}

/// `None` for a node that could not be read and is not referred to by a stub.
fn shallow_value(form: &'static Form, value: &Value, pointer: &Pointer) -> Option<Value> {
    match (form, value) {
        (Form::SchemaOrBoolean, Value::Bool(_)) => Some(value.clone()),
        (Form::Object(_) | Form::SchemaOrBoolean | Form::SchemaOrSchemas, _) => {
            stub(form.definition()?, value, pointer)
        }
        (Form::List(form), Value::Array(items)) => Some(
            items
                .iter()
                .enumerate()
                .filter_map(|(index, item)| shallow_value(form, item, &pointer.child(index)))
                .collect(),
        ),
        (Form::Map(form), Value::Object(members)) => Some(Value::Object(
            members
                .iter()
                .filter_map(|(key, member)| {
                    Some((
                        key.clone(),
                        shallow_value(form, member, &pointer.child(key))?,
                    ))
                })
                .collect(),
        )),
        _ => Some(value.clone()),
    }
}

fn stub(definition: &'static Definition, node: &Value, pointer: &Pointer) -> Option<Value> {
    match definition.stub {
        Stub::Reference => match node.get("$ref") {
            Some(Value::String(reference)) => Some(json!({ "$ref": reference })),
            _ => Some(json!({ "$ref": pointer.to_string() })),
        },
        _ if node.is_null() => None,
        Stub::Empty => Some(empty_object(definition)),
        Stub::Whole => Some(shallow(definition, node, pointer)),
    }
}

/// Keys of responses that are no status would make the whole operation unreadable.
fn is_readable(definition: &'static Definition, key: &str) -> bool {
    !std::ptr::eq(definition, &fields::RESPONSES)
        || key == "default"
        || key.starts_with("x-")
        || is_status(key)
}

fn is_status(key: &str) -> bool {
    let key: StrDeserializer<'_, Error> = key.into_deserializer();
    openapiv3::StatusCode::deserialize(key).is_ok()
}
