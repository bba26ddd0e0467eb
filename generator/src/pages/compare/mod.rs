//! Holds the facts of pages against those of a document.

mod bounds;
mod fields;
mod listings;
mod lookup;
mod operations;
mod samples;
mod unmentioned;
mod values;
mod walk;

use std::collections::BTreeSet;

use self::listings::Listing;
use super::comments::{Claim, ticked};
use super::page::Page;
use super::remark::{Findings, Place, Remark, Sample, Verdict};
use super::spec::Spec;
use crate::document::Pointer;
use crate::ir::api::Operation;

/// A comparison on its way.
pub(super) struct Comparison<'a> {
    spec: &'a Spec<'a>,
    pages: &'a [Page],
    /// The operations that the pages are about: those that they name, or all, if they name none.
    operations: Vec<&'a Operation>,
    /// Every text of the document.
    texts: BTreeSet<&'a str>,
    /// What the pages mention: properties, parameters, values, bounds, operations.
    mentioned: BTreeSet<Pointer>,
    remarks: Vec<Remark>,
    samples: Vec<Sample>,
    /// Places of the pages that list fields.
    listings: Vec<Listing>,
}

impl<'a> Comparison<'a> {
    pub(super) fn new(spec: &'a Spec<'a>, pages: &'a [Page]) -> Self {
        Self {
            spec,
            pages,
            operations: operations::meant(spec, pages),
            texts: spec.texts(),
            mentioned: BTreeSet::new(),
            remarks: Vec::new(),
            samples: Vec::new(),
            listings: Vec::new(),
        }
    }

    pub(super) fn run(mut self) -> Findings {
        for page in self.pages {
            self.compare_operations(page);
            self.compare_fields(page);
            self.list_fields(page);
            self.compare_samples(page);
            self.compare_values(page);
            self.compare_bounds(page);
            let unreadable = page.unreadable.iter().map(|unreadable| Remark {
                verdict: Verdict::Undecidable,
                page: Some(Place::line(&page.path, unreadable.line)),
                spec: None,
                message: format!("looks like JSON, but can't be read: {}", unreadable.reason),
                reason: None,
            });
            self.remarks.extend(unreadable);
            let first = self.remarks.len()
                - self
                    .remarks
                    .iter()
                    .rev()
                    .take_while(|remark| is_on(remark, page))
                    .count();
            if let Some(own) = self.remarks.get_mut(first..) {
                own.sort_by_key(|remark| remark.page.as_ref().map(|place| place.line));
            }
        }
        self.compare_listings();
        self.find_unmentioned();
        self.remarks = without_repetitions(self.remarks);
        Findings {
            remarks: self.remarks,
            samples: self.samples,
        }
    }

    /// A remark about something of a page.
    fn remark(&mut self, verdict: Verdict, page: Place, subject: Subject<'_>, message: String) {
        let line = |pointer: &Pointer| self.spec.place(pointer).line;
        let reason = self
            .spec
            .comments
            .of_difference(subject.node.map(line), &subject.claim);
        self.remarks.push(Remark {
            verdict,
            page: Some(page),
            spec: subject
                .place
                .or(subject.node)
                .map(|pointer| self.spec.place(pointer)),
            message,
            reason,
        });
    }

    /// A remark about something of the document that no page mentions.
    fn addition(&mut self, pointer: &Pointer, message: String) {
        let spec = self.spec.place(pointer);
        let reason = self.spec.comments.of_addition(spec.line);
        self.remarks.push(Remark {
            verdict: Verdict::Unmentioned,
            page: None,
            spec: Some(spec),
            message,
            reason,
        });
    }
}

/// What a remark is about.
struct Subject<'s> {
    /// The node that it is about, or would be a part of.
    node: Option<&'s Pointer>,
    /// Where exactly, if that is elsewhere.
    place: Option<&'s Pointer>,
    /// What a comment has to say to explain it.
    claim: Claim<'s>,
}

impl<'s> Subject<'s> {
    /// Something that the page says of a node: `says` is what, in all words that people have for it.
    fn of(node: Option<&'s Pointer>, about: Option<&'s str>, says: Vec<String>) -> Self {
        Self {
            node,
            place: None,
            claim: Claim {
                about,
                says: vec![says],
            },
        }
    }

    /// Something that only the page has: a comment has to say that it is left out.
    fn left_out(node: Option<&'s Pointer>, name: &str) -> Self {
        let mut subject = Self::of(node, None, vec![ticked(name)]);
        subject.claim.says.push(vec!["left out".to_owned()]);
        subject
    }
}

fn is_on(remark: &Remark, page: &Page) -> bool {
    remark
        .page
        .as_ref()
        .is_some_and(|place| place.path == page.path)
}

/// Pages say the same thing several times.
fn without_repetitions(remarks: Vec<Remark>) -> Vec<Remark> {
    let mut kept: Vec<Remark> = Vec::new();
    let mut seen = BTreeSet::new();
    for remark in remarks {
        let spec = remark.spec.as_ref().map(|place| (place.line, place.column));
        let path = remark.page.as_ref().map(|place| place.path.clone());
        if seen.insert((remark.verdict, path, spec, remark.message.clone())) {
            kept.push(remark);
        }
    }
    kept
}
