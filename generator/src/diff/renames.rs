//! Whether two items are one under two names.

use std::collections::{BTreeMap, BTreeSet};

use super::text;
use crate::emit::{Item, ItemKind};

/// How alike two names have to be, from 0 to 1, where nothing else than their place and type speaks for them.
const ALIKE: f64 = 0.5;

/// What belongs to the items of a list, without names that may have changed as well.
pub(super) struct Children(BTreeMap<String, BTreeSet<String>>);

impl Children {
    /// Those of each item, by its path.
    pub(super) fn of(items: &[Item]) -> Self {
        let mut children: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        let anonymous = |text: &str| text::replace(text, |_| Some("_".to_owned()));
        // The operations of an accessor are those of the struct that it returns.
        let accessors: BTreeMap<_, _> = items
            .iter()
            .filter(|item| item.kind == ItemKind::Resource)
            .filter_map(|item| Some((item.path.as_str(), item.follows.as_deref()?)))
            .collect();
        for item in items {
            let line = format!(
                "{} {} {}",
                item.kind.word(),
                anonymous(&item.identity),
                anonymous(&item.signature)
            );
            if let Some(accessor) = accessors.get(item.owner.as_str()) {
                children
                    .entry((*accessor).to_owned())
                    .or_default()
                    .insert(line.clone());
            }
            children.entry(item.owner.clone()).or_default().insert(line);
        }
        Self(children)
    }

    fn of_item(&self, item: &Item) -> Option<&BTreeSet<String>> {
        self.0.get(&item.path)
    }
}

/// What speaks for two items being one.
pub(super) struct Evidence<'i> {
    /// The older item.
    pub(super) old: &'i Item,
    /// The newer item.
    pub(super) new: &'i Item,
    /// They have the same number among their like.
    pub(super) same_position: bool,
    /// They have the same type.
    pub(super) same_signature: bool,
}

impl Evidence<'_> {
    /// Whether it is enough: the same shape for what has one, and the same place, type and words for what has none.
    pub(super) fn is_good(&self, before: &Children, after: &Children) -> bool {
        match self.old.kind {
            ItemKind::Type | ItemKind::Accessor | ItemKind::Resource => {
                let shape = before.of_item(self.old);
                shape.is_some() && shape == after.of_item(self.new)
            }
            ItemKind::Field
            | ItemKind::Value
            | ItemKind::Variant
            | ItemKind::Parameter
            | ItemKind::Header
            | ItemKind::Server
            | ItemKind::Credential => {
                self.same_position && self.same_signature && self.says_the_same()
            }
            _ => false,
        }
    }

    fn says_the_same(&self) -> bool {
        let name = |item: &Item| {
            let name = item.path.rsplit("::").next().unwrap_or_default();
            name.trim_end_matches("()").to_lowercase()
        };
        let said = &self.old.docs.description;
        (said.is_some() && *said == self.new.docs.description)
            || strsim::normalized_levenshtein(&name(self.old), &name(self.new)) >= ALIKE
    }
}
