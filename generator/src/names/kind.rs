//! The kinds of scopes: how their names are written, and what they keep for themselves.

use unicode_ident::{is_xid_continue, is_xid_start};
use unicode_normalization::UnicodeNormalization;

use super::Words;
use super::keywords::{PRELUDE, is_impossible, needs_raw};

/// How long an identifier may become, in bytes: a line of source code and a file name have to hold it.
const LONGEST: usize = 120;

/// How the names of a scope are written, and which it keeps for itself.
///
/// The tables of reserved names only grow with a breaking change: a name that is reserved later renames what had it.
#[derive(Debug)]
pub(super) struct Kind {
    casing: Casing,
    /// Stands before a name that can't begin an identifier, such as `200`.
    prefix: &'static str,
    /// Stands behind a name that is reserved.
    suffix: &'static str,
    reserved: &'static [&'static [&'static str]],
    raw: bool,
}

#[derive(Debug)]
enum Casing {
    UpperCamel,
    Snake,
    Kebab,
}

impl Casing {
    fn fits(&self, name: &str) -> bool {
        let is_digit = |part: Option<char>| part.is_some_and(char::is_numeric);
        match self {
            Self::UpperCamel => {
                let mut parts = name.split('_');
                let first = parts.next();
                let mut before = first;
                // An underscore may only part digits.
                let parted = parts.all(|part| {
                    let ends = before
                        .replace(part)
                        .and_then(|before| before.chars().next_back());
                    is_digit(ends) && is_digit(part.chars().next())
                });
                parted && !name.starts_with(char::is_lowercase)
            }
            Self::Snake => !name.contains("__") && !name.contains(char::is_uppercase),
            Self::Kebab => false,
        }
    }
}

impl Kind {
    /// The words as a valid name of this kind.
    pub(super) fn spell(&self, words: &Words) -> String {
        let words = words.capped(LONGEST - self.prefix.len() - self.suffix.len());
        let text: String = match self.casing {
            Casing::UpperCamel => words.upper_camel().nfc().collect(),
            Casing::Snake => words.snake().nfc().collect(),
            Casing::Kebab => words.kebab().nfc().collect(),
        };
        let text = if text.starts_with(is_xid_start) {
            text
        } else {
            self.prefixed(&text)
        };
        if self.is_reserved(&text) {
            format!("{text}{}", self.suffix)
        } else {
            text
        }
    }

    /// A name with a number behind it, for want of anything better.
    pub(super) fn numbered(&self, name: &str, number: usize) -> String {
        let separator = match self.casing {
            Casing::UpperCamel if name.ends_with(|last: char| last.is_numeric()) => "_",
            Casing::UpperCamel => "",
            Casing::Snake if name.ends_with('_') => "",
            Casing::Snake => "_",
            Casing::Kebab => "-",
        };
        format!("{name}{separator}{number}")
    }

    /// Whether a name that somebody has written can stand as it is: an identifier that the compiler has no warning for
    /// (`non_camel_case_types`, `non_snake_case`), and that is not reserved.
    pub(super) fn accepts(&self, name: &str) -> bool {
        let is_identifier = name.starts_with(is_xid_start) && name.chars().all(is_xid_continue);
        is_identifier
            && name.nfc().eq(name.chars())
            && self.casing.fits(name)
            && !self.is_reserved(name)
    }

    fn prefixed(&self, text: &str) -> String {
        match self.casing {
            Casing::UpperCamel => format!("{}{text}", self.prefix),
            Casing::Snake => format!("{}_{text}", self.prefix),
            Casing::Kebab => format!("{}-{text}", self.prefix),
        }
    }

