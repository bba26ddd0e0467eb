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

    /// Some of the items by their shape: the set of what belongs to them.
    pub(super) fn by_shape(
        &self,
        items: &[Item],
        indices: impl Iterator<Item = usize>,
    ) -> BTreeMap<&BTreeSet<String>, Vec<usize>> {
        let mut by_shape: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for index in indices {
            let shape = items.get(index).and_then(|item| self.0.get(&item.path));
            if let Some(shape) = shape {
                by_shape.entry(shape).or_default().push(index);
            }
        }
        by_shape
    }
}

/// Whether items of a kind are known by what belongs to them.
pub(super) fn has_shape(kind: ItemKind) -> bool {
    matches!(
        kind,
        ItemKind::Type | ItemKind::Accessor | ItemKind::Resource
    )
}

/// Whether items of a kind, which have nothing of their own, are known by their place, their type and their words.
pub(super) fn has_position(kind: ItemKind) -> bool {
    matches!(
        kind,
        ItemKind::Field
            | ItemKind::Value
            | ItemKind::Variant
            | ItemKind::Parameter
            | ItemKind::Header
            | ItemKind::Server
            | ItemKind::Credential
    )
}

/// Whether two items have the same description, or names that are alike.
pub(super) fn say_the_same(old: &Item, new: &Item) -> bool {
    let name = |item: &Item| {
        let name = item.path.rsplit("::").next().unwrap_or_default();
        name.trim_end_matches("()").to_lowercase()
    };
    let said = &old.docs.description;
    (said.is_some() && *said == new.docs.description)
        || strsim::normalized_levenshtein(&name(old), &name(new)) >= ALIKE
}
