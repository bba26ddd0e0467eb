//! JSON samples: what each is taken for, and what it has that the document lacks.

use super::super::comments::ticked;
use super::super::message::{self, Message};
use super::super::page::{Context, Origin, Page, Sample as Shown, Section};
use super::super::remark::{Place, Sample, TakenFor, Verdict};
use super::fields::{listed, words};
use super::listings::Listing;
use super::walk::{Misfit, Unknown, Untagged, Walk};
use super::{Comparison, Subject};
use crate::diagnostic::{Positions, Target};
use crate::document::Pointer;
use crate::ir::api::TypeKind;
use crate::ir::{Type, TypeId};

/// What a sample could be.
struct Candidate<'a> {
    role: String,
    value: Type,
    walk: Walk<'a>,
}

impl<'a> Comparison<'a> {
    pub(super) fn compare_samples(&mut self, page: &'a Page) {
        for shown in &page.samples {
            let place = Place::line(&page.path, shown.line);
            let taken = self.take(shown);
            if taken.is_none() {
                let message = "the sample fits no body and no type of the document".to_owned();
                let subject = Subject::of(None, None, Vec::new());
                self.remark(Verdict::Undecidable, place.clone(), subject, message);
            }
            let taken_for = taken.map(|(candidate, by)| {
                self.report_differences(page, shown, &candidate);
                self.mentioned.extend(candidate.walk.shown.iter().cloned());
                self.listings.push(Listing {
                    role: candidate.role.clone(),
                    place: place.clone(),
                    shown: candidate.walk.shown.into_iter().collect(),
                });
                TakenFor {
                    name: self.name(&candidate.value),
                    value: candidate.value,
                    role: candidate.role,
                    by,
                }
            });
            self.samples.push(Sample {
                place,
                text: shown.source.text().to_owned(),
                taken_for,
            });
        }
    }

    /// What a sample is, by where it stands, or else by what fits best.
    fn take(&self, shown: &Shown) -> Option<(Candidate<'a>, &'static str)> {
        let (context, by) = match &shown.origin {
            Origin::Sent(line) => (
                Context {
                    operation: Some(line.clone()),
                    section: Section::Request,
                },
                "the call that sends it",
            ),
            Origin::After(line) => (
                Context {
                    operation: Some(line.clone()),
                    section: Section::Response(None),
                },
                "the call before it",
            ),
            Origin::Part(context) => (context.clone(), "the heading above it"),
        };
        let best = |messages| self.best(shown, messages);
        if context.section != Section::Unknown
            && let Some(candidate) = best(self.scope(&context).messages)
        {
            return Some((candidate, by));
        }
        let all = message::incoming(self.spec.api);
        let all = self
            .operations
            .iter()
            .flat_map(|operation| message::of_operation(operation))
            .chain(all);
        let fitting = |candidate: &Candidate<'a>| candidate.walk.fits();
        let candidate = best(all.collect())
            .filter(fitting)
            .or_else(|| self.part(shown).filter(fitting));
        candidate.map(|candidate| (candidate, "what fits best"))
    }

