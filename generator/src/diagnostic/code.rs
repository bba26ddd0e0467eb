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
// 05xx bodies and responses, 06xx security and servers, 07xx names and extensions, 09xx what we can't express yet.
codes! {
    /// The text is neither YAML nor JSON. Nothing can be read from it, so nothing is generated.
    Syntax = "E0001", Error;
    /// The document doesn't say that it is OpenAPI 3.0 or 3.1, the versions that can be read.
    Version = "E0101", Error;
    /// A node doesn't have the form that OpenAPI gives it, such as a text where an object belongs. It is left out.
    Malformed = "E0102", Warning;
    /// A key that OpenAPI doesn't define at this place: most often a slip of the pen. It has no effect.
    UnknownKey = "E0103", Warning;
    /// A `$ref` points at nothing. What it stands for is kept as free-form JSON, or left out where that is not possible.
    DanglingReference = "E0203", Warning;
}
