//! Lists and streams as iterators.

use std::future::poll_fn;
use std::pin::pin;

use bytes::Bytes;

use super::super::error::Error;
use super::super::paging::{Items, Pages};
use super::super::stream::{ByteStream, EventStream};
use super::wait;

/// The pages or items of a list, or the events or chunks of a stream, as an iterator that waits for each.
///
/// An error ends the iteration as it ends [`Pages`], where it is resumed by [`get_mut`](Self::get_mut), or as
/// [`EventStream`] and [`ByteStream`] say. One of kind [`Build`](super::super::ErrorKind::Build) also comes of
/// iterating within an async runtime.
#[derive(Debug)]
#[must_use = "what it holds is waited for one by one"]
pub struct Blocking<L>(L);

impl<L> Blocking<L> {
    pub(crate) fn new(list: L) -> Self {
        Self(list)
    }

    /// The list, whose position can be asked for, or the stream.
    pub fn get_ref(&self) -> &L {
        &self.0
    }

    /// The list, which can be resumed.
    pub fn get_mut(&mut self) -> &mut L {
        &mut self.0
    }
}

impl<P, I> Iterator for Blocking<Pages<P, I>> {
    type Item = Result<P, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.0.is_stopped() {
            return None;
        }
        let page = wait(pin!(poll_fn(|context| self.0.poll(context))));
        page.unwrap_or_else(|problem| Some(Err(self.0.fail(problem))))
    }
}

impl<P, I> Iterator for Blocking<Items<P, I>> {
    type Item = Result<I, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.0.pages().is_stopped() {
            return None;
        }
        let item = wait(pin!(poll_fn(|context| self.0.poll(context))));
        item.unwrap_or_else(|problem| Some(Err(self.0.pages().fail(problem))))
    }
}

impl<T> Iterator for Blocking<EventStream<T>> {
    type Item = Result<T, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let event = wait(pin!(poll_fn(|context| self.0.poll(context))));
        event.unwrap_or_else(|problem| self.0.unwaited(problem).map(Err))
    }
}

impl Iterator for Blocking<ByteStream> {
    type Item = Result<Bytes, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        let chunk = wait(pin!(poll_fn(|context| self.0.poll(context))));
        chunk.unwrap_or_else(|problem| self.0.unwaited(problem).map(Err))
    }
}
