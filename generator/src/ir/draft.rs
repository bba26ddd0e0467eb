//! The open model: everything the document says that we use, with wire names only and references as [`TypeId`]s.

use indexmap::IndexMap;

use super::paging::Paging;
use super::{
    Docs, Encoding, Events, Info, Location, Origin, Payload, Placement, RetryRule, Scalar,
    Security, Statuses, Type, TypeId,
};

/// A whole document, lowered.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Title, version and the like.
    pub info: Info,
    /// Where the API answers; the first is the default.
    pub servers: Vec<Server>,
    /// Security schemes by name, those that no operation uses included.
    pub schemes: IndexMap<String, Scheme>,
    /// Security of operations that say nothing of their own.
    pub security: Security,
    /// Every type that may get a Rust item; a [`TypeId`] is an index into it.
    pub types: Vec<TypeDraft>,
    /// Every operation, in the document's order.
    pub operations: Vec<Operation>,
    /// Requests that the API makes, webhooks first.
    pub incoming: Vec<IncomingRequest>,
    /// Tags by name with their docs, in the document's order; tags that are only used follow.
    pub tags: IndexMap<String, Docs>,
}

/// A server with its variables replaced by their defaults.
#[derive(Clone, Debug, PartialEq)]
pub struct Server {
    /// Its URL. A relative one stays relative.
    pub url: String,
    /// `x-bindery-name`: what the environment is called.
    pub name: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// Where it is declared.
    pub origin: Origin,
}

/// A security scheme.
#[derive(Clone, Debug, PartialEq)]
pub struct Scheme {
    /// How its credential travels.
    pub placement: Placement,
    /// `x-bindery-prefixes`: what its keys start with, each time for one server.
    pub prefixes: Vec<KeyPrefix>,
    /// `description`.
    pub docs: Docs,
    /// Where it is declared.
    pub origin: Origin,
}

/// What keys for one server start with.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyPrefix {
    /// The server's [`name`](Server::name).
    pub server: String,
    /// The first characters of its keys.
    pub prefix: String,
}

/// A type before it has a Rust name.
#[derive(Clone, Debug)]
pub struct TypeDraft {
    /// Where its schema stands.
    pub origin: Origin,
    /// What a name can be made of.
    pub name: NameSource,
    /// Prose and bounds.
    pub docs: Docs,
    /// Whether the schema itself allows null, at every place that refers to it.
    pub nullable: bool,
    /// What it is.
    pub shape: TypeShape,
}

/// What a type's Rust name is made of.
#[derive(Clone, Debug, PartialEq)]
pub enum NameSource {
    /// A component's key, or `x-rust-name`.
    Component(String),
    /// An inline schema: named after where it stands.
    Inline {
        /// What it stands in.
        owner: Owner,
        /// The way from the owner down to it: the parts that it and what is around it play. Empty when it is all that
        /// its owner has, such as the schema of a component parameter.
        path: Vec<Role>,
        /// Its `title`, when it reads as a name.
        title: Option<String>,
    },
}

/// What an inline schema stands in.
#[derive(Clone, Debug, PartialEq)]
pub enum Owner {
    /// Another type.
    Type(TypeId),
    /// An operation, by its index in [`Draft::operations`].
    Operation(usize),
    /// A path, with what its operations have in common.
    Path(String),
    /// A component that is not a schema (a parameter, a response), by its key.
    Component(String),
}

/// The part that an inline schema plays in its owner.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The value of a property or parameter.
    Property(String),
    /// The items of an array.
    Item,
    /// The values of a map, or of `additionalProperties`.
    Value,
    /// A variant of a union: its discriminator value, constant or title if there is one, and its place from 0.
    Variant(Option<String>, usize),
    /// The body of a request.
    Request,
    /// The body of a response.
    Response(Statuses),
    /// A header of a response.
    Header(String),
    /// An event of a response that is a stream of them.
    Event,
    /// What another component, called by its key, says of the same value: several operations merge both.
    And(String),
}

/// What a type is made of.
#[derive(Clone, Debug)]
pub enum TypeShape {
    /// Another name for a type.
    Alias(Type),
    /// An object with named properties.
    Struct(Struct),
    /// One of a list of scalars.
    Enum(Enum),
    /// One of several types.
    Union(Union),
}

/// An object with named properties; `allOf` is merged already.
#[derive(Clone, Debug, Default)]
pub struct Struct {
    /// Its properties in the document's order.
    pub fields: Vec<Field>,
    /// What may stand beside them; `None` when nothing may (`additionalProperties: false`).
    pub additional: Option<Type>,
    /// The property that identifies it, when an expandable reference names one.
    pub identifier: Option<String>,
}

/// A property.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Its key on the wire.
    pub wire: String,
    /// Its type, without null.
    pub value: Type,
    /// Listed in `required`.
    pub required: bool,
    /// May be null by its own schema (a nullable type that it refers to is found by [`TypeDraft::nullable`]).
    pub nullable: bool,
    /// Sent by the server only (`readOnly`).
    pub read_only: bool,
    /// Sent by the caller only (`writeOnly`).
    pub write_only: bool,
    /// `x-rust-name`.
    pub rust_name: Option<String>,
    /// Prose and bounds.
    pub docs: Docs,
    /// Where it stands.
    pub origin: Origin,
}