    fn is_reserved(&self, text: &str) -> bool {
        is_impossible(text)
            || (!self.raw && needs_raw(text))
            || self.reserved.iter().any(|names| names.contains(&text))
    }
}

/// Types of an API: they stand beside its client, and files of types import maps.
pub(super) const TYPE: Kind = Kind {
    casing: Casing::UpperCamel,
    prefix: "Type",
    suffix: "Model",
    reserved: &[
        PRELUDE,
        &["BTreeMap", "Client", "ClientBuilder", "Environment"],
    ],
    raw: true,
};

/// Calls, and enums of their successes.
pub(super) const OPERATION: Kind = Kind {
    casing: Casing::UpperCamel,
    prefix: "Operation",
    suffix: "Call",
    reserved: &[PRELUDE],
    raw: true,
};

/// Structs behind the client's accessors.
pub(super) const RESOURCE: Kind = Kind {
    casing: Casing::UpperCamel,
    prefix: "Resource",
    suffix: "Resource",
    reserved: &[PRELUDE],
    raw: true,
};

/// Variants of enums and unions, which have a variant `Unknown` of their own.
pub(super) const VARIANT: Kind = Kind {
    casing: Casing::UpperCamel,
    prefix: "Value",
    suffix: "Value",
    reserved: &[&["Unknown"]],
    raw: true,
};

/// Fields of structs and their setters, which stand beside `new`.
pub(super) const FIELD: Kind = Kind {
    casing: Casing::Snake,
    prefix: "value",
    suffix: "_",
    reserved: &[&[
        "new",
        "clone",
        "additional_property",
        "additional_properties",
    ]],
    raw: true,
};

/// Arguments of an operation's method and setters of its call, which stand beside what every call can do.
pub(super) const ARGUMENT: Kind = Kind {
    casing: Casing::Snake,
    prefix: "value",
    suffix: "_",
    reserved: &[&[
        "new",
        "clone",
        "client",
        "send",
        "with_response",
        "send_blocking",
        "with_response_blocking",
        "pages",
        "items",
        "pages_blocking",
        "items_blocking",
        "events",
        "stream",
        "into_future",
        "timeout",
    ]],
    raw: true,
};

/// Methods of a resource.
pub(super) const METHOD: Kind = Kind {
    casing: Casing::Snake,
    prefix: "call",
    suffix: "_",
    reserved: &[&["new", "clone"]],
    raw: true,
};

/// The client's accessors, which stand beside its own methods.
pub(super) const ACCESSOR: Kind = Kind {
    casing: Casing::Snake,
    prefix: "resource",
    suffix: "_",
    reserved: &[&["new", "clone", "from_env", "builder", "request"]],
    raw: true,
};

/// The builder's methods for credentials, which stand beside its own.
pub(super) const CREDENTIAL: Kind = Kind {
    casing: Casing::Snake,
    prefix: "credential",
    suffix: "_",
    reserved: &[&[
        "new",
        "clone",
        "from_env",
        "environment",
        "base_url",
        "allow_http",
        "timeout",
        "attempt_timeout",
        "connect_timeout",
        "idle_timeout",
        "retries",
        "max_response_bytes",
        "transport",
        "clock",
        "build",
    ]],
    raw: true,
};

/// Variants of the enum of environments.
pub(super) const ENVIRONMENT: Kind = Kind {
    casing: Casing::UpperCamel,
    prefix: "Server",
    suffix: "Server",
    reserved: &[],
    raw: true,
};

/// Modules of an API.
pub(super) const MODULE: Kind = Kind {
    casing: Casing::Snake,
    prefix: "api",
    suffix: "_",
    reserved: &[&["runtime", "std", "core", "alloc"]],
    raw: true,
};

/// Files: no keyword, no file that Cargo or we give a meaning, no device of Windows.
pub(super) const FILE: Kind = Kind {
    casing: Casing::Snake,
    prefix: "file",
    suffix: "_",
    reserved: &[
        &[
            "mod", "lib", "main", "build", "runtime", "std", "core", "alloc",
        ],
        &["aux", "con", "nul", "prn"],
        &[
            "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
        ],
        &[
            "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
        ],
    ],
    raw: false,
};

/// Cargo features of tags, which stand beside those of the runtime. Cargo has no feature with the name of a dependency.
pub(super) const FEATURE: Kind = Kind {
    casing: Casing::Kebab,
    prefix: "tag",
    suffix: "-tag",
    reserved: &[
        &[
            "default", "blocking", "decimal", "jiff", "reqwest", "sources", "tracing", "uuid",
        ],
        &[
            "backon",
            "base64",
            "bytes",
            "futures-core",
            "http",
            "httpdate",
            "percent-encoding",
            "rustls",
            "rustls-platform-verifier",
            "serde",
            "tokio",
        ],
    ],
    raw: true,
};
