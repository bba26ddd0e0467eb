//! Names of an earlier edition of a document, kept where neighbours have decided on others since.

use std::collections::{BTreeMap, BTreeSet};

use super::entry::Entry;
use super::ledger::{Contest, Ledger};
use super::place::Places;
use super::subject::{Kind, Subject};
use crate::document::{Document, Pointer};

impl Ledger {
    /// Entries for what had another name in an earlier edition, with that name, as far as neighbours decide on it now or
    /// did then; without what has been `tried` before.
    pub(crate) fn former_names(
        &self,
        document: &Document,
        earlier: (&Self, &Document),
        tried: &mut BTreeSet<Subject>,
    ) -> BTreeMap<Subject, Entry> {
        let (former, earlier) = earlier;
        let (here, there) = (Places::of(document.root()), Places::of(earlier.root()));
        let contested = self.contests.iter().flat_map(involved).cloned();
        let was_contested = former.contests.iter().flat_map(involved);
        let was_contested = was_contested.filter_map(|subject| moved(subject, &there, &here));
        let subjects: BTreeSet<Subject> = contested.chain(was_contested).collect();
        let open = subjects
            .into_iter()
            .filter(|subject| self.entry(subject).is_none() && !tried.contains(subject));
        let entries = open.filter_map(|subject| {
            let name = former.only_name(&moved(&subject, &here, &there)?)?;
            let is_other = self.only_name(&subject).is_some_and(|own| own != name);
            is_other.then(|| (subject, Entry::new(name)))
        });
        let entries: BTreeMap<Subject, Entry> = entries.collect();
        tried.extend(entries.keys().cloned());
        entries
    }

    /// The same names and some more, to begin with again; without those that name nothing, or have not become the name.
    pub(crate) fn again(self, more: BTreeMap<Subject, Entry>) -> Self {
        let Self {
            path,
            is_kept,
            mut entries,
            named,
            ..
        } = self;
        entries.retain(|subject, entry| {
            let names = named.get(subject);
            names.is_some_and(|names| names.iter().eq([&entry.name]))
        });
        entries.extend(more);
        Self {
            path,
            is_kept,
            entries,
            ..Self::default()
        }
    }
}

/// What wants the same name.
fn involved(contest: &Contest) -> impl Iterator<Item = &Subject> {
    let rival = contest.rival.iter().map(|rival| &rival.subject);
    rival.chain([&contest.subject])
}

/// The same thing in another edition.
fn moved(subject: &Subject, from: &Places, to: &Places) -> Option<Subject> {
    let find = |pointer: &Pointer| match to.find(&from.spell(pointer)?).as_slice() {
        [only] => Some(only.clone()),
        _ => None,
    };
    let wire = match subject.kind {
        Kind::Variant => find(&Pointer::from_fragment(&subject.wire)?)?
            .as_str()
            .to_owned(),
        _ => subject.wire.clone(),
    };
    Some(Subject::within(&find(&subject.place)?, subject.kind, wire))
}
