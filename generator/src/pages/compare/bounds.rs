//! Bounds that pages state.

use super::super::page::{Bound, Bounded, Field, Page, Side};
use super::super::remark::{Place, Verdict};
use super::super::spec::Limit;
use super::{Comparison, Subject};
use crate::document::Pointer;

impl<'a> Comparison<'a> {
    pub(super) fn compare_bounds(&mut self, page: &'a Page) {
        for bounded in &page.bounds {
            match page.field(bounded.field) {
                Some(field) => self.compare_bound(page, bounded, field),
                None => self.compare_lone_bound(page, bounded),
            }
        }
    }

    fn compare_bound(&mut self, page: &'a Page, bounded: &Bounded, field: &Field) {
        let (found, _) = self.find(&self.scope(&field.context), &field.names);
        // A field that the document lacks has been reported.
        let Some(member) = found.first() else { return };
        let limits: Vec<Limit> = found
            .iter()
            .flat_map(|member| self.spec.limits(&member.pointer))
            .collect();
        let bound = &bounded.bound;
        if self.mention(&limits, bound) {
            return;
        }
        let other = limits
            .iter()
            .find(|limit| limit.side == bound.side && is_of(limit, bound));
        self.mentioned
            .extend(other.map(|other| other.pointer.clone()));
        let name = field.names.join(".");
        let (verdict, message) = match other {
            Some(other) => (
                Verdict::Different,
                format!(
                    "the page says that `{name}` is {}, the document says {}",
                    phrase(bound),
                    other.number
                ),
            ),
            None if bound.formal => (
                Verdict::Missing,
                format!(
                    "the page says that `{name}` is {}, the document doesn't",
                    phrase(bound)
                ),
            ),
            None => (
                Verdict::Undecidable,
                format!(
                    "near `{name}`, the page tells of something {}, the document has no such bound",
                    phrase(bound)
                ),
            ),
        };
        let subject = Subject {
            place: other.map(|other| &other.pointer),
            ..Subject::of(
                Some(&member.pointer),
                Some(member.wire),
                vec![phrase(bound)],
            )
        };
        let place = Place::line(&page.path, bounded.line);
        self.remark(verdict, place, subject, message);
    }

    /// A bound of which the page doesn't say what it bounds.
    fn compare_lone_bound(&mut self, page: &'a Page, bounded: &Bounded) {
        let limits = self.all_limits();
        if self.mention(&limits, &bounded.bound) {
            return;
        }
        let message = format!(
            "what is {} is not said, and the document has no such bound",
            phrase(&bounded.bound)
        );
        let subject = Subject::of(None, None, vec![phrase(&bounded.bound)]);
        let place = Place::line(&page.path, bounded.line);
        self.remark(Verdict::Undecidable, place, subject, message);
    }

    /// A line that is nothing but a number, perhaps a bound.
    pub(super) fn compare_number(&mut self, page: &'a Page, line: usize, number: f64) {
        let limits = self.all_limits();
        let same: Vec<_> = limits
            .into_iter()
            .filter(|limit| limit.number == number)
            .map(|limit| limit.pointer)
            .collect();
        if same.is_empty() {
            let message = format!(
                "what the number {number} is about is not said, and the document has no such bound"
            );
            let subject = Subject::of(None, None, vec![number.to_string()]);
            let place = Place::line(&page.path, line);
            self.remark(Verdict::Undecidable, place, subject, message);
        }
        self.mentioned.extend(same);
    }

    /// Every bound of what the pages are about.
    fn all_limits(&self) -> Vec<Limit> {
        self.members()
            .iter()
            .flat_map(|pointer: &Pointer| self.spec.limits(pointer))
            .collect()
    }

    /// Notes the bounds that are the same as the page's. Whether there is one.
    fn mention(&mut self, limits: &[Limit], bound: &Bound) -> bool {
        let same: Vec<_> = limits
            .iter()
            .filter(|limit| is_same(limit, bound))
            .map(|limit| limit.pointer.clone())
            .collect();
        let found = !same.is_empty();
        self.mentioned.extend(same);
        found
    }
}

fn is_of(limit: &Limit, bound: &Bound) -> bool {
    bound.measure.is_none_or(|measure| measure == limit.measure)
}

/// Whether two bounds allow the same: more than 0 is at least 1 among whole numbers.
fn is_same(limit: &Limit, bound: &Bound) -> bool {
    let least = |inclusive: bool, number: f64| match bound.side {
        _ if inclusive || !limit.whole => (number, inclusive),
        Side::Least => (number + 1.0, true),
        Side::Most => (number - 1.0, true),
    };
    limit.side == bound.side
        && is_of(limit, bound)
        && least(limit.inclusive, limit.number) == least(bound.inclusive, bound.number)
}

fn phrase(bound: &Bound) -> String {
    let words = match (bound.side, bound.inclusive) {
        (Side::Least, true) => "at least",
        (Side::Least, false) => "more than",
        (Side::Most, true) => "at most",
        (Side::Most, false) => "less than",
    };
    format!("{words} {}", bound.number)
}
