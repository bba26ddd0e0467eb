//! Places of the pages that list the fields of the same thing: what one of them has and another lacks. Which of them is
//! right, or whether both are, can't be told.

use std::collections::BTreeSet;

use super::super::comments::ticked;
use super::super::page::{Field, Page, Section};
use super::super::remark::{Place, Verdict};
use super::{Comparison, Subject};
use crate::document::Pointer;

/// The fields of a body as a place of a page has them.
pub(super) struct Listing {
    /// Whose they are.
    pub(super) role: String,
    /// Where they begin.
    pub(super) place: Place,
    /// The properties of the document that they are.
    pub(super) shown: BTreeSet<Pointer>,
}

impl<'a> Comparison<'a> {
    /// Notes the fields that a page lists, apart from its samples.
    pub(super) fn list_fields(&mut self, page: &'a Page) {
        let parts = page
            .fields
            .chunk_by(|one, other| one.context == other.context);
        let listings: Vec<_> = parts
            .filter_map(|fields| self.listing(page, fields))
            .collect();
        self.listings.extend(listings);
    }

    fn listing(&self, page: &Page, fields: &[Field]) -> Option<Listing> {
        let first = fields.first()?;
        if first.context.section == Section::Unknown {
            return None;
        }
        let scope = self.scope(&first.context);
        let message = scope.messages.first()?;
        let found = fields
            .iter()
            .flat_map(|field| self.find(&scope, &field.names).0);
        Some(Listing {
            role: message.role(),
            place: Place::line(&page.path, first.line),
            shown: found.map(|member| member.pointer).collect(),
        })
    }

    /// Reports what one place has and another lacks that has others of its like.
    pub(super) fn compare_listings(&mut self) {
        let listings = std::mem::take(&mut self.listings);
        for lacking in &listings {
            let mut told = BTreeSet::new();
            for having in listings.iter().filter(|other| other.role == lacking.role) {
                let only = having.shown.difference(&lacking.shown);
                for pointer in only.filter(|pointer| lists_like(lacking, pointer)) {
                    if told.insert(pointer) {
                        self.report_lack(having, lacking, pointer);
                    }
                }
            }
        }
    }

    fn report_lack(&mut self, having: &Listing, lacking: &Listing, pointer: &Pointer) {
        let name = ticked(&pointer.last().unwrap_or_default());
        let message = format!(
            "{name} is among the fields of {} at {}:{}, not here",
            lacking.role, having.place.path, having.place.line
        );
        let mut subject = Subject::of(Some(pointer), None, vec![name]);
        subject.claim.says.push(vec!["only".to_owned()]);
        self.remark(
            Verdict::Undecidable,
            lacking.place.clone(),
            subject,
            message,
        );
    }
}

/// Whether a place lists other properties of the same object.
fn lists_like(listing: &Listing, pointer: &Pointer) -> bool {
    let Some(parent) = pointer.parent() else {
        return false;
    };
    let mut shown = listing.shown.iter();
    parent.last().as_deref() == Some("properties")
        && shown.any(|other| other.parent().as_ref() == Some(&parent))
}
