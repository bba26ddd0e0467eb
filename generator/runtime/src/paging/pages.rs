//! The pages of a list, one after the other.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

#[cfg(feature = "blocking")]
use super::super::blocking::Blocking;
use super::super::call::{Call, Received, decode};
use super::super::error::Error;
use super::super::operation::Case;
use super::course::Course;
use super::walk::Walk;
use super::{Items, Paging};

/// The pages of a list, each asked for when it is wanted: by [`next`](Self::next), or as a stream. It begins
/// with the page that the call asks for.
///
/// A page that fails is an error that [says which](Error::page), and ends the stream, so that no caller asks
/// for ever. [`resume`](Self::resume) has that page asked for again, and its [`position`](Self::position) is
/// where another run can begin. A list that leads back to where it was ends with an error as well.
///
/// # Examples
///
/// ```
/// use bindery_runtime::{Error, Pages};
///
/// /// Counts pages, and is patient with a server that has trouble.
/// async fn count<P, I>(mut pages: Pages<P, I>) -> Result<u32, Error> {
///     let (mut count, mut patience) = (0, 3);
///     while let Some(page) = pages.next().await {
///         match page {
///             Ok(_) => count += 1,
///             Err(error) if error.is_retryable() && patience > 0 => {
///                 patience -= 1;
///                 pages.resume();
///             }
///             Err(error) => return Err(error),
///         }
///     }
///     Ok(count)
/// }
/// ```
#[must_use = "pages are asked for one by one"]
pub struct Pages<P: 'static, I: 'static> {
    walk: Walk,
    cases: &'static [Case<P>],
    items: fn(P) -> Option<Vec<I>>,
}

impl<P, I> Pages<P, I> {
    /// The pages that begin with what `call` asks for.
    pub fn new(call: Call<P>, paging: &'static Paging<P, I>) -> Self {
        let course = Course {
            next: paging.next,
            ends: paging.ends,
            list: paging.list,
        };
        let (call, cases) = call.into_parts();
        Self {
            walk: Walk::new(call, course),
            cases,
            items: paging.items,
        }
    }

    /// The next page. `None` if there are no more, and after an error.
    ///
    /// Giving the wait up loses nothing: what is on its way is waited for by the next turn.
    ///
    /// # Errors
    ///
    /// Those of the call, and [`ErrorKind::Paging`](super::super::ErrorKind::Paging).
    pub async fn next(&mut self) -> Option<Result<P, Error>> {
        poll_fn(|context| self.poll(context)).await
    }

    /// Has the page that failed asked for again by the next turn. Nothing happens where none has failed, nor
    /// where the list cannot go on ([`ErrorKind::Paging`](super::super::ErrorKind::Paging)).
    pub fn resume(&mut self) {
        self.walk.resume();
    }

    /// Where the page stands that comes next: its number, its offset, its cursor or its URL, whichever the
    /// API has; after an error, where the page stands that failed. `None` before the first page and after the
    /// last one.
    ///
    /// It can be kept, and given to [`starting_at`](Self::starting_at) another day. A cursor or URL may
    /// hold what others should not see.
    #[must_use]
    pub fn position(&self) -> Option<&str> {
        self.walk.position()
    }

    /// Begins at a page that [`position`](Self::position) gave.
    pub fn starting_at(mut self, position: impl Into<String>) -> Self {
        self.walk.start_at(position.into());
        self
    }

    /// The items of the pages.
    pub fn into_items(self) -> Items<P, I> {
        Items::new(self)
    }

    /// The same as an iterator, for programs without an async runtime.
    #[cfg(feature = "blocking")]
    pub fn blocking(self) -> Blocking<Self> {
        Blocking::new(self)
    }

    /// The error for a page that can't be asked for.
    #[cfg(feature = "blocking")]
    pub(crate) fn fail(&mut self, problem: String) -> Error {
        self.walk.stop();
        let subject = self.walk.call().subject();
        self.walk.at_page(Error::build(subject, problem))
    }

    /// Whether an error has ended it that was not followed by [`resume`](Self::resume).
    #[cfg(feature = "blocking")]
    pub(crate) fn is_stopped(&self) -> bool {
        self.walk.is_stopped()
    }

    pub(super) fn take_items(&self, page: P) -> Vec<I> {
        (self.items)(page).unwrap_or_default()
    }

    pub(crate) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<P, Error>>> {
        let received = ready!(self.walk.poll(context));
        Poll::Ready(received.map(|received| self.read(received?)))
    }

    fn read(&mut self, received: Received) -> Result<P, Error> {
        let answer = received.answer.clone();
        let page = decode(self.cases, received).map_err(|error| self.walk.at_page(error))?;
        self.walk.advance(answer)?;
        Ok(page.into_inner())
    }
}

/// Nothing of it refers to itself.
impl<P, I> Unpin for Pages<P, I> {}

impl<P, I> Stream for Pages<P, I> {
    type Item = Result<P, Error>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(context)
    }
}

impl<P, I> fmt::Debug for Pages<P, I> {
    /// Of which call, without the position, which may hold anything.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.walk.call().debug(formatter, "Pages")
    }
}
