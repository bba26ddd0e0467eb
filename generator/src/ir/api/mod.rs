//! The frozen model: what emission needs, with every Rust name decided. Nothing in it refers to the document but origins.
//!
//! What holds here, and is not checked again: names are valid and unique in their scope; a type can be laid out in
//! memory (cycles are cut by `boxed`); a [`TypeId`](super::TypeId) is an index into [`Api::types`].

mod values;

use super::{
    Docs, Encoding, Events, Info, Location, Origin, Payload, Placement, Scalar, Selection,
    Statuses, Type, draft,
};
use crate::names::{FeatureName, FileName, Identifier};

/// One API: a module of the generated crate, or the whole of a stand-alone crate.
#[derive(Clone, Debug)]
pub struct Api {
    /// The module's name.
    pub module: Identifier,
    /// The path of the document, as headers show it.
    pub source: String,
    /// The part of the document that this is.
    pub selection: Selection,
    /// Title, version and the like.
    pub info: Info,
    /// Where it answers; the first is the default. Empty when the document names no usable server.
    pub environments: Vec<Environment>,
    /// The variable that `from_env` reads the base URL from: `CREEM_BASE_URL`.
    pub base_url_variable: String,
    /// Its credentials.
    pub credentials: Vec<Credential>,
    /// Indices into `credentials` of what `Client::new` asks for: the first alternative of the document's security.
    pub required_credentials: Vec<usize>,
    /// Accessors, one per tag, in the document's order.
    pub resources: Vec<Resource>,
    /// Requests that the API makes because something happened.
    pub webhooks: Vec<IncomingRequest>,
    /// Requests that the API makes because an operation asked for them.
    pub callbacks: Vec<IncomingRequest>,
    /// Whether accessors are behind their cargo features, with what they alone need.
    pub has_features: bool,
    /// Every type; those without an item of their own (merged into others, not selected) are [`TypeKind::Absent`].
    pub types: Vec<TypeItem>,
}

/// A place where the API answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Environment {
    /// Its variant: `Production`.
    pub name: Identifier,
    /// Its base URL.
    pub url: String,
    /// What the document says of it.
    pub description: Option<String>,
    /// Security schemes by their names in the document, each with what its keys for this environment start with.
    pub prefixes: Vec<(String, String)>,
    /// Where it is declared.
    pub origin: Origin,
}

/// A credential: a security scheme that some operation uses.
#[derive(Clone, Debug)]
pub struct Credential {
    /// The builder's method: `api_key`.
    pub name: Identifier,
    /// The scheme's name in the document.
    pub wire: String,
    /// How it travels.
    pub placement: Placement,
    /// The variable that `from_env` reads: `CREEM_API_KEY`.
    pub variable: String,
    /// What the document says of it.
    pub docs: Docs,
}

/// An accessor: the operations of one tag.
#[derive(Clone, Debug)]
pub struct Resource {
    /// The client's method: `checkouts`.
    pub accessor: Identifier,
    /// The struct: `Checkouts`.
    pub name: Identifier,
    /// Its file.
    pub file: FileName,
    /// Its cargo feature, where there are such.
    pub feature: FeatureName,
    /// The tag; `None` gathers operations without one.
    pub tag: Option<String>,
    /// What the document says of the tag.
    pub docs: Docs,
    /// Its operations.
    pub operations: Vec<Operation>,
}

/// An operation.
#[derive(Clone, Debug)]
pub struct Operation {
    /// Its method on the accessor: `create`.
    pub method_name: Identifier,
    /// The call's struct: `CreateCheckout`.
    pub name: Identifier,
    /// Its file.
    pub file: FileName,
    /// `operationId`, or `METHOD /path` where there is none: what errors and traces call it.
    pub id: String,
    /// The HTTP method in capitals.
    pub method: String,
    /// The path template.
    pub path: String,
    /// All its tags; it stands under the first.
    pub tags: Vec<String>,
    /// A base URL of its own.
    pub server: Option<String>,
    /// Prose.
    pub docs: Docs,
    /// Its parameters: required ones are the method's arguments, in this order.
    pub parameters: Vec<Parameter>,
    /// What it sends.
    pub body: Option<Body>,
    /// What a success is decoded as.
    pub success: Success,
    /// What a success is decoded as if it is asked for as a stream of events, which it can be besides `success`.
    pub events: Option<EventSuccess>,
    /// Error bodies by status.
    pub errors: Vec<ErrorBody>,
    /// The headers of what it answers, whatever the status.
    pub headers: Option<Headers>,
    /// Alternatives of combinations of scheme names.
    pub security: super::Security,
    /// How its answers are the pages of one list.
    pub paging: Option<Paging>,
    /// What is known about sending it again.
    pub retry_rule: Option<super::RetryRule>,
    /// Where it stands.
    pub origin: Origin,
}

