//! The items of a list, page after page.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::vec;

use futures_core::Stream;

#[cfg(feature = "blocking")]
use super::super::blocking::Blocking;
use super::super::error::Error;
use super::Pages;

/// The items of a list, whose pages are asked for when they are wanted: by [`next`](Self::next), or as a
/// stream.
///
/// An error is one of [`Pages`], and ends the stream as it does there.
#[must_use = "items are asked for one by one"]
pub struct Items<P: 'static, I: 'static> {
    pages: Pages<P, I>,
    /// What is left of the page before the next one.
    page: vec::IntoIter<I>,
}

impl<P, I> Items<P, I> {
    pub(super) fn new(pages: Pages<P, I>) -> Self {
        Self {
            pages,
            page: Vec::new().into_iter(),
        }
    }

    /// The next item, or why there is none. `None` if there are no more, and after an error.
    ///
    /// Giving the wait up loses nothing: what is on its way is waited for by the next turn.
    ///
    /// # Errors
    ///
    /// Those of [`Pages::next`].
    pub async fn next(&mut self) -> Option<Result<I, Error>> {
        poll_fn(|context| self.poll(context)).await
    }

    /// Has the page that failed asked for again by the next turn; see [`Pages::resume`].
    pub fn resume(&mut self) {
        self.pages.resume();
    }

    /// Where the page stands that comes after the items at hand; after an error, the page that failed. See
    /// [`Pages::position`].
    #[must_use]
    pub fn position(&self) -> Option<&str> {
        self.pages.position()
    }

    /// Begins at a page that [`position`](Self::position) gave.
    pub fn starting_at(self, position: impl Into<String>) -> Self {
        Self::new(self.pages.starting_at(position))
    }

    /// The same as an iterator, for programs without an async runtime.
    #[cfg(feature = "blocking")]
    pub fn blocking(self) -> Blocking<Self> {
        Blocking::new(self)
    }

    /// The pages that the items are those of.
    #[cfg(feature = "blocking")]
    pub(crate) fn pages(&mut self) -> &mut Pages<P, I> {
        &mut self.pages
    }

    pub(crate) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<I, Error>>> {
        loop {
            if let Some(item) = self.page.next() {
                return Poll::Ready(Some(Ok(item)));
            }
            match ready!(self.pages.poll(context)) {
                Some(Ok(page)) => self.page = self.pages.take_items(page).into_iter(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            }
        }
    }
}

/// Nothing of it refers to itself.
impl<P, I> Unpin for Items<P, I> {}

impl<P, I> Stream for Items<P, I> {
    type Item = Result<I, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(context)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.page.len(), None)
    }
}

impl<P, I> fmt::Debug for Items<P, I> {
    /// Of which call, without the items.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("Items").field(&self.pages).finish()
    }
}
