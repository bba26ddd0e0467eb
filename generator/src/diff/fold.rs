//! Leaves out what is told by another change: the setters of a field that is gone, the parameters of a new call.

use std::collections::BTreeSet;

use super::change::{Kind, Verb};
use super::compare::Finding;
use super::pairs::Pairs;
use crate::emit::{Item, ItemKind};

/// The findings that tell something of their own.
pub(super) fn fold<'i>(findings: Vec<Finding<'i>>, pairs: &Pairs<'i>) -> Vec<Finding<'i>> {
    let told = Told::of(&findings, pairs);
    findings
        .into_iter()
        .filter(|finding| !told.tells(finding, pairs))
        .collect()
}

/// What has happened to the items at paths, in the names of the newer list.
struct Told(BTreeSet<(String, Verb)>);

impl Told {
    fn of(findings: &[Finding<'_>], pairs: &Pairs<'_>) -> Self {
        let told = findings.iter().filter_map(|finding| {
            let Kind::Item(_, verb) = finding.kind else {
                return None;
            };
            Some((path(finding, pairs, |item| &item.path)?, verb))
        });
        Self(told.collect())
    }

    fn tells(&self, finding: &Finding<'_>, pairs: &Pairs<'_>) -> bool {
        let Some(item) = finding.new.or(finding.old) else {
            return false;
        };
        let owner = path(finding, pairs, |item| &item.owner).unwrap_or_default();
        let lead = path(finding, pairs, |item| {
            item.follows.as_ref().unwrap_or(&item.owner)
        });
        let lead = lead.unwrap_or_default();
        let is = |path: &str, verb| self.0.contains(&(path.to_owned(), verb));
        match finding.kind {
            Kind::Item(ItemKind::Setter, _) => {
                let verbs = [Verb::Added, Verb::Removed, Verb::Renamed, Verb::Changed];
                verbs.into_iter().any(|verb| is(&lead, verb))
                    || self.follows_constructor(finding.kind, &owner)
                    || self.is_of_another_owner(finding.kind, &owner)
            }
            Kind::Item(ItemKind::Implementation, _) if item.follows.is_some() => {
                let verbs = [Verb::Added, Verb::Removed, Verb::Changed];
                verbs.into_iter().any(|verb| is(&lead, verb))
                    || self.is_of_another_owner(finding.kind, &owner)
            }
            Kind::Item(ItemKind::Implementation, _) => {
                (item.identity == "Default" && self.follows_constructor(finding.kind, &owner))
                    || self.is_of_another_owner(finding.kind, &owner)
            }
            Kind::Item(_, verb @ (Verb::Added | Verb::Removed | Verb::Renamed)) => {
                (item.follows.is_some() && is(&lead, verb))
                    || self.is_of_another_owner(finding.kind, &owner)
            }
            _ => false,
        }
    }

    /// Whether `new` of the struct came or went in the same way, or takes other arguments.
    fn follows_constructor(&self, kind: Kind, owner: &str) -> bool {
        let Kind::Item(_, verb) = kind else {
            return false;
        };
        let constructor = format!("{owner}::new()");
        let is = |verb| self.0.contains(&(constructor.clone(), verb));
        is(verb) || is(Verb::Changed)
    }

    /// Whether the owner came or went itself, or is something else now.
    fn is_of_another_owner(&self, kind: Kind, owner: &str) -> bool {
        let Kind::Item(_, verb @ (Verb::Added | Verb::Removed)) = kind else {
            return false;
        };
        let is = |verb| self.0.contains(&(owner.to_owned(), verb));
        is(verb) || (owner.starts_with("types::") && is(Verb::Changed))
    }
}

/// A path of the finding's item, in the names of the newer list.
fn path<'i>(
    finding: &Finding<'i>,
    pairs: &Pairs<'_>,
    of: impl Fn(&'i Item) -> &'i String,
) -> Option<String> {
    match (finding.old, finding.new) {
        (_, Some(new)) => Some(of(new).clone()),
        (Some(old), None) => Some(pairs.now(of(old))),
        (None, None) => None,
    }
}
