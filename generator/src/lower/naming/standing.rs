//! Where a place stands that may be merged of several schemas.

use indexmap::{IndexMap, IndexSet};

use super::Naming;
use super::roots::{root, roots, schemas};
use super::steps::without_shared_end;
use crate::document::Pointer;
use crate::ir::draft::{Owner, Role};
use crate::lower::context::component_schema;
use crate::lower::place::{Part, Place};

impl Naming<'_, '_> {
    /// Where a place stands: in what, and as what.
    ///
    /// Several operations may merge the same components, and have in common what these say of the same property. Such a
    /// place is named after the components, since it would be renamed together with an operation otherwise, or by one
    /// that comes first.
    pub(super) fn standing(&mut self, place: &Place) -> (Owner, Vec<Role>) {
        let contexts = self.lowering.contexts.swap_remove(place);
        let contexts = contexts.unwrap_or_default();
        let context = contexts
            .iter()
            .find(|(around, _)| self.belongs_to(place, around));
        let is_variant = matches!(context, Some((_, Some(Role::Variant(..)))));
        let standing = match (self.naming_pointer(place), context) {
            (Some(pointer), _) if !is_variant => self.position(&pointer),
            (_, Some((around, role))) => self.within(around, role.clone()),
            _ => self.joined(place),
        };
        // A place is noted before what is in it, so that the way up ends; its contexts are gone meanwhile all the same.
        self.lowering.contexts.insert(place.clone(), contexts);
        standing
    }

    /// As a part of another place.
    fn within(&mut self, around: &Place, role: Option<Role>) -> (Owner, Vec<Role>) {
        let (owner, mut path) = match self.lowering.types.get(around) {
            Some(id) => (Owner::Type(id), Vec::new()),
            None => self.standing(around),
        };
        path.extend(role);
        (owner, path)
    }

    /// Whether a place is a part of another wherever it is met, rather than of one among several: what that is merged
    /// from takes part in it as well.
    fn belongs_to(&mut self, place: &Place, around: &Place) -> bool {
        let own = roots(place);
        let others = roots(around);
        others.is_subset(&own)
            || self
                .including(&others)
                .is_some_and(|including| own.contains(&including))
    }

    /// The part of a place to name it after: the one whose component brought the others in. `None` if there is no such
    /// part.
    fn naming_pointer(&mut self, place: &Place) -> Option<Pointer> {
        let written = |part: &Part| matches!(part, Part::Whole(_) | Part::Own(_));
        if !place.parts().iter().all(written) {
            return None;
        }
        let pointers = schemas(place);
        let including = self.including(&roots(place))?;
        let mut last = pointers.into_iter().rev();
        let last = last.find(|pointer| root(pointer) == including);
        last.filter(|pointer| component_schema(pointer).is_none())
    }

    /// The one of some components, operations and paths that brought the others in.
    fn including(&mut self, roots: &IndexSet<Pointer>) -> Option<Pointer> {
        if roots.len() == 1 {
            return roots.first().cloned();
        }
        let mut candidates = roots.iter();
        candidates
            .find(|candidate| self.includes_all(candidate, roots))
            .cloned()
    }

    /// Whether a component's `allOf` leads to all of some components. What is no schema component includes whatever it
    /// is merged with.
    fn includes_all(&mut self, candidate: &Pointer, roots: &IndexSet<Pointer>) -> bool {
        if component_schema(candidate).is_none() {
            return true;
        }
        let lowering = &mut *self.lowering;
        let included = self.included.entry(candidate.clone());
        let included = included.or_insert_with(|| lowering.included(candidate));
        roots.iter().all(|root| included.contains(root))
    }

    /// As what all of the schemas are that a place is merged of: in the last of them, and in the others.
    fn joined(&self, place: &Place) -> (Owner, Vec<Role>) {
        let mut by_root = IndexMap::new();
        for pointer in schemas(place) {
            by_root.insert(root(&pointer), pointer);
        }
        let last = place.pointer();
        by_root.shift_remove(&root(&last));
        let others: Vec<Pointer> = by_root.values().cloned().collect();
        let around = without_shared_end(&last, &others);
        let (owner, mut path) = match self.owners.get(&around) {
            Some(id) if component_schema(&around).is_some() => (Owner::Type(*id), Vec::new()),
            _ => self.position(&around),
        };
        let keys = by_root.keys().filter_map(Pointer::last);
        path.extend(keys.map(Role::And));
        path.extend(self.roles(&around, &last));
        (owner, path)
    }
}
