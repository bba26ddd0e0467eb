//! How an operation's answers are the pages of one list.

/// The names of the properties that lead from a JSON value to one inside it; none for the value itself.
pub type Path = Vec<String>;

/// How an operation's answers are the pages of one list, in wire names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paging {
    /// How the page after a page is asked for.
    pub next: NextPage,
    /// How a page tells that it is the last one, besides having no items.
    pub ends: Vec<PageEnd>,
    /// Where a page has its items: properties of structs, and at the end an array.
    pub list: Path,
}

/// How the page after a page is asked for. Parameters are those of the query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextPage {
    /// Pages have numbers.
    Number {
        /// The parameter that takes the number.
        parameter: String,
        /// The number of the page that comes without the parameter.
        first: i64,
    },
    /// Items have numbers, from 0.
    Offset {
        /// The parameter that takes the number of items to leave out.
        parameter: String,
    },
    /// A page names the one after it.
    Cursor {
        /// The parameter that takes the name.
        parameter: String,
        /// Where a page has the name.
        at: Path,
    },
    /// The next page begins after the last item of this one.
    LastItem {
        /// The parameter that takes what identifies the item.
        parameter: String,
        /// What identifies an item.
        at: Path,
    },
    /// A page has the URL of the one after it.
    Url {
        /// Where a page has the URL.
        at: Path,
    },
    /// The `Link` header has the URL of the page after it.
    LinkHeader,
}

/// How a page tells that it is the last one.
#[derive(Clone, Debug, PartialEq, Eq)]
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
