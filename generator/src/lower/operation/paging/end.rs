//! The keys that say where a page tells that it is the last one.

use crate::ir::paging::{PageEnd, Path};

/// A key with what it says.
pub(super) type End = (&'static str, fn(Path) -> PageEnd);

/// Every such key.
pub(super) const ENDS: &[End] = &[
    ("last", PageEnd::LastNumber),
    ("pages", PageEnd::PageCount),
    ("total", PageEnd::ItemCount),
    ("more", PageEnd::More),
];
