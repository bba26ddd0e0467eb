//! From pairs of items to what is different about them.

use super::change::{Gain, Kind, Verb};
use super::pairs::Pairs;
use super::text::Aliases;
use crate::emit::{Argument, Aspect, Fact, Item, ItemKind};
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
    let (before, after) = (aliases(pairs.old), aliases(pairs.new));
    let both = pairs.both().flat_map(|(old, new)| {
        let two = Two {
            pairs,
            before: &before,
            after: &after,
            old,
            new,
        };
        two.findings()
    });
    removed.chain(both).chain(added).collect()
}

/// An item in both lists.
struct Two<'a, 'i> {
    pairs: &'a Pairs<'i>,
    before: &'a Aliases,
    after: &'a Aliases,
    old: &'i Item,
    new: &'i Item,
}

impl<'i> Two<'_, 'i> {
    fn findings(&self) -> Vec<Finding<'i>> {
        let mut findings = Vec::new();
        if self.pairs.is_renamed(self.old, self.new) {
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
        let expanded = || self.pairs.now(&self.before.expand(old));
        self.pairs.now(old) == new || expanded() == self.after.expand(new)
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
        let is_for = |field: &Item, constructor: &Item, argument: &Argument| {
            field.kind == ItemKind::Field
                && field.owner == constructor.owner
                && field.identity == argument.identity
        };
        let mut fields = self.pairs.both();
        fields.find(|(one, other)| is_for(one, self.old, old) && is_for(other, self.new, new))
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
        let is_choice = matches!(old.aspect, Aspect::Security | Aspect::Gate);
        let is_enough = |value: &String| new.values.contains(value);
        let is_kept =
            new.values.is_empty() || (!old.values.is_empty() && old.values.iter().all(is_enough));
        let gain = if is_choice && !is_kept {
            Gain::Lost
        } else {
            Gain::Kept
        };
        if old.aspect == Aspect::Gate
            && (gain == Gain::Kept || self.is_gone_with_features(old, new))
        {
            return; // What brought it still does, or it is told that this is gone.
        }
        let shown = |fact: &Fact| match fact.values.is_empty() {
            true => "none".to_owned(),
            false => fact.values.join(" or "),
        };
        findings.push(self.wire(old.aspect, gain, &shown(old), &shown(new)));
    }

    /// Whether all cargo features that don't bring it any more are gone themselves.
    fn is_gone_with_features(&self, old: &Fact, new: &Fact) -> bool {
        let gone: Vec<_> = self
            .pairs
            .removed()
            .filter(|item| item.kind == ItemKind::Feature)
            .collect();
        let mut lost = old
            .values
            .iter()
            .filter(|feature| !new.values.contains(feature));
        !old.values.is_empty()
            && lost.all(|feature| gone.iter().any(|item| item.identity == *feature))
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

/// What nothing but prose says.
fn prose(docs: &Docs) -> Docs {
    Docs {
        limits: Vec::new(),
        default: None,
        deprecated: false,
        ..docs.clone()
    }
}
