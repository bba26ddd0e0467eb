//! Nodes that are read one at a time.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::Pointer;

/// An object of OpenAPI that [`Document::read`](super::Document::read) can read on its own.
pub trait Node: DeserializeOwned {
    /// A copy of the node in which its children are references to where they stand.
    fn shallow(node: &Value, _pointer: &Pointer) -> Value {
        node.clone()
    }
}

macro_rules! nodes {
    ($($name:ident),+ $(,)?) => { $(impl Node for openapiv3::$name {})+ };
}

nodes! {
    Components, ExternalDocumentation, Header, Info, MediaType, Operation, Parameter, PathItem, RequestBody, Response,
    Responses, SecurityScheme, Server, Tag, Example, Encoding,
}
