//! What callers must do.

use super::change::{Gain, Kind, Verb};
use crate::emit::{Aspect, ItemKind};

/// What callers must do about a change of a kind, in a sentence.
pub(super) fn of(kind: Kind) -> &'static str {
    match kind {
        Kind::Item(item, Verb::Added) => added(item),
        Kind::Item(item, Verb::Removed) => removed(item),
        Kind::Item(item, Verb::Renamed) => renamed(item),
        Kind::Item(item, Verb::Changed) => changed(item),
        Kind::Item(_, Verb::Deprecated) => {
            "It compiles with a warning: look in its docs for what to use instead."
        }
        Kind::Item(_, Verb::Restored) => "Nothing: the warning is gone.",
        Kind::Wire(aspect, Gain::Kept) => wire(aspect),
        Kind::Wire(aspect, Gain::Lost) => lost(aspect),
        Kind::Limits => "Nothing in Rust: see that the values that are sent keep to the bounds.",
        Kind::Docs => "Nothing: only the docs say something else.",
    }
}

fn added(item: ItemKind) -> &'static str {
    match item {
        ItemKind::Field => "Nothing: structs may get fields. Read it where it is of use.",
        ItemKind::Value => "Nothing: what was `Unknown` has a name. Match it where it matters.",
        ItemKind::Variant => "Nothing: what was `Unknown` has a type. Match it where it matters.",
        ItemKind::Case => "Nothing: the match has an arm for others. Match it where it matters.",
        ItemKind::Error => "Nothing: ask `error.body()` for it where it is of use.",
        ItemKind::Parameter | ItemKind::Setter => "Nothing: set it where it is of use.",
        _ => "Nothing: use it where it is of use.",
    }
}

fn removed(item: ItemKind) -> &'static str {
    match item {
        ItemKind::Field => {
            "Do without the field; what is received still has it in `additional_properties`."
        }
        ItemKind::Value => "Match it as a text: a value of that name is now `Unknown`.",
        ItemKind::Variant => "Match it as JSON: a value of that kind is now `Unknown`.",
        ItemKind::Parameter | ItemKind::Setter => "Don't set it.",
        ItemKind::Constructor => "Don't make values of the type: it is only received.",
        ItemKind::Operation => {
            "Don't call it; `client.request(…)` reaches what the document leaves out."
        }
        ItemKind::Accessor => "Don't use it: all its operations are gone or elsewhere.",
        ItemKind::Api => "Do without the module and its cargo feature.",
        ItemKind::Feature => "Take it off the features that are asked for.",
        ItemKind::Error => "Ask `error.body()` for another type, or read `error.raw_body()`.",
        ItemKind::Pages => "Ask for the pages one by one.",
        ItemKind::Events | ItemKind::Chunks => "Await the answer as a whole.",
        ItemKind::Header => "Read it from `response.headers()` by its name.",
        ItemKind::Implementation => "Convert or read the value in another way.",
        _ => "Do without it.",
    }
}

fn renamed(item: ItemKind) -> &'static str {
    match item {
        ItemKind::Feature => "Ask for the feature by its new name.",
        _ => "Write the new name; the meaning is the same.",
    }
}

fn changed(item: ItemKind) -> &'static str {
    match item {
        ItemKind::Constructor => "Give `new` what it asks for now, in its order.",
        ItemKind::Operation => "Give the call what it asks for now, in its order.",
        ItemKind::Field => "Write and read the field as its new type.",
        ItemKind::Setter | ItemKind::Parameter => "Give the setter a value of its new type.",
        ItemKind::Output => "Read the result as its new type.",
        ItemKind::Type => "Use the type as what it is now.",
        ItemKind::Error => "Ask `error.body()` for the new type: the old one is never found.",
        ItemKind::Server => "Name the server that is meant: the default or its number is another.",
        ItemKind::Credential => "Give the credential in its new form.",
        ItemKind::Pages | ItemKind::Events => "Read the items as their new type.",
        _ => "Read it as its new type.",
    }
}

fn wire(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Variable => "Set the variable under its new name.",
        Aspect::OperationId => "Nothing, unless traces or errors are searched for the old id.",
        Aspect::PathTemplate => "Nothing, unless traces or errors are searched for the old path.",
        Aspect::Security => "Nothing: what was given is still enough.",
        Aspect::Null => "Nothing, if the server takes both: `None` is written in another way.",
        Aspect::Prefix => {
            "Nothing, unless keys of another environment are used: they are refused before they are sent."
        }
        Aspect::BaseUrl => {
            "Nothing, unless addresses are checked on the way: calls go to another one."
        }
        Aspect::RetryRule => "Nothing, but see that sending the call again is meant as it is now.",
        _ => "Nothing in Rust, but see that the server does so already.",
    }
}

fn lost(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Security => "Give the client the credential that the call needs now.",
        _ => "Ask for a cargo feature that brings it.",
    }
}
