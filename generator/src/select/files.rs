//! The files of an API's types, and which of them need which.

use std::collections::BTreeSet;

use indexmap::IndexSet;

use crate::ir::api::{Api, TypeItem, TypeKind};
use crate::ir::{Type, TypeId};
use crate::names::FileName;

/// The files of an API's types, by their places in `names`.
pub(super) struct Files<'a> {
    pub(super) names: IndexSet<&'a FileName>,
    /// The file of each type; `None` for types without an item.
    of_types: Vec<Option<usize>>,
    /// For each file, those that its items name.
    needed: Vec<BTreeSet<usize>>,
}

impl<'a> Files<'a> {
    pub(super) fn of(api: &'a Api) -> Self {
        let mut names = IndexSet::new();
        let of_types = api.types.iter().map(|item| match item.kind {
            TypeKind::Absent => None,
            _ => Some(names.insert_full(&item.file).0),
        });
        let of_types = of_types.collect();
        let mut files = Self {
            needed: vec![BTreeSet::new(); names.len()],
            names,
            of_types,
        };
        for item in &api.types {
            files.add_needed(item);
        }
        files
    }

    fn add_needed(&mut self, item: &TypeItem) {
        let needed = self.of_values(item.values());
        if let Some(file) = self.names.get_index_of(&item.file)
            && let Some(files) = self.needed.get_mut(file)
        {
            files.extend(needed);
        }
    }

    /// The files of the types that values are written with.
    pub(super) fn of_values<'t>(&self, values: impl IntoIterator<Item = &'t Type>) -> Vec<usize> {
        let ids = values.into_iter().filter_map(Type::name);
        ids.filter_map(|TypeId(id)| *self.of_types.get(id as usize)?)
            .collect()
    }

    /// These files, and all that they need.
    pub(super) fn reached(&self, mut open: Vec<usize>) -> BTreeSet<usize> {
        let mut reached = BTreeSet::new();
        while let Some(file) = open.pop() {
            if reached.insert(file) {
                open.extend(self.needed.get(file).into_iter().flatten());
            }
        }
        reached
    }
}