/// How the answers of an operation are the pages of one list.
#[derive(Clone, Debug)]
pub struct Paging {
    /// How the pages are gone through, in wire names.
    pub rule: super::paging::Paging,
    /// Whether a page may be null.
    pub page_nullable: bool,
    /// The fields that lead from a page to its items.
    pub steps: Vec<Step>,
    /// The type of an item.
    pub item: Type,
}

/// A field on the way from a page to its items.
#[derive(Clone, Debug)]
pub struct Step {
    /// The field.
    pub field: Identifier,
    /// Whether it may be missing.
    pub presence: Presence,
}

/// A parameter.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// Argument or setter.
    pub name: Identifier,
    /// Its name on the wire.
    pub wire: String,
    /// Where it travels.
    pub location: Location,
    /// Whether it is an argument, a setter, or sent without asking.
    pub presence: ParameterPresence,
    /// How its value becomes text.
    pub encoding: Encoding,
    /// Its type.
    pub value: Type,
    /// Prose and bounds.
    pub docs: Docs,
    /// Where it stands: at its operation, if the document has forgotten to describe it.
    pub origin: Origin,
}

/// Who gives a parameter its value.
#[derive(Clone, Debug, PartialEq)]
pub enum ParameterPresence {
    /// An argument of the accessor's method.
    Required,
    /// A setter of the call.
    Optional,
    /// Always this value.
    Constant(Scalar),
}

/// A request body.
#[derive(Clone, Debug)]
pub struct Body {
    /// Argument or setter: `body`, unless a parameter has that name.
    pub name: Identifier,
    /// An argument if so, else a setter.
    pub required: bool,
    /// The media type that is sent.
    pub media_type: String,
    /// What it is made from.
    pub payload: Payload,
    /// Prose.
    pub docs: Docs,
    /// Where it stands.
    pub origin: Origin,
}

/// What a success is decoded as.
#[derive(Clone, Debug)]
pub enum Success {
    /// One type, whichever 2xx it is. `statuses` lists them in the document's order; empty if none is documented.
    One {
        /// Documented statuses.
        statuses: Vec<Statuses>,
        /// Media type of the body.
        media_type: String,
        /// What the body is decoded as.
        payload: Payload,
        /// Some documented 2xx has no body: the result is an `Option`.
        optional: bool,
    },
    /// A stream of events and nothing else.
    Events(EventSuccess),
    /// Several types: an enum of this name, in the operation's file.
    Several {
        /// The enum's name.
        name: Identifier,
        /// A variant per response.
        cases: Vec<SuccessCase>,
    },
}

/// A success that is a stream of events.
#[derive(Clone, Debug)]
pub struct EventSuccess {
    /// Its statuses.
    pub statuses: Vec<Statuses>,
    /// What its events are decoded as.
    pub events: Events,
}

/// One of several successes.
#[derive(Clone, Debug)]
pub struct SuccessCase {
    /// Its variant: `Created`.
    pub name: Identifier,
    /// Its statuses.
    pub statuses: Statuses,
    /// Media type of the body.
    pub media_type: String,
    /// What the body is decoded as.
    pub payload: Payload,
    /// Prose.
    pub docs: Docs,
}

/// The headers of what an operation answers.
#[derive(Clone, Debug)]
pub struct Headers {
    /// The struct that reads them, in the operation's file.
    pub name: Identifier,
    /// Each header, once.
    pub headers: Vec<Header>,
}

/// A header of what an operation answers.
#[derive(Clone, Debug)]
pub struct Header {
    /// The method that reads it.
    pub name: Identifier,
    /// Its name on the wire.
    pub wire: String,
    /// How its value becomes text.
    pub encoding: Encoding,
    /// Its type.
    pub value: Type,
    /// Prose and bounds.
    pub docs: Docs,
}

/// The body of a documented error.
#[derive(Clone, Debug)]
pub struct ErrorBody {
    /// Its statuses.
    pub statuses: Statuses,
    /// Its media type; empty if it has no body.
    pub media_type: String,
    /// What it is decoded as.
    pub payload: Payload,
    /// Prose.
    pub docs: Docs,
}

