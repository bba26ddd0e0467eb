//! A change and what is said of it.

use super::severity::Severity;
use crate::emit::{Aspect, ItemKind};

/// A change that callers can notice.
#[derive(Clone, Debug)]
pub struct Change {
    /// What kind of change it is.
    pub kind: Kind,
    /// How much it breaks.
    pub severity: Severity,
    /// The path in Rust of what has changed; its former path, if it is gone or renamed.
    pub path: String,
    /// What was before.
    pub old: Side,
    /// What is now.
    pub new: Side,
    /// What callers must do, in a sentence.
    pub advice: &'static str,
}

/// One side of a change.
#[derive(Clone, Debug, Default)]
pub struct Side {
    /// Its type, its name, or what goes over the wire; `None` where the kind of the change says it all.
    pub text: Option<String>,
    /// Where it stands in the document; `None` if it doesn't.
    pub place: Option<Place>,
}

/// A place in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The document's path.
    pub file: String,
    /// Its line, from 1.
    pub line: usize,
    /// Its column in characters, from 1.
    pub column: usize,
    /// The node.
    pub pointer: String,
}

/// What kind of change it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Of an item of the Rust code.
    Item(ItemKind, Verb),
    /// Of what goes over the wire.
    Wire(Aspect, Gain),
    /// Of bounds and defaults, which nothing but the docs tells.
    Limits,
    /// Of prose.
    Docs,
}

/// What has happened to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verb {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It has another name.
    Renamed,
    /// It has another type.
    Changed,
    /// It has been marked as deprecated.
    Deprecated,
    /// It is not marked as deprecated any more.
    Restored,
}

/// Whether what was enough before is still enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gain {
    /// It is.
    Kept,
    /// Not all of it.
    Lost,
}

/// Where a change is noticed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// In Rust: by the compiler, or by what a value means.
    Rust,
    /// On the wire.
    Wire,
    /// In the docs.
    Docs,
}

impl Verb {
    /// The word for it that programs go by.
    pub fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Renamed => "renamed",
            Self::Changed => "changed",
            Self::Deprecated => "deprecated",
            Self::Restored => "restored",
        }
    }
}

impl Reach {
    /// The word for it that programs go by.
    pub fn word(self) -> &'static str {
        match self {
            Self::Rust => "rust",
            Self::Wire => "wire",
            Self::Docs => "docs",
        }
    }
}

impl Kind {
    /// Every kind that a change between two editions of a document can be of.
    pub fn all() -> impl Iterator<Item = Self> {
        let items = ItemKind::ALL.iter();
        let items = items.flat_map(|item| verbs(*item).iter().map(|verb| Self::Item(*item, *verb)));
        let aspects = Aspect::ALL.iter();
        let wire =
            aspects.flat_map(|aspect| gains(*aspect).iter().map(|gain| Self::Wire(*aspect, *gain)));
        items.chain(wire).chain([Self::Limits, Self::Docs])
    }

    /// The key that programs go by: `field_removed`.
    pub fn key(self) -> String {
        match self {
            Self::Item(item, verb) => format!("{}_{}", item.word(), verb.word()),
            Self::Wire(aspect, Gain::Kept) => format!("{}_changed", aspect.word()),
            Self::Wire(aspect, Gain::Lost) => format!("{}_narrowed", aspect.word()),
            Self::Limits => "limits_changed".to_owned(),
            Self::Docs => "docs_changed".to_owned(),
        }
    }

    /// Where it is noticed.
    pub fn reach(self) -> Reach {
        match self {
            Self::Item(..) => Reach::Rust,
            Self::Wire(..) => Reach::Wire,
            Self::Limits | Self::Docs => Reach::Docs,
        }
    }
}

/// What can happen to items of a kind. What comes and goes with another item is told of that one alone.
fn verbs(item: ItemKind) -> &'static [Verb] {
    use Verb::{Added, Changed, Deprecated, Removed, Renamed, Restored};
    match item {
        // Whole documents come and go; accessors and what they return do so together.
        ItemKind::Api | ItemKind::Resource => &[],
        ItemKind::Output => &[Changed],
        ItemKind::Feature
        | ItemKind::Servers
        | ItemKind::Response
        | ItemKind::Chunks
        | ItemKind::Headers
        | ItemKind::Implementation => &[Added, Removed],
        ItemKind::Accessor | ItemKind::Call | ItemKind::Value => &[Added, Removed, Renamed],
        ItemKind::Constructor
        | ItemKind::Setter
        | ItemKind::Case
        | ItemKind::Pages
        | ItemKind::Events
        | ItemKind::Error => &[Added, Removed, Changed],
        ItemKind::Server | ItemKind::Credential | ItemKind::Variant => {
            &[Added, Removed, Renamed, Changed]
        }
        ItemKind::Operation
        | ItemKind::Parameter
        | ItemKind::Header
        | ItemKind::Webhook
        | ItemKind::Callback
        | ItemKind::Type
        | ItemKind::Field => &[Added, Removed, Renamed, Changed, Deprecated, Restored],
    }
}

/// What a change can do to what is said of an aspect: only alternatives can be fewer.
fn gains(aspect: Aspect) -> &'static [Gain] {
    match aspect {
        Aspect::Security => &[Gain::Kept, Gain::Lost],
        Aspect::Gate => &[Gain::Lost],
        _ => &[Gain::Kept],
    }
}
