//! Which item of the older list is which of the newer.
//!
//! Types go by their names, which is what callers know them by; whatever has a name on the wire goes by that. What is
//! left is paired where the evidence for a new name is good.

use std::collections::{BTreeMap, VecDeque};

use super::renames::{Children, has_position, has_shape, say_the_same};
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
}

/// Pairs two lists.
pub(super) fn pair<'i>(old: &'i [Item], new: &'i [Item]) -> Pairs<'i> {
    let mut pairs = Pairs {
        old,
        new,
        of_old: vec![None; old.len()],
        of_new: vec![None; new.len()],
        renamed: BTreeMap::new(),
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

    /// Pairs what is left, where the evidence is good.
    fn pair_by_evidence(&mut self, olds: &[usize], news: &[usize]) {
        let found = match olds.first().and_then(|old| self.old.get(*old)) {
            Some(item) if has_shape(item.kind) => self.alike_in_shape(olds, news),
            Some(item) if has_position(item.kind) => self.alike_in_position(olds, news),
            _ => return,
        };
        for (old, new) in found {
            self.set(old, new);
        }
    }

    /// Items whose shape exactly one open item of each list has.
    fn alike_in_shape(&self, olds: &[usize], news: &[usize]) -> Vec<(usize, usize)> {
        let olds = olds
            .iter()
            .copied()
            .filter(|old| self.open_old(*old).is_some());
        let news = news
            .iter()
            .copied()
            .filter(|new| self.open_new(*new).is_some());
        let (mut olds, mut news) = (olds.peekable(), news.peekable());
        if olds.peek().is_none() || news.peek().is_none() {
            return Vec::new();
        }
        let (before, after) = (Children::of(self.old), Children::of(self.new));
        let (before, after) = (
            before.by_shape(self.old, olds),
            after.by_shape(self.new, news),
        );
        let sole =
            before
                .iter()
                .filter_map(|(shape, olds)| match (&olds[..], &after.get(shape)?[..]) {
                    ([old], [new]) => Some((*old, *new)),
                    _ => None,
                });
        sole.collect()
    }

    /// Items that have the same number among their like, the same type, and words in common.
    fn alike_in_position(&self, olds: &[usize], news: &[usize]) -> Vec<(usize, usize)> {
        let both = olds.iter().zip(news).map(|(old, new)| (*old, *new));
        let alike = both.filter(|(old, new)| {
            let items = self.open_old(*old).zip(self.open_new(*new));
            items.is_some_and(|(old, new)| {
                self.now(&old.signature) == new.signature && say_the_same(old, new)
            })
        });
        alike.collect()
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