/// A request that the API makes. What it carries has a name of its own.
#[derive(Clone, Debug)]
pub struct IncomingRequest {
    /// The alias of what it carries: `OrderPaid`.
    pub name: Identifier,
    /// What the document calls it.
    pub key: String,
    /// The HTTP method in capitals.
    pub method: String,
    /// The call that asks for it, and the runtime expression that gives the address; `None` for a webhook.
    pub asked_for: Option<(Identifier, String)>,
    /// Media type of the body.
    pub media_type: String,
    /// What it carries.
    pub payload: Payload,
    /// Prose.
    pub docs: Docs,
    /// Where it stands.
    pub origin: Origin,
}

/// A type and its Rust item.
#[derive(Clone, Debug)]
pub struct TypeItem {
    /// The item's name.
    pub name: Identifier,
    /// The file that it stands in: that of the component it belongs to.
    pub file: FileName,
    /// The cargo features with any of which its file is there; none if it always is.
    pub features: Vec<FeatureName>,
    /// Prose and bounds.
    pub docs: Docs,
    /// Where its schema stands.
    pub origin: Origin,
    /// Whether callers make values of it: it has `new` and setters then.
    pub sendable: bool,
    /// What the item is.
    pub kind: TypeKind,
}

/// What a type's item is.
#[derive(Clone, Debug)]
pub enum TypeKind {
    /// `pub type Name = …;`
    Alias(Type),
    /// A struct.
    Struct(Struct),
    /// An enum of text.
    TextEnum(Vec<EnumVariant>),
    /// An enum of integers or of mixed scalars.
    ScalarEnum(Vec<EnumVariant>),
    /// A union.
    Union(Union),
    /// No item.
    Absent,
}

/// A struct.
#[derive(Clone, Debug)]
pub struct Struct {
    /// Its fields in the document's order.
    pub fields: Vec<Field>,
    /// What may stand beside them, with the name of the field that keeps it.
    pub additional: Option<(Identifier, Type)>,
    /// Index of the field that identifies it, for `runtime::Identified`.
    pub identifier: Option<usize>,
}

/// A field.
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name, and its setter's.
    pub name: Identifier,
    /// How absence and null are told apart.
    pub presence: Presence,
    /// Kept in a `Box`, to cut a cycle.
    pub boxed: bool,
    /// What the draft knows: wire name, type, prose.
    pub draft: draft::Field,
}

/// How a field tells absence, null and a value apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presence {
    /// `T`: always there.
    Required,
    /// `T`, always this value when made with `new`: an enum with a single value (the index of the type's only variant is 0).
    Constant,
    /// `Option<T>`: `None` is written as null.
    RequiredNullable,
    /// `Option<T>`: `None` is not written; null is read as `None`.
    Optional,
    /// `Patch<T>`: absent, null or a value.
    Patch,
}

/// A value of an enum.
#[derive(Clone, Debug)]
pub struct EnumVariant {
    /// Its variant.
    pub name: Identifier,
    /// Its value on the wire.
    pub value: Scalar,
    /// What the document says of it.
    pub description: Option<String>,
}

/// A union.
#[derive(Clone, Debug)]
pub struct Union {
    /// Its variants in the document's order.
    pub variants: Vec<UnionVariant>,
    /// The property whose text selects the variant.
    pub tag: Option<String>,
}

/// A variant of a union.
#[derive(Clone, Debug)]
pub struct UnionVariant {
    /// Its name.
    pub name: Identifier,
    /// What it holds.
    pub payload: Type,
    /// Kept in a `Box`, to cut a cycle.
    pub boxed: bool,
    /// What its JSON looks like.
    pub shape: Shape,
    /// Values of the tag that select it.
    pub tags: Vec<String>,
    /// The tag's value to write, when the payload doesn't write it itself.
    pub written_tag: Option<String>,
    /// No other variant holds the same type, so that `From` can be offered.
    pub convertible: bool,
    /// Prose.
    pub docs: Docs,
}

/// What the JSON of a variant looks like: the evidence by which it is recognised.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// An object.
    Object {
        /// Properties that are always there.
        required: Vec<String>,
        /// Properties that may be there.
        optional: Vec<String>,
        /// Properties that hold one of these values, as JSON text without quotes.
        constants: Vec<(String, Vec<String>)>,
    },
    /// A string; with texts if it is one of a few.
    String(Vec<String>),
    /// A whole number.
    Integer,
    /// Any number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// An array; with what its items look like, if that tells anything.
    Array(Option<Box<Shape>>),
    /// Anything.
    Any,
}
