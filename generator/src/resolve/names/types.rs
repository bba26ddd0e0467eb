//! Names of types: components first, then what stands in them.

use std::collections::BTreeMap;

use super::super::naming::{NamedScope, Thing};
use super::super::types::{Types, index};
use super::super::unions::{VariantWords, variant_words};
use super::OperationNames;
use super::places::{self, Standing};
use super::routes::path_words;
use crate::ir::TypeId;
use crate::ir::draft::{NameSource, Owner, Role, TypeDraft, TypeShape};
use crate::names::{FileName, FileNames, Identifier, Scope, Wish, Words};
use crate::recorded::{Kind, Ledger, Subject};

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
    ledger: &mut Ledger,
) -> Vec<TypeName> {
    let mut naming = Naming {
        types,
        operations,
        scope: NamedScope::reserving(Scope::types(), ledger.recorded(&[Kind::Type])),
        files: Files::default(),
        names: vec![None; types.draft().types.len()],
        variants: BTreeMap::new(),
    };
    naming.name_components(ledger);
    naming.name_places(ledger);
    naming.names.into_iter().flatten().collect()
}

struct Naming<'a> {
    types: &'a Types<'a>,
    operations: &'a OperationNames,
    scope: NamedScope,
    files: Files,
    names: Vec<Option<TypeName>>,
    /// What unions call their variants, for those with inline ones.
    variants: BTreeMap<TypeId, Vec<VariantWords>>,
}

/// A type and where it stands.
type Place<'a> = (TypeId, Standing<'a>);

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
    fn name_components(&mut self, ledger: &mut Ledger) {
        let components = self
            .types
            .iter()
            .filter_map(|(id, draft)| match &draft.name {
                NameSource::Component(name) => Some((id, draft, name)),
                NameSource::Inline { .. } => None,
            });
        let (ids, things): (Vec<TypeId>, Vec<Thing>) = components
            .map(|(id, draft, name)| (id, thing(draft, name, component_wish(draft, name))))
            .unzip();
        let minted = self.scope.mint(things, ledger);
        for (id, name) in ids.into_iter().zip(minted) {
            let file = self.files.get(&Words::of(name.as_str()));
            self.set(id, name, file);
        }
    }

    /// Names what stands in something that has a name, again and again until everything has one. Lists come after what
    /// is not repeated, since theirs may be the same name; components that are no schemas come last.
    fn name_places(&mut self, ledger: &mut Ledger) {
        let standings = self.types.iter();
        let standings = standings.filter_map(|(id, draft)| match &draft.name {
            NameSource::Component(_) => None,
            NameSource::Inline { owner, path, .. } => Some((id, Standing { owner, path })),
        });
        let mut open: Vec<Place> = standings.collect();
        while !open.is_empty() {
            let ready = self.take_ready(&mut open);
            let (repeated, single): (Vec<_>, Vec<_>) =
                ready.into_iter().partition(|(_, standing)| {
                    matches!(standing.path.last(), Some(Role::Item | Role::Value))
                });
            self.name_all(&single, ledger);
            self.name_all(&repeated, ledger);
        }
    }

    /// What can be named now: what has an owner with a name, else what stands in other components, else the rest.
    fn take_ready<'p>(&self, open: &mut Vec<Place<'p>>) -> Vec<Place<'p>> {
        let tests: [&dyn Fn(&Standing) -> bool; 2] =
            [&|standing| self.has_named_owner(standing), &|standing| {
                matches!(standing.owner, Owner::Component(_))
            }];
        for test in tests {
            let ready: Vec<Place> = open
                .extract_if(.., |(_, standing)| test(standing))
                .collect();
            if !ready.is_empty() {
                return ready;
            }
        }
        std::mem::take(open)
    }

    fn name_all(&mut self, places: &[Place], ledger: &mut Ledger) {
        let mut things = Vec::new();
        let mut files = Vec::new();
        for (id, standing) in places {
            if let Some((thing, file)) = self.place(*id, *standing) {
                things.push(thing);
                files.push((*id, file));
            }
        }
        let minted = self.scope.mint(things, ledger);
        for ((id, file), name) in files.into_iter().zip(minted) {
            self.set(id, name, file);
        }
    }

    fn place(&mut self, id: TypeId, standing: Standing) -> Option<(Thing, FileName)> {
        let draft = self.types.get(id)?;
        let owner = self.owner_words(standing.owner);
        let file = match standing.owner {
            Owner::Type(owner) => self.name(*owner).map(|name| name.file.clone()),
            _ => None,
        };
        let file = file.unwrap_or_else(|| self.files.get(&owner));
        let variant = self.variant(id, standing.owner, &owner);
        let candidates = places::candidates(self.types, id, standing, &owner, variant.as_ref());
        let wish = Wish::of("", candidates);
        Some((thing(draft, "a schema without a name", wish), file))
    }

    /// What the union that a type stands in calls it.
    fn variant(&mut self, id: TypeId, owner: &Owner, name: &Words) -> Option<VariantWords> {
        let Owner::Type(owner) = owner else {
            return None;
        };
        let TypeShape::Union(union) = &self.types.get(*owner)?.shape else {
            return None;
        };
        let index = union
            .variants
            .iter()
            .position(|variant| variant.payload.name() == Some(id))?;
        let words = self.variants.entry(*owner);
        words
            .or_insert_with(|| variant_words(self.types, union, name))
            .get(index)
            .cloned()
    }

    fn owner_words(&self, owner: &Owner) -> Words {
        let name = match owner {
            Owner::Type(id) => self.name(*id).map(|name| &name.name),
            Owner::Operation(index) => self.operations.get(*index).map(|name| &name.call),
            Owner::Path(path) => return path_words(path),
            Owner::Component(key) => return Words::of(key),
        };
        name.map_or_else(|| Words::of("schema"), |name| Words::of(name.as_str()))
    }

    fn has_named_owner(&self, standing: &Standing) -> bool {
        match standing.owner {
            Owner::Type(owner) => self.name(*owner).is_some(),
            Owner::Operation(_) | Owner::Path(_) => true,
            Owner::Component(_) => false,
        }
    }

    fn name(&self, id: TypeId) -> Option<&TypeName> {
        self.names.get(index(id))?.as_ref()
    }

    fn set(&mut self, id: TypeId, name: Identifier, file: FileName) {
        if let Some(slot) = self.names.get_mut(index(id)) {
            *slot = Some(TypeName { name, file });
        }
    }
}

fn thing(draft: &TypeDraft, label: &str, wish: Wish) -> Thing {
    let place = &draft.origin.0;
    Thing::new(Subject::itself(place, Kind::Type), place, label, wish)
}

/// Named after its key, unless the document says otherwise.
fn component_wish(draft: &TypeDraft, name: &str) -> Wish {
    let key = draft.origin.0.last().filter(|key| key != name);
    match key {
        Some(key) => Wish::new(&key).rather(Words::of(name)),
        None => Wish::new(name),
    }
}
