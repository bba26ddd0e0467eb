//! From pairs of items to what is different about them.

use std::collections::{BTreeMap, BTreeSet};

use super::change::{Gain, Kind, Verb};
use super::pairs::Pairs;
use super::text::Aliases;
use crate::emit::{Argument, Aspect, Fact, Item, ItemKind, WITHOUT};
use crate::ir::Docs;

/// A difference, before it has its place in the documents.
#[derive(Clone, Debug)]
pub(super) struct Finding<'i> {
    pub(super) kind: Kind,
    /// The item in the older list.
    pub(super) old: Option<&'i Item>,
    /// The item in the newer list.
    pub(super) new: Option<&'i Item>,
    /// What was and what is, where that isn't told by the items' paths.
    pub(super) texts: Option<(String, String)>,
}

/// Everything that is different.
pub(super) fn compare<'i>(pairs: &Pairs<'i>) -> Vec<Finding<'i>> {
    let removed = pairs.removed().map(|item| Finding {
        kind: Kind::Item(item.kind, Verb::Removed),
        old: Some(item),
        new: None,
        texts: None,
    });
    let added = pairs.added().map(|item| Finding {
        kind: Kind::Item(item.kind, Verb::Added),
        old: None,
        new: Some(item),
        texts: None,
    });
    let aliases = |items: &[Item]| {
        let types = items.iter().filter(|item| item.kind == ItemKind::Type);
        Aliases::of(types.map(|item| (item.path.as_str(), item.signature.as_str())))
    };
    let lists = Lists {
        pairs,
        before: aliases(pairs.old),
        after: aliases(pairs.new),
        fields: fields(pairs),
        gone_features: gone_features(pairs),
    };
    let both = pairs.both().flat_map(|(old, new)| {
        let lists = &lists;
        Two { lists, old, new }.findings()
    });
    removed.chain(both).chain(added).collect()
}

/// Fields that are in both lists, by the older one's type and name on the wire.
type Fields<'i> = BTreeMap<(&'i str, &'i str), (&'i Item, &'i Item)>;

fn fields<'i>(pairs: &Pairs<'i>) -> Fields<'i> {
    let fields = pairs.both().filter(|(old, _)| old.kind == ItemKind::Field);
    let fields = fields.map(|(old, new)| {
        let key = (old.owner.as_str(), old.identity.as_str());
        (key, (old, new))
    });
    fields.collect()
}

fn gone_features<'i>(pairs: &Pairs<'i>) -> BTreeSet<&'i str> {
    let gone = pairs
        .removed()
        .filter(|item| item.kind == ItemKind::Feature);
    gone.map(|item| item.identity.as_str()).collect()
}

/// What is to be known of both lists.
struct Lists<'a, 'i> {
    pairs: &'a Pairs<'i>,
    before: Aliases,
    after: Aliases,
    fields: Fields<'i>,
    gone_features: BTreeSet<&'i str>,
}

/// An item in both lists.
struct Two<'a, 'i> {
    lists: &'a Lists<'a, 'i>,
    old: &'i Item,
    new: &'i Item,
}

