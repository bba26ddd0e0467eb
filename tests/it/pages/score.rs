//! How many planted changes are told.

use std::collections::{BTreeMap, BTreeSet};

use bindery::compare_pages;
use bindery::pages::Remark;
use bindery::source::Source;
use rayon::prelude::*;

use super::planted::everywhere;

/// How many of the changes of each sort are told, of how many; and those that are not.
#[derive(Default)]
pub(super) struct Score {
    pub(super) by_sort: BTreeMap<&'static str, (usize, usize)>,
    pub(super) unseen: Vec<String>,
}

impl Score {
    /// Plants every change on one of the pages at a time, and compares all of them with the document.
    pub(super) fn add(&mut self, spec: &Source, pages: &[Source]) {
        let known = Told::of(spec, pages);
        let changes = pages.iter().enumerate().flat_map(|(index, page)| {
            let planted = everywhere(page.text()).into_iter();
            planted.map(move |planted| (index, planted))
        });
        let changes: Vec<_> = changes.collect();
        let told = changes.par_iter().map(|(index, planted)| {
            let mut changed = pages.to_vec();
            changed[*index] = Source::new(pages[*index].path(), planted.text.as_str());
            known.is_changed_to(&Told::of(spec, &changed))
        });
        let told: Vec<_> = told.collect();
        for ((index, planted), is_told) in changes.iter().zip(told) {
            let (found, all) = self.by_sort.entry(planted.sort).or_default();
            *all += 1;
            *found += usize::from(is_told);
            if !is_told {
                let line = pages[*index].text().lines().nth(planted.line - 1);
                let line = line.unwrap_or_default();
                self.unseen.push(format!("{}: {line}", planted.sort));
            }
        }
    }
}

/// What is told of pages.
struct Told {
    /// What no comment explains.
    open: BTreeSet<String>,
    explained: BTreeSet<String>,
}

impl Told {
    fn of(spec: &Source, pages: &[Source]) -> Self {
        let (findings, _) = compare_pages(spec, "case", pages);
        let remarks = findings.expect("an accepted document").remarks.into_iter();
        let (open, explained): (Vec<_>, Vec<_>) =
            remarks.partition(|remark| remark.reason.is_none());
        let messages =
            |remarks: Vec<Remark>| remarks.into_iter().map(|remark| remark.message).collect();
        Self {
            open: messages(open),
            explained: messages(explained),
        }
    }

    /// Whether more is open, or the page now says what the document says in spite of it.
    fn is_changed_to(&self, other: &Self) -> bool {
        other.open.iter().any(|remark| !self.open.contains(remark))
            || self
                .explained
                .iter()
                .any(|remark| !other.explained.contains(remark))
    }
}
