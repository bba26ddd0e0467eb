//! The way through the pages of a list: the same code for all lists.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http::Response;
use serde_json::value::RawValue;

use super::super::call::{Received, Unsent};
use super::super::error::Error;
use super::super::transport::BoxFuture;
use super::course::Course;

/// One page after the other.
pub(super) struct Walk {
    call: Box<Unsent>,
    course: Course,
    /// Where the next page is; none for the page that the call asks for by itself.
    position: Option<String>,
    step: Step,
    /// How many pages have been received.
    turn: u64,
    seen: Seen,
}

/// What comes next.
enum Step {
    /// A page.
    Ask,
    /// A page that is on its way.
    Wait(BoxFuture<'static, Result<Received, Error>>),
    /// What is wrong with going on.
    Fail(Error),
    /// Nothing, unless the page that failed is to be asked for again.
    Stop,
    /// Nothing.
    End,
}

impl Walk {
    pub(super) fn new(call: Box<Unsent>, course: Course) -> Self {
        Self {
            call,
            course,
            position: None,
            step: Step::Ask,
            turn: 0,
            seen: Seen::default(),
        }
    }

    pub(super) fn call(&self) -> &Unsent {
        &self.call
    }

    pub(super) fn position(&self) -> Option<&str> {
        self.position.as_deref()
    }

    pub(super) fn start_at(&mut self, position: String) {
        self.position = Some(position);
        self.step = Step::Ask;
    }

    /// Asks for the page that failed again.
    pub(super) fn resume(&mut self) {
        if matches!(self.step, Step::Stop) {
            self.step = Step::Ask;
        }
    }

    /// Asks for nothing more until it is [resumed](Self::resume).
    #[cfg(feature = "blocking")]
    pub(super) fn stop(&mut self) {
        self.step = Step::Stop;
    }

    /// Whether it waits to be resumed.
    #[cfg(feature = "blocking")]
    pub(super) fn is_stopped(&self) -> bool {
        matches!(self.step, Step::Stop)
    }

    /// The next answer. None after an error, nor until [`advance`](Self::advance) has gone on from the last.
    pub(super) fn poll(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Received, Error>>> {
        loop {
            match &mut self.step {
                Step::Ask => self.step = Step::Wait(self.ask()),
                Step::Wait(answer) => {
                    let received = ready!(answer.as_mut().poll(context));
                    self.step = Step::Stop;
                    return Poll::Ready(Some(received.map_err(|error| self.at_page(error))));
                }
                Step::Stop => return Poll::Ready(None),
                Step::Fail(_) | Step::End => break,
            }
        }
        self.position = None;
        Poll::Ready(match std::mem::replace(&mut self.step, Step::End) {
            Step::Fail(error) => Some(Err(error)),
            _ => None,
        })
    }

    fn ask(&self) -> BoxFuture<'static, Result<Received, Error>> {
        let mut call = self.call.clone();
        match (&self.position, self.course.parameter()) {
            (Some(position), Some(parameter)) => call.set_query(parameter, position),
            (Some(position), None) => call.follow(position),
            (None, _) => {}
        }
        Box::pin(call.send())
    }

    /// Goes on from a page that was read.
    ///
    /// # Errors
    ///
    /// It is the page before it once more.
    pub(super) fn advance(&mut self, answer: Response<Bytes>) -> Result<(), Error> {
        let repeated = self
            .course
            .list(answer.body())
            .is_some_and(|list| self.seen.list(list));
        if repeated {
            let problem = "the server sent the items of the page before once more".to_owned();
            let error = self.dead_end(answer, problem);
            self.step = Step::End;
            self.position = None;
            return Err(error);
        }
        if let Some(current) = self.current().filter(|_| self.turn == 0) {
            self.seen.position(&current);
        }
        self.position = match self.after(&answer) {
            Ok(next) => {
                self.step = if next.is_some() { Step::Ask } else { Step::End };
                next
            }
            Err(problem) => {
                self.step = Step::Fail(self.dead_end(answer, problem));
                None
            }
        };
        self.turn = self.turn.saturating_add(1);
        Ok(())
    }

    /// Where the page after `answer` is, if there is one and it can be gone to.
    fn after(&mut self, answer: &Response<Bytes>) -> Result<Option<String>, String> {
        let Some(next) = self.course.after(self.current().as_deref(), answer)? else {
            return Ok(None);
        };
        if self.course.parameter().is_none() {
            self.call.can_follow(&next)?;
        }
        if self.seen.position(&next) {
            return Err("the server named a page as the next one that has come before".to_owned());
        }
        Ok(Some(next))
    }

    /// What the page is asked for by: its position, or what the call says by itself.
    fn current(&self) -> Option<String> {
        let own = || self.call.query(self.course.parameter()?);
        self.position.clone().or_else(own)
    }

    /// An error with the page that it is about.
    pub(super) fn at_page(&self, error: Error) -> Error {
        let turn = self.turn.saturating_add(1);
        error.at_page(self.course.name(self.current().as_deref(), turn))
    }

    fn dead_end(&self, answer: Response<Bytes>, problem: String) -> Error {
        self.at_page(Error::paging(self.call.subject(), answer, problem))
    }
}

/// What has been seen of a list, eight bytes a page.
#[derive(Default)]
struct Seen {
    positions: BTreeSet<u64>,
    /// The items of the last page that had any.
    list: Option<u64>,
}

impl Seen {
    /// Whether the position has come before.
    fn position(&mut self, position: &str) -> bool {
        !self.positions.insert(digest(position))
    }

    /// Whether these are the items of the page before. Pages without items may follow each other: servers
    /// filter.
    fn list(&mut self, list: &RawValue) -> bool {
        let text = list.get();
        if text
            .trim_matches(['[', ']', ' ', '\t', '\r', '\n'])
            .is_empty()
        {
            return false;
        }
        let digest = digest(text);
        self.list.replace(digest) == Some(digest)
    }
}

fn digest(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
