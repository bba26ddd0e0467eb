//! Names of things in one scope: recorded ones as they are recorded, and a note of those that neighbours decide on.

use std::collections::BTreeMap;

use crate::document::Pointer;
use crate::names::{Identifier, Minted, Scope, Wish};
use crate::recorded::{Contest, Ledger, Rival, Subject};

/// Something that is to have a name.
pub(super) struct Thing {
    pub(super) subject: Subject,
    /// The node that says what it is called on the wire.
    pub(super) pointer: Pointer,
    /// What messages call it.
    pub(super) label: String,
    pub(super) wish: Wish,
    /// Whether it is reported otherwise that it has not got the name that it wants.
    pub(super) is_excused: bool,
}

/// A scope, and what has or wants which name in it.
pub(super) struct NamedScope {
    scope: Scope,
    rivals: BTreeMap<String, Vec<Rival>>,
}

impl Thing {
    /// What the document calls `label` at a node.
    pub(super) fn new(subject: Subject, pointer: &Pointer, label: &str, wish: Wish) -> Self {
        Self {
            subject,
            pointer: pointer.clone(),
            label: label.to_owned(),
            wish,
            is_excused: false,
        }
    }

    /// Is reported otherwise if it doesn't get the name that it wants.
    pub(super) fn excused(self, is_excused: bool) -> Self {
        Self { is_excused, ..self }
    }
}

impl NamedScope {
    /// A scope that is asked once.
    pub(super) fn new(scope: Scope) -> Self {
        Self {
            scope,
            rivals: BTreeMap::new(),
        }
    }

    /// A scope that is asked several times, and keeps what is recorded for those who ask later.
    pub(super) fn reserving(mut scope: Scope, names: impl IntoIterator<Item = String>) -> Self {
        scope.reserve(names);
        Self::new(scope)
    }

    /// An identifier for one thing.
    pub(super) fn mint_one(&mut self, thing: Thing, ledger: &mut Ledger) -> Identifier {
        let wish = self.settled(&thing, ledger);
        let minted = self.scope.mint_one(&wish);
        self.note(&[(thing, wish, minted.clone())], ledger);
        minted.name
    }

    /// Identifiers for things with equal rights, in their order.
    pub(super) fn mint(&mut self, things: Vec<Thing>, ledger: &mut Ledger) -> Vec<Identifier> {
        let settled = things.iter().map(|thing| self.settled(thing, ledger));
        let wishes: Vec<Wish> = settled.collect();
        let minted = self.scope.mint(&wishes);
        let names = minted.iter().map(|minted| minted.name.clone()).collect();
        let named = things.into_iter().zip(wishes).zip(minted);
        let named: Vec<_> = named
            .map(|((thing, wish), minted)| (thing, wish, minted))
            .collect();
        self.note(&named, ledger);
        names
    }

    /// Notes what has got which name, and where a neighbour has decided.
    fn note(&mut self, named: &[(Thing, Wish, Minted)], ledger: &mut Ledger) {
        for (thing, _, minted) in named {
            ledger.note(&thing.subject, minted.name.as_str());
            self.add_rival(minted.name.as_str(), thing);
        }
        for (thing, wish, minted) in named {
            if wish.is_recorded() {
                check_recorded(thing, &minted.name, ledger);
            } else if let Some(wanted) = &minted.wanted {
                self.add_rival(wanted, thing);
            }
        }
        for (thing, wish, minted) in named {
            if let Some(wanted) = minted.wanted.as_ref().filter(|_| !wish.is_recorded()) {
                ledger.contest(self.contest(thing, &minted.name, wanted));
            }
        }
    }

    fn add_rival(&mut self, name: &str, thing: &Thing) {
        let rivals = self.rivals.entry(name.to_owned()).or_default();
        rivals.push(Rival {
            subject: thing.subject.clone(),
            pointer: thing.pointer.clone(),
        });
    }

    fn contest(&self, thing: &Thing, name: &Identifier, wanted: &str) -> Contest {
        let mut rivals = self.rivals.get(wanted).into_iter().flatten();
        Contest {
            subject: thing.subject.clone(),
            pointer: thing.pointer.clone(),
            label: thing.label.clone(),
            name: name.as_str().to_owned(),
            wanted: wanted.to_owned(),
            rival: rivals.find(|rival| rival.subject != thing.subject).cloned(),
            is_given: thing.wish.is_given(),
            is_excused: thing.is_excused,
        }
    }

    /// What a thing wishes for once the recorded names are known.
    fn settled(&self, thing: &Thing, ledger: &mut Ledger) -> Wish {
        let wish = thing.wish.clone();
        let Some(entry) = ledger.entry(&thing.subject).cloned() else {
            return wish;
        };
        if wish.is_given() {
            ledger.override_entry(&thing.subject);
            return wish;
        }
        match self.scope.accepts(&entry.name) {
            Ok(()) => wish.recorded(&entry.name),
            Err(spelled) => {
                let message = format!("`{}` can't be the name of this", entry.name);
                ledger.refuse(
                    &entry,
                    message,
                    format!("write `{spelled}`, or another name"),
                );
                wish
            }
        }
    }
}

/// Reports a name that is recorded for something else as well.
fn check_recorded(thing: &Thing, name: &Identifier, ledger: &mut Ledger) {
    let entry = ledger.entry(&thing.subject).cloned();
    if let Some(entry) = entry.filter(|entry| entry.name != name.as_str()) {
        let message = format!(
            "`{}` is the name of something else in the same scope",
            entry.name
        );
        ledger.refuse(&entry, message, "give one of them another name".to_owned());
    }
}