impl<'i> Two<'_, 'i> {
    fn findings(&self) -> Vec<Finding<'i>> {
        let mut findings = Vec::new();
        if self.lists.pairs.is_renamed(self.old, self.new) {
            findings.push(self.item(Verb::Renamed, None));
        }
        if self.is_changed() {
            let texts = (self.old.signature.clone(), self.new.signature.clone());
            findings.push(self.item(Verb::Changed, Some(texts)));
        } else {
            self.arguments(&mut findings);
        }
        self.identity(&mut findings);
        for fact in &self.old.facts {
            let others = self.new.facts.iter();
            if let Some(other) = others.clone().find(|other| other.aspect == fact.aspect) {
                self.fact(fact, other, &mut findings);
            }
        }
        self.docs(&mut findings);
        findings
    }

    fn item(&self, verb: Verb, texts: Option<(String, String)>) -> Finding<'i> {
        Finding {
            kind: Kind::Item(self.old.kind, verb),
            old: Some(self.old),
            new: Some(self.new),
            texts,
        }
    }

    fn wire(&self, aspect: Aspect, gain: Gain, old: &str, new: &str) -> Finding<'i> {
        Finding {
            kind: Kind::Wire(aspect, gain),
            old: Some(self.old),
            new: Some(self.new),
            texts: Some((old.to_owned(), new.to_owned())),
        }
    }

    fn is_same_type(&self, old: &str, new: &str) -> bool {
        let Lists {
            pairs,
            before,
            after,
            ..
        } = self.lists;
        pairs.now(old) == new || pairs.now(&before.expand(old)) == after.expand(new)
    }

    fn is_changed(&self) -> bool {
        let (old, new) = (&self.old.arguments, &self.new.arguments);
        if old.is_empty() && new.is_empty() {
            return !self.is_same_type(&self.old.signature, &self.new.signature);
        }
        let is_same = |(old, new)| self.is_same_argument(old, new);
        old.len() != new.len() || !old.iter().zip(new).all(is_same)
    }

    /// Whether the same is asked for at the same place. The name of an argument is nothing that callers write.
    fn is_same_argument(&self, old: &Argument, new: &Argument) -> bool {
        let is_among = |all: &[Argument], one: &Argument| {
            all.iter().any(|argument| argument.identity == one.identity)
        };
        let has_stayed = old.identity == new.identity
            || (old.name == new.name
                && !is_among(&self.new.arguments, old)
                && !is_among(&self.old.arguments, new));
        let field = self.field(old, new);
        let is_told =
            field.is_some_and(|(old, new)| !self.is_same_type(&old.signature, &new.signature));
        (has_stayed || field.is_some()) && (is_told || self.is_same_type(&old.ty, &new.ty))
    }

    /// The field that both arguments are for.
    fn field(&self, old: &Argument, new: &Argument) -> Option<(&'i Item, &'i Item)> {
        let key = (self.old.owner.as_str(), old.identity.as_str());
        let (before, after) = self.lists.fields.get(&key)?;
        let is_same = after.owner == self.new.owner && after.identity == new.identity;
        is_same.then_some((before, after))
    }

    /// Where arguments go on the wire.
    fn arguments(&self, findings: &mut Vec<Finding<'i>>) {
        if self.old.kind != ItemKind::Operation {
            return;
        }
        for (old, new) in self.old.arguments.iter().zip(&self.new.arguments) {
            if old.identity != new.identity {
                let finding = self.wire(Aspect::WireName, Gain::Kept, &old.identity, &new.identity);
                findings.push(finding);
            }
            if old.wire != new.wire {
                let aspect = if new.identity == "body" {
                    Aspect::MediaType
                } else {
                    Aspect::Encoding
                };
                findings.push(self.wire(aspect, Gain::Kept, &old.wire, &new.wire));
            }
        }
    }

    /// What the document calls it, where that goes over the wire.
    fn identity(&self, findings: &mut Vec<Finding<'i>>) {
        let aspect = match self.old.kind {
            ItemKind::Field | ItemKind::Value | ItemKind::Parameter | ItemKind::Header => {
                Aspect::WireName
            }
            ItemKind::Operation => Aspect::RequestLine,
            ItemKind::Server => Aspect::BaseUrl,
            ItemKind::Case => Aspect::Statuses,
            _ => return,
        };
        if self.old.identity != self.new.identity {
            findings.push(self.wire(aspect, Gain::Kept, &self.old.identity, &self.new.identity));
        }
    }

    fn fact(&self, old: &Fact, new: &Fact, findings: &mut Vec<Finding<'i>>) {
        if old.values == new.values {
            return;
        }
        let gain = match old.aspect {
            Aspect::Security | Aspect::Gate if !is_kept(old, new) => Gain::Lost,
            _ => Gain::Kept,
        };
        let is_told = match old.aspect {
            // What brought it still does, or it is told that this is gone.
            Aspect::Gate => gain == Gain::Kept || self.is_gone_with_features(old, new),
            // The template is another one because the path is.
            Aspect::PathTemplate => self.old.identity != self.new.identity,
            _ => false,
        };
        if is_told {
            return;
        }
        let shown = |fact: &Fact| match fact.values.is_empty() {
            true => "none".to_owned(),
            false => fact.values.join(" or "),
        };
        findings.push(self.wire(old.aspect, gain, &shown(old), &shown(new)));
    }

    /// Whether all cargo features that don't bring it any more are gone themselves.
    fn is_gone_with_features(&self, old: &Fact, new: &Fact) -> bool {
        let mut lost = old
            .values
            .iter()
            .filter(|feature| !new.values.contains(feature));
        !old.values.is_empty()
            && lost.all(|feature| self.lists.gone_features.contains(feature.as_str()))
    }

    fn docs(&self, findings: &mut Vec<Finding<'i>>) {
        let (old, new) = (&self.old.docs, &self.new.docs);
        match (old.deprecated, new.deprecated) {
            (false, true) => findings.push(self.item(Verb::Deprecated, None)),
            (true, false) => findings.push(self.item(Verb::Restored, None)),
            _ => {}
        }
        let is_limited = |docs: &Docs| (docs.limits.clone(), docs.default.clone());
        let kinds = [
            (Kind::Limits, is_limited(old) != is_limited(new)),
            (Kind::Docs, prose(old) != prose(new)),
        ];
        let kinds = kinds.into_iter().filter(|(_, is_different)| *is_different);
        findings.extend(kinds.map(|(kind, _)| Finding {
            kind,
            old: Some(self.old),
            new: Some(self.new),
            texts: None,
        }));
    }
}

/// Whether each alternative that was enough still is.
fn is_kept(old: &Fact, new: &Fact) -> bool {
    let is_enough = |value: &String| new.values.contains(value);
    new.values.is_empty()
        || new.values.iter().any(|value| value == WITHOUT)
        || (!old.values.is_empty() && old.values.iter().all(is_enough))
}

/// What nothing but prose says.
fn prose(docs: &Docs) -> Docs {
    Docs {
        limits: Vec::new(),
        default: None,
        deprecated: false,
        ..docs.clone()
    }
}
