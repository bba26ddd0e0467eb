//! Writing a names file.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::comments::Comments;
use super::entry::Entry;
use super::ledger::Ledger;
use super::place::Places;
use super::subject::{Kind, Subject};
use crate::diagnostic::{Positions, Target};
use crate::document::{Document, Pointer};
use crate::source::Source;

/// What stands at the head of a names file.
const HEAD: &str = "\
# Names in Rust that depend on each other, settled: each stays whatever is added to the document, moved or removed.
# By place in the document, by what has the name, and by what the document calls it there. Change a name to rename it.
# `cargo xtask codegen --record-names` adds what is missing, and takes out what is gone together with its comments.
";

/// A name that is to be recorded, and how the file calls what has it.
struct Settled<'a> {
    subject: &'a Subject,
    name: &'a str,
    place: String,
    /// What it is called in the scope of its place, unless it stands there itself.
    wire: Option<String>,
}

impl Ledger {
    /// The text of a names file with the entries that are in force and the names that neighbours have decided on, in the
    /// order of the document; and how many names are added.
    pub(crate) fn write(&self, source: &Source, document: &Document) -> (String, usize) {
        let places = Places::of(document.root());
        let positions = Positions::of(source);
        let mut settled = self.settled(&places);
        settled.sort_by_cached_key(|Settled { subject, .. }| {
            let start = positions.locate(&subject.place, Target::Key).start;
            (start, subject.place.clone(), subject.kind)
        });
        let mut root = Map::new();
        for settled in &settled {
            insert(&mut root, settled);
        }
        // Texts in objects can always be written.
        let text = serde_yaml::to_string(&root).unwrap_or_default();
        let text = match source.names() {
            Some(names) => Comments::of(names, HEAD).put_into(&text),
            None => text,
        };
        let is_new = |settled: &&Settled<'_>| self.entry(settled.subject).is_none_or(Entry::is_new);
        (
            format!("{HEAD}{text}"),
            settled.iter().filter(is_new).count(),
        )
    }

    /// What is to be recorded, in the order in which it has got its names.
    fn settled(&self, places: &Places) -> Vec<Settled<'_>> {
        let contested = self.contests.iter().filter(|contest| !contest.is_given);
        let contested = contested.map(|contest| (&contest.subject, contest.name.as_str()));
        let contested: BTreeMap<&Subject, &str> = contested.collect();
        let named = self.named.keys().filter_map(|subject| {
            let recorded = self.entry(subject).map(|entry| entry.name.as_str());
            let contested = contested
                .get(subject)
                .copied()
                .filter(|_| self.only_name(subject).is_some());
            Settled::new(subject, recorded.or(contested)?, places)
        });
        named.collect()
    }
}

impl<'a> Settled<'a> {
    fn new(subject: &'a Subject, name: &'a str, places: &Places) -> Option<Self> {
        let place = places.spell(&subject.place)?;
        Some(Self {
            subject,
            name,
            wire: wire(subject, &place, places)?,
            place: place.to_string(),
        })
    }
}

/// An entry on a line of its own.
pub(super) fn line(subject: &Subject, name: &str, places: &Places) -> Option<String> {
    let Settled { place, wire, .. } = Settled::new(subject, name, places)?;
    let key = subject.kind.key();
    let (place, name) = (quoted(&place), quoted(name));
    Some(match wire {
        Some(wire) => format!("{place}: {{{key}: {{{}: {name}}}}}", quoted(&wire)),
        None => format!("{place}: {{{key}: {name}}}"),
    })
}

/// A text of YAML in single quotes.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn insert(root: &mut Map<String, Value>, settled: &Settled<'_>) -> Option<Value> {
    let kinds = object(root, settled.place.clone())?;
    let key = settled.subject.kind.key().to_owned();
    match &settled.wire {
        Some(wire) => object(kinds, key)?.insert(wire.clone(), settled.name.into()),
        None => kinds.insert(key, settled.name.into()),
    }
}

/// What an entry calls something in the scope of its place, unless it stands there itself.
fn wire(subject: &Subject, place: &Pointer, places: &Places) -> Option<Option<String>> {
    match subject.kind {
        Kind::Variant => {
            let listed = places.spell(&Pointer::from_fragment(&subject.wire)?)?;
            let within = listed.as_str().strip_prefix(place.as_str());
            let within = within.and_then(|rest| rest.strip_prefix('/'));
            Some(Some(
                within.map_or_else(|| listed.to_string(), str::to_owned),
            ))
        }
        kind if kind.is_plural() => Some(Some(subject.wire.clone())),
        _ => Some(None),
    }
}

fn object(members: &mut Map<String, Value>, key: String) -> Option<&mut Map<String, Value>> {
    let member = members
        .entry(key)
        .or_insert_with(|| Value::Object(Map::new()));
    member.as_object_mut()
}
