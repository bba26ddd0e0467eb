//! Which version of OpenAPI a document was written in.

use serde_json::Value;

use super::Pointer;
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// A version of OpenAPI that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    /// OpenAPI 3.0.x.
    V3_0,
    /// OpenAPI 3.1.x.
    V3_1,
}

impl Version {
    /// How messages call it: `3.0`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::V3_0 => "3.0",
            Self::V3_1 => "3.1",
        }
    }

    /// The version that a document states; `None` after an error was pushed.
    pub(super) fn of(root: &Value, diagnostics: &mut Diagnostics) -> Option<Self> {
        match Self::read(root) {
            Ok(version) => Some(version),
            Err(diagnostic) => {
                diagnostics.push(diagnostic);
                None
            }
        }
    }

    fn read(root: &Value) -> Result<Self, Diagnostic> {
        let Value::Object(members) = root else {
            return Err(error(
                Pointer::root(),
                "this is not an OpenAPI document, which is an object",
            )
            .help("an OpenAPI document starts with `openapi: 3.0.3` or the like"));
        };
        if let Some(version) = members.get("swagger") {
            return Err(swagger(version));
        }
        let pointer = Pointer::root().child("openapi");
        match members.get("openapi") {
            None => Err(error(
                Pointer::root(),
                "the document doesn't say which version of OpenAPI it follows",
            )
            .help("add `openapi: 3.0.3`, or the version that it was written for")),
            Some(Value::String(version)) => Self::from_text(version.trim(), pointer),
            Some(Value::Number(version)) => Self::from_text(&version.to_string(), pointer),
            Some(_) => Err(error(pointer, "`openapi` is not a version")
                .help("write `openapi: 3.0.3` or the like")),
        }
    }

    fn from_text(text: &str, pointer: Pointer) -> Result<Self, Diagnostic> {
        let mut parts = text.split('.');
        match (parts.next(), parts.next()) {
            (Some("3"), Some("0")) => Ok(Self::V3_0),
            (Some("3"), Some("1")) => Ok(Self::V3_1),
            (Some("3"), Some(minor)) if minor.parse::<u32>().is_ok() => Err(error(
                pointer,
                format!("OpenAPI {text} is newer than what can be read"),
            )
            .label("3.0 and 3.1 can be read")
            .help("state `openapi: 3.1.1` if the document uses nothing newer")),
            _ => Err(error(
                pointer,
                format!("`{text}` is not a version of OpenAPI that can be read"),
            )
            .label("3.0 and 3.1 can be read")),
        }
    }
}

fn swagger(version: &Value) -> Diagnostic {
    let version = version
        .as_str()
        .map_or_else(|| version.to_string(), str::to_owned);
    error(
        Pointer::root().child("swagger"),
        format!("this is a Swagger {version} document; OpenAPI 3.0 and 3.1 can be read"),
    )
    .at_key()
    .help("convert it first, with swagger2openapi (npm) or at https://converter.swagger.io")
}

fn error(pointer: Pointer, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(Code::Version, pointer, message)
}
