//! Reading a names file.

use serde_json::{Map, Value};

use super::entry::{Entry, idle};
use super::ledger::Ledger;
use super::place::Places;
use super::subject::{Kind, Subject};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::document::{Document, Pointer, describe, nearest, parse_tree};
use crate::source::Source;

impl Ledger {
    /// Reads the names that are recorded for a document, and finds what they name. What is wrong with them is reported
    /// once everything has a name.
    pub fn read(source: &Source, document: &Document) -> Self {
        let mut ledger = Self {
            path: source.names_path(),
            is_kept: source.names().is_some(),
            ..Self::default()
        };
        if let Some(names) = source.names() {
            let places = Places::of(document.root());
            Reader {
                ledger: &mut ledger,
                places,
            }
            .file(names);
        }
        ledger
    }
}

struct Reader<'a> {
    ledger: &'a mut Ledger,
    places: Places<'a>,
}

impl Reader<'_> {
    fn file(&mut self, names: &Source) {
        let mut found = Diagnostics::default();
        let tree = parse_tree(names, &mut found);
        // A file of nothing but comments records nothing.
        let found = found
            .iter()
            .filter(|diagnostic| diagnostic.code != Code::EmptyDocument);
        self.ledger
            .mistakes
            .extend(found.cloned().map(Diagnostic::in_names));
        let root = Pointer::root();
        for (place, names) in
            self.members(tree.as_ref(), &root, "names by the places that have them")
        {
            self.place(place, names, &root.child(place));
        }
    }

    /// The names that are recorded for one place.
    fn place(&mut self, place: &str, names: &Value, at: &Pointer) {
        let node = Pointer::from_fragment(place).map(|place| self.places.find(&place));
        let node = match node.as_deref() {
            Some([node]) => node.clone(),
            Some([]) | None => {
                let message = format!("the document has nothing at `{place}`");
                return self.ledger.idle.push(idle(at, message));
            }
            Some(_) => {
                let message = format!("the document has several things at `{place}`");
                return self.ledger.idle.push(idle(at, message));
            }
        };
        for (key, names) in self.members(Some(names), at, "names by what they are of") {
            match Kind::from_key(key) {
                Some(kind) => self.kind(kind, names, &node, &at.child(key)),
                None => self.report_unknown(key, at),
            }
        }
    }

    /// The names of a kind at one place.
    fn kind(&mut self, kind: Kind, names: &Value, node: &Pointer, at: &Pointer) {
        if !kind.is_plural() {
            return self.entry(Subject::itself(node, kind), names, at);
        }
        let expected = format!("names by what the document calls each {}", kind.word());
        for (wire, name) in self.members(Some(names), at, &expected) {
            let at = at.child(wire);
            match self.wire(kind, wire, node) {
                Some(found) => self.entry(Subject::within(node, kind, found), name, &at),
                None => {
                    let message = format!("there is no {} `{wire}` here", kind.word());
                    self.ledger.idle.push(idle(&at, message));
                }
            }
        }
    }

    /// What a subject calls what an entry calls so.
    fn wire(&self, kind: Kind, wire: &str, node: &Pointer) -> Option<String> {
        if kind != Kind::Variant {
            return Some(wire.to_owned());
        }
        let place = match wire.starts_with('#') {
            true => Pointer::from_fragment(wire)?,
            false => {
                Pointer::from_fragment(&format!("{}/{wire}", self.places.spell(node)?.as_str()))?
            }
        };
        match self.places.find(&place).as_slice() {
            [only] => Some(only.as_str().to_owned()),
            _ => None,
        }
    }

    fn entry(&mut self, subject: Subject, name: &Value, at: &Pointer) {
        match name {
            Value::String(name) => {
                let entry = Entry {
                    name: name.clone(),
                    pointer: at.clone(),
                };
                if let Some(same) = self.ledger.entries.insert(subject, entry) {
                    let message = format!(
                        "`{}` is recorded for what has another entry as well",
                        same.name
                    );
                    self.ledger.idle.push(same.idle(message));
                }
            }
            other => self.report_form(other, at, "a name"),
        }
    }

    /// The members of what has to be an object.
    fn members<'v>(
        &mut self,
        node: Option<&'v Value>,
        at: &Pointer,
        expected: &str,
    ) -> Vec<(&'v str, &'v Value)> {
        let members = match node {
            Some(Value::Object(members)) => members,
            Some(other) => {
                self.report_form(other, at, expected);
                return Vec::new();
            }
            None => return Vec::new(),
        };
        Map::iter(members)
            .map(|(key, member)| (key.as_str(), member))
            .collect()
    }

    fn report_form(&mut self, found: &Value, at: &Pointer, expected: &str) {
        let found = describe(found);
        let message = format!("this is {found}, where {expected} should stand");
        let diagnostic = Diagnostic::new(Code::NamesForm, at.clone(), message).in_names();
        self.ledger.mistakes.push(diagnostic);
    }

    fn report_unknown(&mut self, key: &str, at: &Pointer) {
        let message = format!("`{key}` is nothing that can have a recorded name");
        let help = match nearest(key, Kind::keys()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!(
                "it takes one of `{}`",
                Kind::keys().collect::<Vec<_>>().join("`, `")
            ),
        };
        let diagnostic = Diagnostic::new(Code::NamesForm, at.child(key), message)
            .in_names()
            .at_key();
        self.ledger.mistakes.push(diagnostic.help(help));
    }
}
