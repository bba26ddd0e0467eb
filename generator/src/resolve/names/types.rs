//! Names of types: components first, then what stands in them.

use std::collections::BTreeMap;

use super::super::report_number;
use super::super::types::{Types, index};
use super::standings::{Standing, standings};
use super::{OperationNames, places};
use crate::diagnostic::Diagnostics;
use crate::ir::TypeId;
use crate::ir::draft::{NameSource, Owner, Role};
use crate::names::{FileName, FileNames, Identifier, Minted, Scope, Wish, Words};

/// The name of a type.
#[derive(Clone, Debug)]
pub(in super::super) struct TypeName {
    /// Its item.
    pub(in super::super) name: Identifier,
    /// The file that it stands in.
    pub(in super::super) file: FileName,
}

/// The names of all types, in the order of their ids.
pub(in super::super) fn type_names(
    types: &Types,
    operations: &OperationNames,
    diagnostics: &mut Diagnostics,
) -> Vec<TypeName> {
    let mut naming = Naming {
        types,
        operations,
        scope: Scope::types(),
        files: Files::default(),
        names: vec![None; types.draft().types.len()],
    };
    naming.name_components(diagnostics);
    naming.name_places(diagnostics);
    naming.names.into_iter().flatten().collect()
}

struct Naming<'a> {
    types: &'a Types<'a>,
    operations: &'a OperationNames,
    scope: Scope,
    files: Files,
    names: Vec<Option<TypeName>>,
}

/// Files by the words that they are named after. What a component and an operation of the same name own shares a file.
#[derive(Default)]
struct Files {
    minted: FileNames,
    by_words: BTreeMap<String, FileName>,
}

impl Files {
    fn get(&mut self, words: &Words) -> FileName {
        let file = self.by_words.entry(words.snake());
        file.or_insert_with(|| self.minted.mint(words)).clone()
    }
}

impl Naming<'_> {
    fn name_components(&mut self, diagnostics: &mut Diagnostics) {
        let keyed: Vec<(TypeId, Wish, String)> = self
            .types
            .iter()
            .filter_map(|(id, draft)| match &draft.name {
                NameSource::Component(key) => Some((id, Wish::new(key), key.clone())),
                NameSource::Inline { .. } => None,
            })
            .collect();
        let wishes: Vec<Wish> = keyed.iter().map(|(_, wish, _)| wish.clone()).collect();
        let minted = self.scope.mint(&wishes);
        for ((id, _, key), minted) in keyed.into_iter().zip(minted) {
            let file = self.files.get(&Words::of(minted.name.as_str()));
            self.set(id, minted, &key, file, diagnostics);
        }
    }

    /// Names what stands in something that has a name, again and again until everything has one. What stands in a
    /// component that is no schema comes first, and lists come after what is not repeated: theirs is the same name.
    fn name_places(&mut self, diagnostics: &mut Diagnostics) {
        let standings = standings(self.types);
        let places = (0..)
            .map(TypeId)
            .zip(standings)
            .filter_map(|(id, standing)| Some((id, standing?)));
        let (components, mut open): (Vec<_>, Vec<_>) =
            places.partition(|(_, standing)| matches!(standing.owner, Owner::Component(_)));
        self.name_all(&components, diagnostics);
        while !open.is_empty() {
            let (mut ready, mut waiting): (Vec<_>, Vec<_>) = open
                .into_iter()
                .partition(|(_, standing)| self.has_named_owner(standing));
            if ready.is_empty() {
                (ready, waiting) = (waiting, ready);
            }
            let (repeated, single): (Vec<_>, Vec<_>) =
                ready.into_iter().partition(|(_, standing)| {
                    matches!(standing.path.last(), Some(Role::Item | Role::Value))
                });
            self.name_all(&single, diagnostics);
            self.name_all(&repeated, diagnostics);
            open = waiting;
        }
    }

    fn name_all(&mut self, places: &[(TypeId, Standing)], diagnostics: &mut Diagnostics) {
        let (wishes, files): (Vec<Wish>, Vec<FileName>) = places
            .iter()
            .map(|(id, standing)| self.place(*id, standing))
            .unzip();
        let minted = self.scope.mint(&wishes);
        for (((id, _), file), minted) in places.iter().zip(files).zip(minted) {
            self.set(*id, minted, "a schema without a name", file, diagnostics);
        }
    }

    fn place(&mut self, id: TypeId, standing: &Standing) -> (Wish, FileName) {
        let owner = self.owner_words(&standing.owner);
        let file = match &standing.owner {
            Owner::Type(owner) => self.name(*owner).map(|name| name.file.clone()),
            _ => None,
        };
        let file = file.unwrap_or_else(|| self.files.get(&owner));
        let candidates = places::candidates(self.types, id, standing, &owner);
        (Wish::of("", candidates), file)
    }

    fn owner_words(&self, owner: &Owner) -> Words {
        let name = match owner {
            Owner::Type(id) => self.name(*id).map(|name| &name.name),
            Owner::Operation(index) => self.operations.get(*index).map(|name| &name.call),
            Owner::Component(key) => return Words::of(key),
        };
        name.map_or_else(|| Words::of("schema"), |name| Words::of(name.as_str()))
    }

    fn has_named_owner(&self, standing: &Standing) -> bool {
        match standing.owner {
            Owner::Type(owner) => self.name(owner).is_some(),
            Owner::Operation(_) | Owner::Component(_) => true,
        }
    }

    fn name(&self, id: TypeId) -> Option<&TypeName> {
        self.names.get(index(id))?.as_ref()
    }

    fn set(
        &mut self,
        id: TypeId,
        minted: Minted,
        wire: &str,
        file: FileName,
        diagnostics: &mut Diagnostics,
    ) {
        if let Some(draft) = self.types.get(id) {
            report_number(&minted, wire, &draft.origin.0, diagnostics);
        }
        if let Some(slot) = self.names.get_mut(index(id)) {
            *slot = Some(TypeName {
                name: minted.name,
                file,
            });
        }
    }
}