    /// The type that fits best, whatever it is used for: pages also show parts of bodies.
    fn part(&self, shown: &Shown) -> Option<Candidate<'a>> {
        let types = self.spec.api.types.iter().enumerate();
        let structs = types.filter(|(_, item)| matches!(item.kind, TypeKind::Struct(_)));
        let candidates = structs.filter_map(|(index, item)| {
            let value = Type::Named(TypeId(u32::try_from(index).ok()?));
            let walk = Walk::of_item(self.spec, &shown.value, item);
            Some(Candidate {
                role: "a part of a body".to_owned(),
                value,
                walk,
            })
        });
        candidates.min_by_key(|candidate| candidate.walk.score())
    }

    fn best(&self, shown: &Shown, messages: Vec<Message<'a>>) -> Option<Candidate<'a>> {
        let candidates = messages.into_iter().map(|message| {
            let walk = Walk::of_value(self.spec, &shown.value, message.value);
            Candidate {
                role: message.role(),
                value: message.value.clone(),
                walk,
            }
        });
        candidates.min_by_key(|candidate| candidate.walk.score())
    }

    /// What a sample has and the type lacks, and what has another kind.
    fn report_differences(&mut self, page: &Page, shown: &Shown, candidate: &Candidate<'a>) {
        let Walk {
            unknown,
            misfits,
            untagged,
            ..
        } = &candidate.walk;
        if unknown.is_empty() && misfits.is_empty() && untagged.is_empty() {
            return;
        }
        let positions = Positions::of(&shown.source);
        let line = |place: &Pointer, target: Target| {
            let line = shown.line + positions.locate(place, target).start.line - 1;
            Place::line(&page.path, line)
        };
        for unknown in unknown {
            let target = if unknown.is_property {
                Target::Key
            } else {
                Target::Value
            };
            self.report_unknown(line(&unknown.place, target), unknown, &candidate.role);
        }
        for untagged in untagged {
            let page = line(&untagged.place, Target::Value);
            self.report_untagged(page, untagged, &candidate.role);
        }
        for misfit in misfits {
            self.report_misfit(line(&misfit.place, Target::Value), misfit, &candidate.role);
        }
    }

    fn report_untagged(&mut self, page: Place, untagged: &Untagged<'a>, role: &str) {
        let Untagged { place, owner, tag } = untagged;
        let message = format!(
            "`{}` in a sample of {role} has no `{tag}`, which tells what `{}` is",
            dotted(place),
            owner.name
        );
        let mut subject = Subject::of(Some(&owner.origin.0), None, vec![ticked(tag)]);
        subject.claim.says.push(vec!["without".to_owned()]);
        self.remark(Verdict::Different, page, subject, message);
    }

    fn report_unknown(&mut self, page: Place, unknown: &Unknown<'a>, role: &str) {
        let Unknown {
            place, owner, name, ..
        } = unknown;
        let (node, at, field) = (Some(&owner.origin.0), dotted(place), place.last());
        let (subject, what) = match unknown.is_property {
            true => (Subject::left_out(node, name), format!("`{at}` is")),
            false => (
                Subject::of(node, field.as_deref(), vec![ticked(name)]),
                format!("`{name}` is the value of `{at}`"),
            ),
        };
        let message = format!(
            "{what} in a sample of {role}, `{}` doesn't have it",
            owner.name
        );
        self.remark(Verdict::Missing, page, subject, message);
    }

    fn report_misfit(&mut self, page: Place, misfit: &Misfit, role: &str) {
        let at = dotted(&misfit.place);
        let message = format!(
            "`{at}` is {} in a sample of {role}, which the document doesn't allow",
            listed(&[misfit.kind])
        );
        let says = words(misfit.kind).iter().map(|word| (*word).to_owned());
        let name = misfit.place.last();
        let subject = Subject::of(misfit.property.as_ref(), name.as_deref(), says.collect());
        self.remark(Verdict::Different, page, subject, message);
    }

    /// A type as Rust writes it.
    fn name(&self, value: &Type) -> String {
        match value {
            Type::Named(id) => self
                .spec
                .item(*id)
                .map_or_else(String::new, |item| item.name.to_string()),
            Type::Array(item) => format!("Vec<{}>", self.name(item)),
            Type::Map(value) => format!("BTreeMap<String, {}>", self.name(value)),
            Type::Nullable(value) => format!("Option<{}>", self.name(value)),
            Type::Expandable(object) => format!("Expandable<{}>", self.name(object)),
            Type::Json => "Value".to_owned(),
            other => format!("{other:?}"),
        }
    }
}

/// A place in a sample as people write it: `customer.email`.
fn dotted(place: &Pointer) -> String {
    place.tokens().collect::<Vec<_>>().join(".")
}
