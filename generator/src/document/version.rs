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
            Err(problem) => {
                diagnostics.push(problem.diagnostic());
                None
            }
        }
    }

    fn read(root: &Value) -> Result<Self, Problem> {
        let members = root.as_object().ok_or(Problem::NoObject)?;
        if let Some(version) = members.get("swagger") {
            return Err(Problem::Swagger(text(version)));
        }
        let version = text(members.get("openapi").ok_or(Problem::Missing)?);
        let mut parts = version.trim().split('.');
        match (parts.next(), parts.next()) {
            (Some("3"), Some("0")) => Ok(Self::V3_0),
            (Some("3"), Some("1")) => Ok(Self::V3_1),
            (Some("3"), Some(minor)) if minor.parse::<u32>().is_ok() => {
                Err(Problem::Newer(version))
            }
            _ => Err(Problem::Unknown(version)),
        }
    }
}

/// Why a document can't be read as OpenAPI.
enum Problem {
    NoObject,
    Missing,
    Swagger(String),
    Newer(String),
    Unknown(String),
}

impl Problem {
    fn diagnostic(self) -> Diagnostic {
        let openapi = Pointer::root().child("openapi");
        match self {
            Self::NoObject => error(
                Pointer::root(),
                "this is not an OpenAPI document, which is an object",
            )
            .help("an OpenAPI document starts with `openapi: 3.0.3` or the like"),
            Self::Missing => error(
                Pointer::root(),
                "the document doesn't say which version of OpenAPI it follows",
            )
            .help("add `openapi: 3.0.3`, or the version that it was written for"),
            Self::Swagger(version) => {
                let message = format!(
                    "this is a Swagger {version} document; OpenAPI 3.0 and 3.1 can be read"
                );
                error(Pointer::root().child("swagger"), message)
                    .at_key()
                    .help("convert it first, with swagger2openapi (npm) or at https://converter.swagger.io")
            }
            Self::Newer(version) => error(
                openapi,
                format!("OpenAPI {version} is newer than what can be read"),
            )
            .label("3.0 and 3.1 can be read")
            .help("state `openapi: 3.1.1` if the document uses nothing newer"),
            Self::Unknown(version) => error(
                openapi,
                format!("`{version}` is not a version of OpenAPI that can be read"),
            )
            .label("3.0 and 3.1 can be read"),
        }
    }
}

fn text(version: &Value) -> String {
    version
        .as_str()
        .map_or_else(|| version.to_string(), str::to_owned)
}

fn error(pointer: Pointer, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new(Code::Version, pointer, message)
}
