//! Lists that come in pages: as `x-bindery-pagination` of the operation says, or as its shape shows.
//!
//! The extension is an object; `false` says that the operation has no pages, whatever it looks like.
//!
//! | key | styles | value | default |
//! |---|---|---|---|
//! | `style` | | `page` (pages have numbers), `offset` (items have numbers), `cursor` (a page names the next one), `url` (a page has the URL of the next one), `link` (the header `Link` has it: RFC 8288) | required |
//! | `items` | all | where a page has its items | the page is the list |
//! | `page` | page | the parameter that takes the number of a page | required |
//! | `first` | page | the number of the first page | 1 |
//! | `last` | page | where a page has the number of the last one | |
//! | `pages` | page | where a page has the number of pages | |
//! | `offset` | offset | the parameter that takes the number of items to leave out | required |
//! | `total` | offset | where a page has the number of all items | |
//! | `cursor` | cursor | the parameter that takes the name of a page | required |
//! | `next` | cursor, url | where a page has the name or the URL of the next one | required, unless `last_item` is there |
//! | `last_item` | cursor | in place of `next`: where the last item of a page has what the next page begins after | |
//! | `more` | all | where a page has whether there is another one | |
//! | `limit` | page, offset, cursor | the parameter that takes the number of items of a page | |
//!
//! Parameters are named by their wire names and stand in the query. Where something is, is said by the names of the
//! properties that lead there, with dots between them (`pagination.max_page`), or as a JSON Pointer (`/@next.link`).

mod declared;
mod end;
mod inferred;
mod property;
mod words;

use serde_json::Value;

use crate::ir::draft::{Operation, Parameter};
use crate::ir::paging::Paging;
use crate::ir::{Location, Payload};
use crate::lower::context::Lowering;
use crate::lower::place::Place;

/// The extension's key.
pub(super) const EXTENSION: &str = "x-bindery-pagination";

impl Lowering<'_> {
    /// How an operation's answers are the pages of one list; `None` if they are not, or if it can't be told.
    pub(super) fn paging(&mut self, operation: &Operation) -> Option<Paging> {
        let place = operation.origin.0.child(EXTENSION);
        let page = page(operation);
        match (self.document.node(&place), page) {
            (None, page) => self.inferred_paging(operation, &page?),
            (Some(Value::Bool(false)), _) => None,
            (Some(Value::Object(_)), Some(page)) => self.declared_paging(operation, &page, &place),
            (Some(Value::Object(_)), None) => {
                let message = "an operation with pages has one success, and that has a JSON body";
                self.report_extension(place, message, "take the extension out");
                None
            }
            (Some(_), _) => {
                let message = "pages are described by an object, or ruled out by `false`";
                self.report_extension(place, message, "write `style: page` and so on below it");
                None
            }
        }
    }
}

/// The schema of a page: that of the only success.
fn page(operation: &Operation) -> Option<Place> {
    let responses = operation.responses.iter();
    let mut successes = responses.filter(|response| response.statuses.is_success());
    match (successes.next(), successes.next()) {
        (Some(page), None) if matches!(page.payload, Payload::Json(_)) => {
            let content = page.origin.0.child("content").child(&page.media_type);
            Some(Place::of(content.child("schema")))
        }
        _ => None,
    }
}

/// The parameters that may take a page's place: those of the query that callers give.
fn parameters(operation: &Operation) -> impl Iterator<Item = &Parameter> + Clone {
    (operation.parameters.iter())
        .filter(|parameter| parameter.location == Location::Query && parameter.constant.is_none())
}
