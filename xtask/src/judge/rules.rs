//! Why a verdict is stricter than that of cargo-semver-checks.

use bindery::diff::{Gain, Kind, Verb};
use bindery::emit::{Aspect, ItemKind};

/// What it doesn't look at; callers of the cases in `tests/cases/diff` show that it breaks.
const TYPES: &str = "it doesn't compare types of fields, arguments, results and aliases";
/// It sees whatever else happens to the name of a type.
const ALIASES: &str = "names of type aliases are part of the API, which it doesn't look at";
/// The compiler takes another order.
const ORDER: &str = "the order of arguments and of servers is part of the API";
/// The compiler knows nothing of it.
const RUNTIME: &str = "what a program asks for while it runs is part of the API";
/// It is given all features at once.
const FEATURES: &str = "each cargo feature alone is part of the API";
/// It looks for what breaks.
const ADDITIONS: &str =
    "what is new or named on the wire is minor by Cargo's rules; it looks for what breaks";
/// It looks at code.
const DOCS: &str = "what only docs tell is a patch";

/// The rule by which a kind of change is said to break what the judge doesn't find broken.
pub(super) fn of(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Limits | Kind::Docs | Kind::Item(_, Verb::Restored) => Some(DOCS),
        Kind::Wire(Aspect::OperationId, _) => Some(DOCS),
        Kind::Wire(Aspect::Gate, Gain::Lost) | Kind::Item(ItemKind::Feature, Verb::Removed) => {
            Some(FEATURES)
        }
        Kind::Wire(Aspect::Variable, _) | Kind::Wire(_, Gain::Lost) => Some(RUNTIME),
        Kind::Item(ItemKind::Error, _) => Some(RUNTIME),
        Kind::Item(_, Verb::Added) | Kind::Wire(_, Gain::Kept) => Some(ADDITIONS),
        Kind::Item(ItemKind::Server, Verb::Changed) => Some(ORDER),
        Kind::Item(_, Verb::Changed) => Some(TYPES),
        Kind::Item(ItemKind::Type, _) => Some(ALIASES),
        Kind::Item(_, Verb::Removed | Verb::Renamed | Verb::Deprecated) => None,
    }
}
