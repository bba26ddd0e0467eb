//! JSON samples: what each is taken for, and what it has that the document lacks.

use super::super::message::{self, Message};
use super::super::page::{Context, Origin, Page, Sample as Shown, Section};
use super::super::remark::{Place, Sample, TakenFor, Verdict};
use super::walk::{Unknown, Walk};
use super::{Comparison, Subject};
use crate::diagnostic::{Positions, Target};
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
                let subject = Subject {
                    pointer: None,
                    words: &[],
                };
                self.remark(Verdict::Undecidable, place.clone(), &subject, message);
            }
            let taken_for = taken.map(|(candidate, by)| {
                self.report_unknown(page, shown, &candidate);
                self.mentioned.extend(candidate.walk.shown);
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

    fn report_unknown(&mut self, page: &Page, shown: &Shown, candidate: &Candidate<'a>) {
        if candidate.walk.unknown.is_empty() {
            return;
        }
        let positions = Positions::of(&shown.source);
        for Unknown {
            place,
            owner,
            is_property,
            name,
        } in &candidate.walk.unknown
        {
            let target = if *is_property {
                Target::Key
            } else {
                Target::Value
            };
            let line = shown.line + positions.locate(place, target).start.line - 1;
            let at = place.tokens().collect::<Vec<_>>().join(".");
            let what = match is_property {
                true => format!(
                    "`{at}` is in a sample of {}, `{}` doesn't have it",
                    candidate.role, owner.name
                ),
                false => format!(
                    "`{name}` is the value of `{at}` in a sample of {}, `{}` doesn't have it",
                    candidate.role, owner.name
                ),
            };
            let subject = Subject {
                pointer: Some(&owner.origin.0),
                words: &[name],
            };
            self.remark(
                Verdict::Missing,
                Place::line(&page.path, line),
                &subject,
                what,
            );
        }
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
