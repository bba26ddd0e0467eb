//! Lists that come in pages: how the next page is asked for is data of the operation, asking for it is done
//! here.

mod course;
mod items;
mod link;
mod locate;
mod methods;
mod pages;
mod walk;

pub use items::Items;
pub use methods::paging_methods;
pub use pages::Pages;

/// The names of the properties that lead from a JSON value to one inside it; none for the value itself.
pub(crate) type Path = &'static [&'static str];

/// How the answers of an operation are the pages of one list: emitted once per operation that has such.
///
/// Where a page says that it is the last one, or what comes after it, is read from the body as it came, so
/// that a page's type need not have it.
pub struct Paging<P: 'static, I: 'static> {
    /// How the page after a page is asked for.
    pub next: NextPage,
    /// How a page tells that it is the last one, besides having no items.
    pub ends: &'static [PageEnd],
    /// Where a page has its items.
    pub list: Path,
    /// Takes the items out of a page; `None` if it came without.
    pub items: fn(P) -> Option<Vec<I>>,
}

/// How the page after a page is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextPage {
    /// Pages have numbers.
    Number {
        /// The query parameter that takes the number.
        parameter: &'static str,
        /// The number of the page that comes without the parameter.
        first: i64,
    },
    /// Items have numbers, from 0.
    Offset {
        /// The query parameter that takes the number of items to leave out.
        parameter: &'static str,
    },
    /// A page names the one after it; the last one does not, or names it with null or an empty text.
    Cursor {
        /// The query parameter that takes the name.
        parameter: &'static str,
        /// Where a page has the name.
        at: Path,
    },
    /// The next page begins after the last item of this one.
    LastItem {
        /// The query parameter that takes what identifies the item.
        parameter: &'static str,
        /// What identifies an item.
        at: Path,
    },
    /// A page has the URL of the one after it; the last one does not.
    Url {
        /// Where a page has the URL.
        at: Path,
    },
    /// The `Link` header has the URL of the page after it, with the relation `next` (RFC 8288).
    LinkHeader,
}

/// How a page tells that it is the last one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PageEnd {
    /// The number of the last page stands there.
    LastNumber(Path),
    /// The number of pages stands there.
    PageCount(Path),
    /// The number of items in all stands there.
    ItemCount(Path),
    /// Whether there is more stands there.
    More(Path),
}
