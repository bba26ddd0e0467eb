//! What parameters and properties of pages are usually called.
//!
//! Names are compared by their letters and digits alone: `pageToken`, `page_token` and `page[token]` are one.

/// A parameter that takes the number of a page.
pub(super) const NUMBER: &[&str] = &["page", "pagenumber", "pageno", "pagenum", "pageindex"];

/// A parameter that takes the number of items to leave out.
pub(super) const OFFSET: &[&str] = &["offset", "skip", "pageoffset", "startat"];

/// A parameter that takes the number of items of a page.
pub(super) const LIMIT: &[&str] = &[
    "limit",
    "perpage",
    "pagesize",
    "size",
    "count",
    "take",
    "top",
    "maxresults",
    "maxitems",
    "pagelimit",
    "maxpagesize",
    "resultsperpage",
    "itemsperpage",
];

/// A parameter that takes the name of a page.
pub(super) const CURSOR: &[&str] = &[
    "cursor",
    "pagetoken",
    "nexttoken",
    "nextcursor",
    "nextpagetoken",
    "pagecursor",
    "startcursor",
    "continuationtoken",
    "continuation",
    "after",
    "startingafter",
    "pageafter",
    "marker",
    "bookmark",
];

/// A parameter that takes what identifies the last item of the page before.
pub(super) const AFTER: &[&str] = &["after", "startingafter", "afterid", "lastid", "pageafter"];

/// A property that names the next page.
pub(super) const NEXT_CURSOR: &[&str] = &[
    "nextcursor",
    "nexttoken",
    "nextpagetoken",
    "nextpagecursor",
    "nextcontinuationtoken",
    "continuationtoken",
    "nextmarker",
    "nextbookmark",
    "endcursor",
    "cursornext",
];

/// A property that names the next page, unless it has its URL.
pub(super) const NEXT: &[&str] = &["next"];

/// A property that has the number of the next page.
pub(super) const NEXT_NUMBER: &[&str] = &["next", "nextpage", "nextpagenumber"];

/// A property that has the URL of the next page.
pub(super) const NEXT_URL: &[&str] = &["next", "nextpage", "odatanextlink"];

/// The ends of a property's name that tell a URL.
pub(super) const URL: &[&str] = &["url", "uri", "link", "href"];

/// Properties that hold URLs only.
pub(super) const LINKS: &[&str] = &["links", "link", "urls"];

/// A property that tells whether there is another page.
pub(super) const MORE: &[&str] = &[
    "hasmore",
    "hasnext",
    "hasnextpage",
    "hasmorepages",
    "hasmoreitems",
    "more",
    "moreavailable",
];

/// A property that has the number of the last page.
pub(super) const LAST_NUMBER: &[&str] = &["lastpage", "lastpagenumber", "maxpage"];

/// A property that has the number of pages.
pub(super) const PAGE_COUNT: &[&str] = &[
    "totalpages",
    "pagestotal",
    "pagecount",
    "pages",
    "numpages",
    "numberofpages",
    "pagetotal",
];

/// A property that has the number of all items. Not `count`, which as often is that of the page.
pub(super) const ITEM_COUNT: &[&str] = &[
    "total",
    "totalcount",
    "totalitems",
    "totalresults",
    "totalrecords",
    "totalelements",
];

/// The property that holds the list, where a page has several.
pub(super) const LIST: &[&str] = &[
    "data", "items", "results", "records", "entries", "value", "values", "content", "objects",
    "rows",
];

/// What is compared of a name.
pub(super) fn letters(name: &str) -> String {
    name.chars()
        .filter(|character| character.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
