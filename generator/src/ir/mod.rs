//! The words that both models of an API share: the open [`draft`] that lowering fills and the frozen [`api`] that
//! emission reads.

pub mod api;
pub mod draft;
pub mod paging;
mod retry;
pub mod sample;
mod selection;

pub use retry::RetryRule;
pub use selection::{Selection, Selector};

use indexmap::IndexMap;
use serde_json::Value;

use crate::document::Pointer;

/// Stands for one type of the document that may get a Rust item of its own.
///
/// All ids are handed out before any type is filled in, so that a cycle of references is nothing special.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TypeId(pub u32);

/// What a value is: a primitive, a container, or a reference to a type with a name.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// `true` or `false`.
    Boolean,
    /// A whole number of the given width.
    Integer(IntegerWidth),
    /// A floating-point number: `float` is 32 bits wide, everything else 64.
    Number(NumberWidth),
    /// Text without a format that we know.
    String,
    /// Text that `Debug` must not show (`format: password`, `x-bindery-secret`).
    Secret,
    /// Text with a format that has a typed view.
    Formatted(Format),
    /// Bytes, base64 in JSON (`format: byte`, `contentEncoding: base64`).
    Base64,
    /// Raw bytes outside JSON (`format: binary`); inside JSON a text.
    Binary,
    /// A file in a multipart form: binary where it can be sent as a part of its own. Only resolving makes it.
    File,
    /// Any JSON value.
    Json,
    /// A list.
    Array(Box<Type>),
    /// An object whose keys the document doesn't name.
    Map(Box<Type>),
    /// A value or null.
    Nullable(Box<Type>),
    /// A type with a name of its own.
    Named(TypeId),
    /// A text that identifies an object, or the object itself.
    Expandable(Box<Type>),
}

impl Type {
    /// The only name in a type, if there is one.
    pub fn name(&self) -> Option<TypeId> {
        let mut value = self;
        loop {
            value = match value {
                Self::Array(inner)
                | Self::Map(inner)
                | Self::Nullable(inner)
                | Self::Expandable(inner) => inner,
                Self::Named(id) => return Some(*id),
                _ => return None,
            };
        }
    }
}

/// Widths of whole numbers, from `format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IntegerWidth {
    /// `format: int32` and narrower.
    I32,
    /// `format: int64` and integers without a format.
    I64,
    /// `format: uint32`.
    U32,
    /// `format: uint64`.
    U64,
}

/// Widths of floating-point numbers, from `format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NumberWidth {
    /// `format: float`.
    F32,
    /// `format: double` and numbers without a format.
    F64,
}

/// String formats with a typed view in the runtime. Any other format is plain text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// `date-time`: RFC 3339 §5.6.
    DateTime,
    /// `date`: `full-date` of RFC 3339 §5.6.
    Date,
    /// `uuid` (and the non-standard `uuid4`): RFC 9562.
    Uuid,
    /// `decimal`: a decimal number as text.
    Decimal,
}

/// What the document says about an item in prose and in bounds: the material of its rustdoc.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Docs {
    /// `title` of a schema, `summary` of an operation.
    pub summary: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `default`.
    pub default: Option<Value>,
    /// Examples of the value, in the document's order.
    pub examples: Vec<Value>,
    /// Bounds as short phrases: `at least 1`, `at most 100 characters`, `matches …`.
    pub limits: Vec<String>,
    /// Marked as deprecated.
    pub deprecated: bool,
    /// `externalDocs.url`.
    pub link: Option<String>,
}

/// Where an item stands in the document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Origin(pub Pointer);

impl Origin {
    /// The node that is reached from the document by these names.
    pub fn at<'t>(tokens: impl IntoIterator<Item = &'t str>) -> Self {
        let pointers = tokens.into_iter();
        Self(pointers.fold(Pointer::root(), |pointer, token| pointer.child(token)))
    }
}

/// A JSON scalar as an enum or a constant lists it.
#[derive(Clone, Debug, PartialEq)]
pub enum Scalar {
    /// A string.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// Any other number.
    Number(f64),
    /// `true` or `false`.
    Boolean(bool),
}

