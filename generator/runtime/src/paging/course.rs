//! From a page to the position of the next one: a pure function of the page.

use bytes::Bytes;
use http::Response;
use serde_json::value::RawValue;

use super::locate::{boolean, items, locate, number, text};
use super::{NextPage, PageEnd, Path, link};

/// What a [`Paging`](super::Paging) says, without the types of page and item.
#[derive(Clone, Copy)]
pub(super) struct Course {
    pub(super) next: NextPage,
    pub(super) ends: &'static [PageEnd],
    pub(super) list: Path,
}

impl Course {
    /// Where the page after `answer` is, if there is one. `current` is what the page itself was asked for
    /// by: the value of the parameter, if it was sent.
    ///
    /// # Errors
    ///
    /// There is one, but the page does not say where: a sentence for people.
    pub(super) fn after(
        &self,
        current: Option<&str>,
        answer: &Response<Bytes>,
    ) -> Result<Option<String>, String> {
        let body = answer.body();
        let current = current.and_then(|text| text.parse().ok());
        Ok(match self.next {
            NextPage::Number { first, .. } => self.next_number(first, current, body),
            NextPage::Offset { .. } => self.next_offset(current.unwrap_or(0), body),
            NextPage::LastItem { at, .. } => return self.last_item(at, body),
            _ if self.more(body) == Some(false) => None,
            NextPage::Cursor { at, .. } | NextPage::Url { at } => locate(body, at).and_then(text),
            NextPage::LinkHeader => link::next(answer.headers()),
        })
    }

    /// A page without items is the last one unless it is told how many there are.
    fn next_number(&self, first: i64, current: Option<i64>, body: &[u8]) -> Option<String> {
        let current = current.unwrap_or(first);
        let last = self.ends.iter().find_map(|end| match end {
            PageEnd::LastNumber(at) => locate(body, at).and_then(number),
            PageEnd::PageCount(at) => {
                let count = locate(body, at).and_then(number)?;
                count.checked_add(first)?.checked_sub(1)
            }
            _ => None,
        });
        let goes_on = match last {
            Some(last) => current < last,
            None => self.count(body) > 0 && self.more(body) != Some(false),
        };
        let next = goes_on.then(|| current.checked_add(1)).flatten()?;
        Some(next.to_string())
    }

    fn next_offset(&self, current: i64, body: &[u8]) -> Option<String> {
        let count = self.count(body);
        let next = current.checked_add(i64::try_from(count).ok()?)?;
        let total = self.ends.iter().find_map(|end| match end {
            PageEnd::ItemCount(at) => locate(body, at).and_then(number),
            _ => None,
        });
        let goes_on = match total {
            Some(total) => next < total,
            None => self.more(body) != Some(false),
        };
        (goes_on && count > 0).then(|| next.to_string())
    }

    fn last_item(&self, at: Path, body: &[u8]) -> Result<Option<String>, String> {
        let list = self.list(body).and_then(items).unwrap_or_default();
        let Some(last) = list.last().filter(|_| self.more(body) != Some(false)) else {
            return Ok(None);
        };
        let identifier = locate(last.get().as_bytes(), at).and_then(text);
        identifier.map(Some).ok_or_else(|| {
            format!(
                "the last item has no `{}`, by which the next page is asked for",
                at.join(".")
            )
        })
    }

    /// The list of a page, as it came.
    pub(super) fn list<'b>(&self, body: &'b [u8]) -> Option<&'b RawValue> {
        locate(body, self.list)
    }

    fn count(&self, body: &[u8]) -> usize {
        self.list(body)
            .and_then(items)
            .map_or(0, |items| items.len())
    }

    /// Whether there is more, where a page tells.
    fn more(&self, body: &[u8]) -> Option<bool> {
        self.ends.iter().find_map(|end| match end {
            PageEnd::More(at) => locate(body, at).and_then(boolean),
            _ => None,
        })
    }

    /// The query parameter that takes a position, unless positions are URLs.
    pub(super) fn parameter(&self) -> Option<&'static str> {
        match self.next {
            NextPage::Number { parameter, .. }
            | NextPage::Offset { parameter }
            | NextPage::Cursor { parameter, .. }
            | NextPage::LastItem { parameter, .. } => Some(parameter),
            NextPage::Url { .. } | NextPage::LinkHeader => None,
        }
    }

    /// A page as messages call it: numbers are told, cursors and URLs may hold anything.
    pub(super) fn name(&self, current: Option<&str>, turn: u64) -> String {
        match self.next {
            NextPage::Number { first, .. } => {
                format!("page {}", current.map_or(first.to_string(), str::to_owned))
            }
            NextPage::Offset { .. } => format!("page from item {}", current.unwrap_or("0")),
            _ => format!("page {turn} of this run"),
        }
    }
}
