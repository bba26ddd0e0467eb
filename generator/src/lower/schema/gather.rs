//! The schemas that a place consists of: `allOf` and references followed, in the order in which they refine each other.

use std::rc::Rc;

use indexmap::IndexSet;

use super::substance::{Substance, substance};
use crate::diagnostic::Code;
use crate::document::{Pointer, SchemaNode};
use crate::lower::context::{Lowering, Node};
use crate::lower::place::{Part, Place};

/// How many schemas one type may be merged from.
const MEMBERS: usize = 200;

/// How many schemas may be looked at because others include or combine them, over the whole document: many times what
/// any published document needs.
const VISITS: usize = 20_000;

/// A schema that takes part in a place, with its own keywords only.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    /// The schema.
    pub(crate) schema: Rc<SchemaNode>,
    /// Not reached through a reference.
    pub(crate) inline: bool,
    /// Its `oneOf`, `anyOf` and `discriminator` hold as well.
    pub(crate) whole: bool,
}

/// What a place consists of.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    /// The schemas that are written out, those that others refine first.
    pub(super) members: Vec<Member>,
    /// Targets of references, if they were not followed.
    pub(super) references: IndexSet<Pointer>,
    /// Places of which one holds.
    pub(super) choices: Vec<Vec<Place>>,
    /// Every schema that was passed.
    pub(super) visited: IndexSet<Pointer>,
    /// Some schema or reference can't be read.
    pub(super) unreadable: bool,
}

enum Step {
    Visit { part: Part, inline: bool },
    Take(Member),
}

impl Lowering<'_> {
    /// Gathers the schemas of a place; references are followed only if `follow` says so.
    pub(super) fn gather(&mut self, place: &Place, follow: bool) -> Gathered {
        let mut gathered = Gathered::default();
        let parts = place.parts().iter().rev().cloned();
        let mut steps: Vec<_> = parts
            .map(|part| Step::Visit { part, inline: true })
            .collect();
        while let Some(step) = steps.pop() {
            match step {
                Step::Take(member) => gathered.members.push(member),
                Step::Visit { part, inline } => {
                    self.visit(&mut gathered, &mut steps, part, inline, follow);
                }
            }
            if gathered.visited.len() > MEMBERS {
                let message =
                    format!("an `allOf` with more than {MEMBERS} members is kept as JSON");
                return self.ungathered(place, message);
            }
            if gathered.visited.len() > 1 && self.visits > VISITS {
                let message = "schemas combine in too many ways; this one is kept as JSON";
                return self.ungathered(place, message);
            }
        }
        gathered
    }

    /// Nothing of a place, for want of time to find out what it consists of.
    fn ungathered(&mut self, place: &Place, message: impl Into<String>) -> Gathered {
        self.report(Code::AllOfSize, &place.pointer(), message);
        Gathered {
            unreadable: true,
            ..Gathered::default()
        }
    }

    fn visit(
        &mut self,
        gathered: &mut Gathered,
        steps: &mut Vec<Step>,
        part: Part,
        inline: bool,
        follow: bool,
    ) {
        let pointer = part.pointer();
        if let Part::Any(places) = &part {
            gathered.choices.push(places.clone());
            return;
        }
        if !gathered.visited.insert(pointer.clone()) {
            return;
        }
        self.visits += usize::from(gathered.visited.len() > 1);
        let Some(node) = self.schema(&pointer) else {
            gathered.unreadable = true;
            return;
        };
        match (&*node, part) {
            (Node::Schema(schema), Part::Own(_)) => {
                gathered.members.push(member(schema, inline, false));
            }
            (Node::Schema(schema), _) => {
                steps.push(Step::Take(member(schema, inline, true)));
                let parts = schema.all_of().into_iter().rev().map(Part::Whole);
                steps.extend(parts.map(|part| Step::Visit { part, inline }));
            }
            (Node::Reference(reference), _) => match self.schema_target(reference) {
                None => gathered.unreadable = true,
                Some(target) if follow => {
                    let part = Part::Whole(target);
                    steps.push(Step::Visit {
                        part,
                        inline: false,
                    });
                }
                Some(target) => drop(gathered.references.insert(target)),
            },
        }
    }

    /// The schemas that a schema includes by its `allOf`, itself among them.
    pub(crate) fn included(&mut self, pointer: &Pointer) -> IndexSet<Pointer> {
        self.gather(&Place::of(pointer.clone()), true).visited
    }

    /// Targets of the references among the members of a schema's `allOf`.
    pub(super) fn direct_references(&mut self, pointer: &Pointer) -> IndexSet<Pointer> {
        self.gather(&Place::of(pointer.clone()), false).references
    }
}

impl Gathered {
    /// Whether null is allowed: the schema that the place is says so, or a member that says nothing else, or all do.
    pub(super) fn nullable(&self, place: &Place) -> bool {
        let root = place.pointer();
        let inline = || {
            self.members
                .iter()
                .filter(|member| member.inline && member.whole)
        };
        let declared = |member: &Member| member.schema.data.nullable;
        let decoration = |member: &Member| substance(&member.schema) == Substance::Nothing;
        let below = |member: &&Member| member.schema.pointer.starts_with(&root);
        inline().any(|member| member.schema.pointer == root && declared(member))
            || inline()
                .filter(below)
                .any(|member| decoration(member) && declared(member))
            || (self.references.is_empty()
                && inline().filter(below).any(declared)
                && inline()
                    .filter(below)
                    .all(|member| declared(member) || decoration(member)))
    }
}

fn member(schema: &Rc<SchemaNode>, inline: bool, whole: bool) -> Member {
    Member {
        schema: schema.clone(),
        inline,
        whole,
    }
}