/// `info` of the document, as far as a crate's metadata and docs use it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Info {
    /// `info.title`.
    pub title: String,
    /// `info.version`, as written.
    pub version: String,
    /// `info.description`.
    pub description: Option<String>,
    /// `info.termsOfService`.
    pub terms_of_service: Option<String>,
    /// Name of `info.license`.
    pub license: Option<String>,
    /// `externalDocs.url` of the document.
    pub link: Option<String>,
}

/// How a credential travels with a request: `securitySchemes` of OpenAPI 3.0.3 §4.8.27.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Placement {
    /// `apiKey` in a header of this name.
    Header(String),
    /// `apiKey` in a query parameter of this name.
    Query(String),
    /// `apiKey` in a cookie of this name.
    Cookie(String),
    /// `http` bearer, `oauth2` and `openIdConnect`: a token in `Authorization`.
    Bearer,
    /// `http` basic: user name and password in `Authorization`.
    Basic,
}

/// Alternatives of combinations of scheme names: one inner list must be satisfied as a whole. An empty outer list, or
/// an empty inner one, means that no credential is needed.
pub type Security = Vec<Vec<String>>;

/// Where a parameter travels: `in` of OpenAPI 3.0.3 §4.8.12.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Location {
    /// Part of the path.
    Path,
    /// Part of the query string.
    Query,
    /// A header.
    Header,
    /// A cookie.
    Cookie,
}

/// `style` of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Style {
    /// `;name=value`
    Matrix,
    /// `.value`
    Label,
    /// `value`
    Simple,
    /// `name=value`
    Form,
    /// `name=a%20b`
    SpaceDelimited,
    /// `name=a|b`
    PipeDelimited,
    /// `name[key]=value`
    DeepObject,
}

/// How a parameter's value becomes text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// By `style`, `explode` and `allowReserved`.
    Style {
        /// The style, its default filled in.
        style: Style,
        /// Whether items and properties are written apart, its default filled in.
        explode: bool,
        /// Whether reserved characters are left as they are.
        allow_reserved: bool,
    },
    /// As a document of this media type (`content`).
    Content(String),
}

/// Which statuses a response stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Statuses {
    /// One status, such as `200`.
    Exactly(u16),
    /// A range such as `4XX`: its first digit.
    Class(u8),
    /// Everything else (`default`).
    Default,
}

impl Statuses {
    /// Whether all of them are successes (RFC 9110 §15.3).
    pub fn is_success(self) -> bool {
        matches!(self, Self::Exactly(200..300) | Self::Class(2))
    }
}

/// What a body of a media type is decoded as, or encoded from.
#[derive(Clone, Debug, PartialEq)]
pub enum Payload {
    /// `application/json` and every `+json`.
    Json(Type),
    /// `application/x-www-form-urlencoded`.
    Form(Type),
    /// `multipart/form-data`.
    Multipart(Multipart),
    /// Text of any kind, XML included.
    Text,
    /// Bytes of any kind.
    Bytes,
    /// No body.
    Empty,
}

impl Payload {
    /// The type of a value that is encoded or decoded; `None` for texts, bytes and nothing.
    pub fn value(&self) -> Option<&Type> {
        match self {
            Self::Json(value) | Self::Form(value) => Some(value),
            Self::Multipart(form) => Some(&form.value),
            Self::Text | Self::Bytes | Self::Empty => None,
        }
    }
}

/// What the events of a stream are decoded as.
#[derive(Clone, Debug, PartialEq)]
pub enum Events {
    /// Nothing: they are kept as they are, with text as their data.
    Plain,
    /// JSON in their data.
    Data(Type),
    /// Objects with fields called as those of an event (`event`, `data`, `id`, `retry`), which OpenAPI 3.2.0 §4.14.4.3
    /// describes events by.
    Objects {
        /// The object.
        value: Type,
        /// Whether its data is a text rather than JSON.
        text: bool,
    },
}

impl Events {
    /// What an event is decoded as, if it has a type.
    pub fn value(&self) -> Option<&Type> {
        match self {
            Self::Plain => None,
            Self::Data(value) | Self::Objects { value, .. } => Some(value),
        }
    }
}

/// A form in parts.
#[derive(Clone, Debug, PartialEq)]
pub struct Multipart {
    /// The object whose properties are the parts.
    pub value: Type,
    /// Media types that `encoding` gives to properties.
    pub content_types: IndexMap<String, String>,
}

/// Extension keys (`x-…`) of a node that later stages ask for.
pub type Extensions = IndexMap<String, Value>;
