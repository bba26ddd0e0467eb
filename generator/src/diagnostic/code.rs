//! The codes: one per kind of mistake or loss.

/// How much a diagnostic weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; nothing is lost.
    Note,
    /// Mended by a stated rule, or lost; an error under `--strict`.
    Warning,
    /// Nothing can be saved: the document is refused.
    Error,
}

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $text:literal, $severity:ident;)+) => {
        /// The kind of a diagnostic.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Code {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Code {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Its number: `E0203`.
            pub fn number(self) -> &'static str {
                match self { $(Self::$name => $text),+ }
            }

            /// How much it weighs when `--strict` is off.
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity),+ }
            }

            /// The paragraph that explains it.
            pub fn explanation(self) -> &'static str {
                match self { $(Self::$name => concat!($($doc, "\n"),+)),+ }
            }
        }
    };
}

// 00xx the text, 01xx the frame of a document, 02xx references, 03xx schemas, 04xx operations and parameters,
// 05xx bodies and responses, 06xx security and servers, 07xx names and extensions, 08xx what was asked for,
// 09xx what we can't express yet.
codes! {
    /// The text is neither YAML nor JSON. Nothing can be read from it, so nothing is generated.
    Syntax = "E0001", Error;
    /// The file isn't UTF-8, the only encoding that is read. Nothing can be read from it, so nothing is generated.
    Encoding = "E0002", Error;
    /// The file holds nothing, or nothing but comments. There is nothing to generate.
    EmptyDocument = "E0003", Error;
    /// The file holds more than one YAML document, and only one of them could be meant. Nothing is generated, rather
    /// than from a part that was picked by chance.
    SeveralDocuments = "E0004", Error;
    /// An object has a key twice. Parsers disagree on which of the two values counts, so nothing is generated until one
    /// of them is removed.
    DuplicateKey = "E0005", Error;
    /// Objects and lists are nested deeper than 128 levels, or an alias (`*name`) stands within what it stands for. No
    /// API needs that, and reading on could exhaust the stack, so nothing is generated.
    Nesting = "E0006", Error;
    /// The aliases (`*name`) of the document stand for far more text than the file holds. Such a document is a mistake
    /// or an attack on memory, so nothing is generated.
    AliasExpansion = "E0007", Error;
    /// The document doesn't say that it is OpenAPI 3.0 or 3.1, the versions that can be read.
    Version = "E0101", Error;
    /// A node doesn't have the form that OpenAPI gives it, such as a text where an object belongs. It is left out.
    Malformed = "E0102", Warning;
    /// A key that OpenAPI doesn't define at this place: most often a slip of the pen. It has no effect.
    UnknownKey = "E0103", Warning;
    /// A field that OpenAPI requires is missing. It is read as empty where that makes sense; otherwise the node that
    /// needs it is left out.
    MissingField = "E0104", Warning;
    /// A key that belongs to the other of OpenAPI 3.0 and 3.1, such as `nullable` in a 3.1 document. What it means is
    /// clear, so it is read as it is in its own version.
    OtherVersion = "E0105", Note;
    /// A `$ref` leads to another file or to an address. Only references within the document are followed; what it
    /// stands for is kept as free-form JSON, or left out where that is not possible.
    ExternalReference = "E0201", Warning;
    /// References lead around in a circle without anything in between, so they stand for nothing. What they stand for
    /// is kept as free-form JSON, or left out where that is not possible.
    CircularReference = "E0202", Warning;
    /// A `$ref` points at nothing. What it stands for is kept as free-form JSON, or left out where that is not possible.
    DanglingReference = "E0203", Warning;
    /// A `$ref` leads to an object of another kind, such as to a parameter where a schema belongs. It is kept as
    /// free-form JSON, or left out where that is not possible.
    MisplacedReference = "E0204", Warning;
    /// Keys stand beside a `$ref` at a place where OpenAPI says that they are ignored. They have no effect.
    IgnoredSibling = "E0205", Warning;
    /// `required` names a property that no `properties` describes. It becomes a field that holds any JSON and may be
    /// absent, since such a name is mostly left over from another version or listed at the wrong level.
    UndescribedProperty = "E0301", Warning;
    /// The members of an `allOf` ask for things that no value can satisfy at once, such as a string and a number. The
    /// member that comes last wins, since it is the one that refines the others.
    Contradiction = "E0302", Warning;
    /// A value of an `enum` isn't of the `type` beside it, as when YAML reads an unquoted `on` or `1` where a text is
    /// meant. It is brought to that type if its text allows it, and left out otherwise.
    EnumValueType = "E0303", Warning;
    /// An `enum` lists a value more than once. The first is kept; nothing is lost.
    DuplicateEnumValue = "E0304", Note;
    /// An `enum` without values allows nothing. It is taken as if it were not there, since a type without values can't
    /// be sent or received.
    EmptyEnum = "E0305", Warning;
    /// A `discriminator` names something that isn't a variant, or leaves a variant without a value that selects it.
    /// Such a variant is recognised by its properties instead.
    Discriminator = "E0306", Warning;
    /// A type stands for itself without anything in between that has a name, such as an array of itself. Rust has no
    /// such type, so the inner occurrence is kept as free-form JSON.
    RecursiveAlias = "E0307", Warning;
    /// No value fits the schema (`false`, or `not: {}`), yet something needs it. It is kept as free-form JSON.
    Unsatisfiable = "E0308", Warning;
    /// A keyword limits values in a way that types can't express. The values are typed without it, and the API is left
    /// to check it.
    UncheckedKeyword = "E0309", Note;
    /// Nothing tells two variants of a union apart: no discriminator, no constant, no JSON type, no required property.
    /// A value that fits both is read as the first, so the second is never received.
    AmbiguousVariants = "E0310", Warning;
    /// A schema includes itself by `allOf`, directly or through others. It has everything then that the schemas of the
    /// circle describe.
    CyclicAllOf = "E0311", Warning;
    /// A keyword describes values of another type than the schema allows, such as `properties` of a string. It has no
    /// effect, and what it describes becomes no code.
    OtherType = "E0312", Warning;
    /// A value of an `enum` is ruled out by another list that has to hold as well, such as that of a union's variant. It
    /// becomes no variant; should it be received, it is kept as an unknown value.
    ExcludedEnumValue = "E0313", Note;
    /// A path template has a placeholder for which no parameter is declared. A required string parameter is added,
    /// since the path can't be filled in without it.
    MissingPathParameter = "E0401", Warning;
    /// A path parameter is declared that the path template has no placeholder for. There is nowhere to put it, so it is
    /// left out.
    UnusedPathParameter = "E0402", Warning;
    /// A header parameter is named `Accept`, `Content-Type` or `Authorization`: OpenAPI says that such a declaration is
    /// ignored. These headers follow from the bodies and the security of the operation.
    IgnoredHeaderParameter = "E0403", Note;
    /// Two parameters of one list have the same name and location. The first is kept.
    DuplicateParameter = "E0404", Warning;
    /// A path parameter doesn't say `required: true`. A path can't be sent without it, so it is required all the same.
    OptionalPathParameter = "E0405", Note;
    /// Two operations have the same `operationId`, which names an operation and has to be unique. Both are generated; their
    /// Rust names are told apart by tag, method or path, so they are less telling than they could be.
    DuplicateOperationId = "E0406", Warning;
    /// A request body can be sent as several media types. One is chosen, JSON first, and the others are left out.
    OtherRequestMediaType = "E0501", Note;
    /// A response may come as several media types. One is asked for, JSON first, and the others are left out.
    OtherResponseMediaType = "E0502", Note;
    /// A key of `responses` is neither a status, a range such as `4XX`, nor `default`. The response is left out.
    ResponseStatus = "E0503", Warning;
    /// A request body without media types can't be sent in any form. It is left out.
    EmptyRequestBody = "E0504", Warning;
    /// A body is described where HTTP has none: in the answer to a HEAD request, or with a status such as 204 or 304. It
    /// is never sent, so no code is made from it.
    ImpossibleBody = "E0505", Note;
    /// A security requirement names a scheme that isn't declared or can't be used. The alternative that needs it is
    /// left out, since a request made by it would be refused.
    UnknownSecurityScheme = "E0601", Warning;
    /// A security scheme of a kind that no credential can be sent for yet, such as HTTP digest or mutual TLS.
    UnsupportedSecurityScheme = "E0602", Warning;
    /// A server's URL has a variable without a default. The server is left out.
    ServerVariable = "E0603", Warning;
    /// Further servers of an operation or path. The first is used for it; the others are left out.
    OtherServer = "E0604", Note;
    /// An extension (`x-…`) that this generator reads has a form that it can't use at this place. It has no effect.
    Extension = "E0701", Warning;
    /// Several items want the same Rust name and nothing in the document but their order tells them apart, so that they
    /// carry numbers. Such a name may change when an item is added or moved. `x-rust-name` settles it.
    NumberedName = "E0702", Note;
    /// Something that was to select operations (`--tag`, `--path`, `--operation`) selects none. Nothing is generated, since
    /// the crate would lack what was asked for.
    IdleSelector = "E0801", Error;
    /// Callbacks are requests that the API makes. Clients don't receive requests, so only their bodies have types: the
    /// module `callbacks` names them. No code is made from their parameters and responses.
    Callback = "E0901", Note;
    /// Links describe how values of a response serve as parameters of other operations. No code is made from them.
    Link = "E0902", Note;
    /// Webhooks are requests that the API makes. Clients don't receive requests, so only their bodies have types: the
    /// module `webhooks` names them. No code is made from their parameters and responses.
    Webhook = "E0903", Note;
    /// A multipart body whose parts have no typed form: a response, another kind than `multipart/form-data`, or a schema
    /// that isn't an object. It is kept as bytes, with its boundaries and the heads of its parts in them.
    Multipart = "E0904", Warning;
    /// A request or an error has a body that is a stream of events. Only what is answered with success is read event by
    /// event; this is kept as one text.
    EventStream = "E0905", Warning;
    /// A schema describes a tuple, an array whose items differ by position. It is kept as an array whose items are any
    /// JSON, or of the one type that all positions share.
    Tuple = "E0906", Warning;
    /// Properties whose schema depends on a pattern of their names. They are kept with any JSON as their value, unless
    /// all patterns share one schema.
    PatternProperties = "E0907", Warning;
    /// Several unions apply to one value at once in more combinations than can be written out. The last of them is used,
    /// since it is the one that refines the others.
    UnionProduct = "E0908", Warning;
    /// An `allOf` has more members, followed through all references, than can be merged, or schemas combine in more ways
    /// than can be looked into. The value is kept as free-form JSON.
    AllOfSize = "E0909", Warning;
    /// A response describes the header `Content-Type`. OpenAPI says that it is ignored: the media types of the response
    /// say what its content is.
    IgnoredResponseHeader = "E0910", Note;
    /// An `encoding` of a form's properties has no effect: they are written in the way that is the default. In a
    /// multipart form, `contentType` has its effect, and `headers` and styles have none.
    FormEncoding = "E0911", Warning;
    /// An `enum` lists arrays or objects. The value is typed without it, and the API is left to check it.
    ComplexEnum = "E0912", Note;
    /// A body that isn't JSON has a schema that describes more than a text or bytes, such as an object written as XML. It
    /// is kept as text or bytes, as it is sent and received.
    UntypedBody = "E0913", Warning;
    /// A binary property of a multipart form is kept as text, because its type is also used elsewhere, where there are
    /// no files, or because the file is deeper in the type than a part of its own can be. It is sent without a file name.
    FileAsText = "E0914", Warning;
    /// Several statuses of an operation come with streams of events, of different types. A call that asks for events
    /// does not know which of them it will get, so they are given as they are: name, data and identifier as text.
    DifferentEvents = "E0920", Warning;
    /// A header has another type in one response of an operation than in another. What reads it does not know the status,
    /// so that it is read as text.
    DifferentHeaders = "E0921", Warning;
}
