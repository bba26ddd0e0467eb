//! The codes: one per kind of mistake or loss. Each has a page in `explanations`, which `--explain` prints.
//!
//! A page says in a sentence what is wrong, then why that matters and what becomes of it, and ends with a wrong and a
//! corrected example, which are tested. An example that doesn't say which version of OpenAPI it is in is part of a
//! document of version 3.0.

/// How much a diagnostic weighs.
///
/// What can be saved of the document decides, not how bad the mistake is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The generated code is what the document asks for. The document could say it better, or says something that no
    /// type can express and that the API is left to check.
    Note,
    /// The generated code is not quite what the document asks for: a mistake was mended by a stated rule, or something
    /// is kept in a lesser form or left out. An error under the strict rules.
    Warning,
    /// Nothing can be saved without guessing: the document is refused.
    Error,
}

impl Severity {
    /// What messages call it: `warning`. The levels of SARIF have the same names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

macro_rules! codes {
    ($($name:ident = $number:literal, $severity:ident;)+) => {
        /// The kind of a diagnostic.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Code {
            $(#[doc = include_str!(concat!("explanations/", $number, ".md"))] $name,)+
        }

        impl Code {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Its number: `E0203`.
            pub fn number(self) -> &'static str {
                match self { $(Self::$name => $number),+ }
            }

            /// Its name in Rust: `DanglingReference`.
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => stringify!($name)),+ }
            }

            /// How much it weighs when `--strict` is off.
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity),+ }
            }

            /// The page that explains it, as Markdown.
            pub fn explanation(self) -> &'static str {
                match self { $(Self::$name => include_str!(concat!("explanations/", $number, ".md"))),+ }
            }
        }
    };
}

impl Code {
    /// The code of a number, in any case: `e0203`.
    pub fn from_number(number: &str) -> Option<Self> {
        let has = |code: &&Self| code.number().eq_ignore_ascii_case(number);
        Self::ALL.iter().find(has).copied()
    }

    /// The first sentence of its page: what is wrong.
    pub fn summary(self) -> String {
        let (sentence, _) = self.prose().split_once("\n\n").unwrap_or_default();
        sentence.replace('\n', " ")
    }

    /// What its page says before the examples: what is wrong, why that matters, and what becomes of it.
    pub fn description(self) -> String {
        self.prose().replace("\n\n", " ").replace('\n', " ")
    }

    fn prose(self) -> &'static str {
        let page = self.explanation();
        page.split_once("\n\nWrong:\n")
            .map_or(page, |(prose, _)| prose)
    }
}

codes! {
    // 00xx: the text.
    Syntax = "E0001", Error;
    Encoding = "E0002", Error;
    EmptyDocument = "E0003", Error;
    SeveralDocuments = "E0004", Error;
    DuplicateKey = "E0005", Error;
    Nesting = "E0006", Error;
    AliasExpansion = "E0007", Error;
    // 01xx: the frame of a document.
    Version = "E0101", Error;
    Malformed = "E0102", Warning;
    UnknownKey = "E0103", Warning;
    MissingField = "E0104", Warning;
    OtherVersion = "E0105", Note;
    // 02xx: references.
    ExternalReference = "E0201", Warning;
    CircularReference = "E0202", Warning;
    DanglingReference = "E0203", Warning;
    MisplacedReference = "E0204", Warning;
    IgnoredSibling = "E0205", Warning;
    UnknownOperation = "E0206", Note;
    // 03xx: schemas.
    UndescribedProperty = "E0301", Warning;
    Contradiction = "E0302", Warning;
    EnumValueType = "E0303", Warning;
    DuplicateEnumValue = "E0304", Note;
    EmptyEnum = "E0305", Warning;
    Discriminator = "E0306", Warning;
    RecursiveAlias = "E0307", Warning;
    Unsatisfiable = "E0308", Warning;
    UncheckedKeyword = "E0309", Note;
    AmbiguousVariants = "E0310", Warning;
    CyclicAllOf = "E0311", Warning;
    OtherType = "E0312", Warning;
    ExcludedEnumValue = "E0313", Note;
    DefaultValue = "E0314", Note;
    ExampleValue = "E0315", Note;
    // 04xx: operations and parameters.
    MissingPathParameter = "E0401", Warning;
    UnusedPathParameter = "E0402", Warning;
    IgnoredHeaderParameter = "E0403", Note;
    DuplicateParameter = "E0404", Warning;
    OptionalPathParameter = "E0405", Note;
    DuplicateOperationId = "E0406", Warning;
    SamePath = "E0407", Note;
    // 05xx: bodies and responses.
    OtherRequestMediaType = "E0501", Note;
    OtherResponseMediaType = "E0502", Note;
    ResponseStatus = "E0503", Warning;
    EmptyRequestBody = "E0504", Warning;
    ImpossibleBody = "E0505", Note;
    // 06xx: security and servers.
    UnknownSecurityScheme = "E0601", Warning;
    UnsupportedSecurityScheme = "E0602", Warning;
    ServerVariable = "E0603", Warning;
    OtherServer = "E0604", Note;
    // 07xx: names and extensions.
    Extension = "E0701", Warning;
    ContestedName = "E0702", Warning;
    IdleAllowance = "E0703", Warning;
    NamesForm = "E0704", Error;
    IdleName = "E0705", Error;
    ImpossibleName = "E0706", Error;
    UnrecordedName = "E0707", Error;
    // 08xx: what was asked for.
    IdleSelector = "E0801", Error;
    // 09xx: what can't be expressed yet.
    Callback = "E0901", Note;
    Link = "E0902", Note;
    Webhook = "E0903", Note;
    Multipart = "E0904", Warning;
    EventStream = "E0905", Warning;
    Tuple = "E0906", Warning;
    PatternProperties = "E0907", Warning;
    UnionProduct = "E0908", Warning;
    AllOfSize = "E0909", Warning;
    IgnoredResponseHeader = "E0910", Note;
    FormEncoding = "E0911", Warning;
    ComplexEnum = "E0912", Note;
    UntypedBody = "E0913", Warning;
    FileAsText = "E0914", Warning;
    DifferentEvents = "E0920", Warning;
    DifferentHeaders = "E0921", Warning;
}
