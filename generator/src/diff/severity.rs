//! How much a change breaks, by the rules of Cargo (<https://doc.rust-lang.org/cargo/reference/semver.html>) and by
//! what emitted code promises.
//!
//! Every struct and every enum is `#[non_exhaustive]`: fields, variants and values may be added. Enums are open: a value
//! that was unknown yesterday is read as what it is. Operations are structs: an optional parameter changes no signature.
//!
//! Where these rules are stricter than the compiler, it is for one of these reasons:
//!
//! - *The type of an argument is part of the API*, also where the arguments that callers usually give fit both.
//! - *The order of arguments is part of the API*, also where two of the same type change places.
//! - *The order of servers is part of the API*: the first is the default.
//! - *What a program asks for while it runs is part of the API*: bodies of errors by their types, variables of the
//!   environment, credentials.
//! - *Each cargo feature alone is part of the API*: what was there with it must be there with it.
//!
//! A change of what goes over the wire alone is minor: the document is the truth, so that the server is spoken to as it
//! wants to be, and callers' code says what it said. It is shown as one of the wire, since a server may disagree.

use super::change::{Gain, Kind, Verb};
use crate::emit::Aspect;

/// How much a change breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing that callers' code relies on.
    Patch,
    /// Nothing, but there is more than before, or it is done differently.
    Minor,
    /// Code that was right has to be changed.
    Major,
}

impl Severity {
    /// Every one, the worst first.
    pub const ALL: [Self; 3] = [Self::Major, Self::Minor, Self::Patch];

    /// The word for it that Cargo uses.
    pub fn word(self) -> &'static str {
        match self {
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

/// How much a change of a kind breaks.
pub(super) fn of(kind: Kind) -> Severity {
    match kind {
        Kind::Item(_, verb) => match verb {
            Verb::Removed | Verb::Renamed | Verb::Changed => Severity::Major,
            Verb::Added | Verb::Deprecated => Severity::Minor,
            Verb::Restored => Severity::Patch,
        },
        Kind::Wire(Aspect::Variable, _) | Kind::Wire(_, Gain::Lost) => Severity::Major,
        Kind::Wire(Aspect::OperationId | Aspect::PathTemplate, _) | Kind::Limits | Kind::Docs => {
            Severity::Patch
        }
        Kind::Wire(_, Gain::Kept) => Severity::Minor,
    }
}
