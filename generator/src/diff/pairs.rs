//! Which item of the older list is which of the newer.
//!
//! Types go by their names, which is what callers know them by; whatever has a name on the wire goes by that. What is
//! left is paired where the evidence for a new name is good.

use std::collections::{BTreeMap, VecDeque};

use super::renames::{Children, Evidence};
use super::text;
use crate::emit::{Item, ItemKind};

/// Two lists, and which item is which.
pub(super) struct Pairs<'i> {
    /// The older items.
    pub(super) old: &'i [Item],
    /// The newer items.
    pub(super) new: &'i [Item],
    /// For each older item the newer one.
    of_old: Vec<Option<usize>>,
    /// For each newer item the older one.
    of_new: Vec<Option<usize>>,
    /// Former paths of types, accessors and calls with the present ones.
    renamed: BTreeMap<String, String>,
    children: [Children; 2],
}

/// Pairs two lists.
pub(super) fn pair<'i>(old: &'i [Item], new: &'i [Item]) -> Pairs<'i> {
    let mut pairs = Pairs {
        old,
        new,
        of_old: vec![None; old.len()],
        of_new: vec![None; new.len()],
        renamed: BTreeMap::new(),
        children: [Children::of(old), Children::of(new)],
    };
    let news = groups(new);
    for ((kind, owner), olds) in in_order(groups(old)) {
        let owner = pairs.now(&owner);
        if let Some(news) = news.get(&(kind, owner)) {
            pairs.pair_group(&olds, news);
        }
    }
    pairs
}

/// What items are found by.
type Key = fn(&Item) -> &String;

/// A kind of items, and whose they are.
type Group = (ItemKind, String);

/// The items of each group. Operations may move between accessors; everything else stays with its owner.
fn groups(items: &[Item]) -> BTreeMap<Group, Vec<usize>> {
    let mut groups: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for (index, item) in items.iter().enumerate() {
        let owner = match item.kind {
            ItemKind::Operation => "",
            _ => item.owner.as_str(),
        };
        let group = (item.kind, owner.to_owned());
        groups.entry(group).or_default().push(index);
    }
    groups
}

/// Groups in the order of their first items, so that owners come before what they own.
fn in_order(groups: BTreeMap<Group, Vec<usize>>) -> Vec<(Group, Vec<usize>)> {
    let mut groups: Vec<_> = groups.into_iter().collect();
    groups.sort_by_key(|(_, items)| items.first().copied());
    groups
}

impl<'i> Pairs<'i> {
    /// A text of the older list in the names of the newer one.
    pub(super) fn now(&self, text: &str) -> String {
        text::replace(text, |path| self.renamed.get(path).cloned())
    }

    /// Whether an item that is in both lists has another name, rather than an owner that has one.
    pub(super) fn is_renamed(&self, old: &Item, new: &Item) -> bool {
        self.renamed.contains_key(&old.path) || self.now(&old.path) != new.path
    }

    /// The items that are in both lists.
    pub(super) fn both(&self) -> impl Iterator<Item = (&'i Item, &'i Item)> {
        let pairs = self.old.iter().zip(&self.of_old);
        pairs.filter_map(|(old, new)| Some((old, self.new.get((*new)?)?)))
    }

    /// The items that are gone.
    pub(super) fn removed(&self) -> impl Iterator<Item = &'i Item> {
        let items = self.old.iter().zip(&self.of_old);
        items
            .filter(|(_, other)| other.is_none())
            .map(|(item, _)| item)
    }

    /// The items that are new.
    pub(super) fn added(&self) -> impl Iterator<Item = &'i Item> {
        let items = self.new.iter().zip(&self.of_new);
        items
            .filter(|(_, other)| other.is_none())
            .map(|(item, _)| item)
    }

    fn pair_group(&mut self, olds: &[usize], news: &[usize]) {
        let path: Key = |item| &item.path;
        let identity: Key = |item| &item.identity;
        let is_type = |old: &usize| {
            self.old
                .get(*old)
                .is_some_and(|old| old.kind == ItemKind::Type)
        };
        let keys = match olds.first().is_some_and(is_type) {
            true => [path, identity],
            false => [identity, path],
        };
        for key in keys {
            self.pair_by(olds, news, key);
        }
        self.pair_by_evidence(olds, news);
    }

    /// Pairs what is called the same, in turn where several are.
    fn pair_by(&mut self, olds: &[usize], news: &[usize], key: Key) {
        let mut open: BTreeMap<&str, VecDeque<usize>> = BTreeMap::new();
        for new in news {
            if let Some(item) = self.open_new(*new) {
                open.entry(key(item)).or_default().push_back(*new);
            }
        }
        for old in olds {
            let Some(item) = self.open_old(*old).filter(|item| !key(item).is_empty()) else {
                continue;
            };
            let found = open.get_mut(self.now(key(item)).as_str());
            if let Some(new) = found.and_then(VecDeque::pop_front) {
                self.set(*old, new);
            }
        }
    }

    /// Pairs what is left, where exactly one item of each list fits.
    fn pair_by_evidence(&mut self, olds: &[usize], news: &[usize]) {
        let open_olds: Vec<_> = olds
            .iter()
            .copied()
            .filter(|old| self.open_old(*old).is_some())
            .collect();
        let open_news: Vec<_> = news
            .iter()
            .copied()
            .filter(|new| self.open_new(*new).is_some())
            .collect();
        if open_olds.is_empty() || open_news.is_empty() {
            return;
        }
        let [before, after] = &self.children;
        let mut found = Vec::new();
        for old in &open_olds {
            let fits = |old: &usize, new: &usize| {
                let (Some(one), Some(other)) = (self.old.get(*old), self.new.get(*new)) else {
                    return false;
                };
                let place = |all: &[usize], one| all.iter().position(|each| *each == one);
                let evidence = Evidence {
                    old: one,
                    new: other,
                    same_position: place(olds, *old) == place(news, *new),
                    same_signature: self.now(&one.signature) == other.signature,
                };
                evidence.is_good(before, after)
            };
            let candidates: Vec<_> = open_news.iter().filter(|new| fits(old, new)).collect();
            if let [new] = candidates[..]
                && open_olds.iter().filter(|other| fits(other, new)).count() == 1
            {
                found.push((*old, *new));
            }
        }
        for (old, new) in found {
            self.set(old, new);
        }
    }

    fn open_old(&self, index: usize) -> Option<&'i Item> {
        let is_open = self.of_old.get(index)?.is_none();
        self.old.get(index).filter(|_| is_open)
    }

    fn open_new(&self, index: usize) -> Option<&'i Item> {
        let is_open = self.of_new.get(index)?.is_none();
        self.new.get(index).filter(|_| is_open)
    }

    fn set(&mut self, old: usize, new: usize) {
        let (Some(before), Some(after)) = (self.old.get(old), self.new.get(new)) else {
            return;
        };
        if let Some(slot) = self.of_old.get_mut(old) {
            *slot = Some(new);
        }
        if let Some(slot) = self.of_new.get_mut(new) {
            *slot = Some(old);
        }
        let names_others = matches!(
            before.kind,
            ItemKind::Type
                | ItemKind::Resource
                | ItemKind::Call
                | ItemKind::Response
                | ItemKind::Headers
        );
        if names_others && before.path != after.path {
            self.renamed.insert(before.path.clone(), after.path.clone());
        }
    }
}