/// One of a list of scalars; null is taken out (the type is nullable then).
#[derive(Clone, Debug, Default)]
pub struct Enum {
    /// Its values, without duplicates, in the document's order.
    pub values: Vec<EnumValue>,
}

/// A value of an enum.
#[derive(Clone, Debug, PartialEq)]
pub struct EnumValue {
    /// The value on the wire.
    pub value: Scalar,
    /// A name from `x-enum-varnames`, `x-enumNames` or `x-rust-name`s of a list, if there is one.
    pub name: Option<String>,
    /// A description from `x-enum-descriptions`.
    pub description: Option<String>,
}

/// One of several types (`oneOf`, `anyOf`).
#[derive(Clone, Debug, Default)]
pub struct Union {
    /// Its variants in the document's order, without null and without duplicates.
    pub variants: Vec<Variant>,
    /// `discriminator.propertyName`.
    pub tag: Option<String>,
}

/// A variant of a union.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// What it holds.
    pub payload: Type,
    /// Values of the discriminator that select it; empty without a discriminator.
    pub tags: Vec<String>,
    /// The schema's component key or title, when it has one: what a name can be made of.
    pub hint: Option<String>,
    /// Its description.
    pub docs: Docs,
    /// Where it stands.
    pub origin: Origin,
}

/// An operation.
#[derive(Clone, Debug)]
pub struct Operation {
    /// `operationId`, unless it is missing.
    pub id: Option<String>,
    /// The HTTP method in capitals.
    pub method: String,
    /// The path template as written.
    pub path: String,
    /// Its tags, in its order.
    pub tags: Vec<String>,
    /// `x-rust-name`: the name of its method.
    pub rust_name: Option<String>,
    /// Prose.
    pub docs: Docs,
    /// Parameters of the path item and of the operation, merged; path parameters in the order of the template.
    pub parameters: Vec<Parameter>,
    /// What it can be sent.
    pub body: Option<Body>,
    /// What it answers, statuses in the document's order.
    pub responses: Vec<Response>,
    /// Which credentials it needs.
    pub security: Security,
    /// How its answers are the pages of one list.
    pub paging: Option<Paging>,
    /// `x-bindery-retry`: what is known about sending it again.
    pub retry_rule: Option<RetryRule>,
    /// A server of its own (path item or operation), replacing the document's.
    pub server: Option<Server>,
    /// Where it stands.
    pub origin: Origin,
}

/// A parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameter {
    /// Its name on the wire.
    pub wire: String,
    /// Where it travels.
    pub location: Location,
    /// Must be given.
    pub required: bool,
    /// How its value becomes text.
    pub encoding: Encoding,
    /// Its type, without null.
    pub value: Type,
    /// The only value that it can take: it is sent without asking the caller when it is required.
    pub constant: Option<Scalar>,
    /// `x-rust-name`.
    pub rust_name: Option<String>,
    /// Prose and bounds.
    pub docs: Docs,
    /// Where it stands.
    pub origin: Origin,
}

/// A request body.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// Must be given.
    pub required: bool,
    /// The media type that is sent, as written.
    pub media_type: String,
    /// What it is made from.
    pub payload: Payload,
    /// Prose.
    pub docs: Docs,
    /// Where it stands.
    pub origin: Origin,
}

/// A response: one status or range with one media type.
#[derive(Clone, Debug, PartialEq)]
pub struct Response {
    /// Which statuses it stands for.
    pub statuses: Statuses,
    /// Its media type as written; empty when it has no body.
    pub media_type: String,
    /// What it is decoded as.
    pub payload: Payload,
    /// What it is decoded as if it is asked for as a stream of events: as well, or only so, if it has no other body.
    pub events: Option<Events>,
    /// Its headers.
    pub headers: Vec<Header>,
    /// Prose and examples.
    pub docs: Docs,
    /// Where it stands.
    pub origin: Origin,
}

/// A header of a response.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// Its name as written.
    pub wire: String,
    /// How its value becomes text.
    pub encoding: Encoding,
    /// Its type, without null.
    pub value: Type,
    /// Prose and bounds.
    pub docs: Docs,
    /// Where it stands.
    pub origin: Origin,
}

/// A request that the API makes and a program of the caller answers.
#[derive(Clone, Debug)]
pub struct IncomingRequest {
    /// Why it is made.
    pub cause: Cause,
    /// What the document calls it: its key in `webhooks` or `callbacks`.
    pub key: String,
    /// The HTTP method in capitals.
    pub method: String,
    /// `x-rust-name`.
    pub rust_name: Option<String>,
    /// Prose.
    pub docs: Docs,
    /// What it carries.
    pub body: Body,
    /// Where it stands.
    pub origin: Origin,
}

/// Why the API makes a request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Something happened (OpenAPI 3.1.0 §4.8.1, `webhooks`; `x-webhooks` in older documents).
    Webhook,
    /// An operation asked for it (OpenAPI 3.0.3 §4.8.18).
    Callback {
        /// The operation, by its index in [`Draft::operations`].
        operation: usize,
        /// The runtime expression that gives the address.
        address: String,
    },
}
