//! From a request to its answer, in as many attempts as it may take.

use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response as Answer, StatusCode};

use super::super::client::{Client, Settings};
use super::super::clock::{self, Clock};
use super::super::error::{Attempts, Error, TimeLimit};
use super::super::observe::Span;
use super::super::retry::{Fate, Schedule, retry_after};
use super::super::transport::{BoxFuture, Limits, TransportError};
use super::arrival::Form;
use super::signer::Signer;
use super::target::Target;
use super::unsent::Unsent;

/// An answer, whatever its status, and to what.
pub(crate) struct Received<B = Bytes> {
    pub(crate) client: Client,
    pub(crate) target: Target,
    pub(crate) answer: Answer<B>,
    pub(crate) attempts: Attempts,
}

/// The one place where requests leave: every call of every operation goes through here.
pub(super) async fn send<F: Form>(
    mut unsent: Box<Unsent>,
    form: &F,
) -> Result<Received<F::Body>, Error> {
    let (request, signer) = unsent.take_request()?;
    let span = Span::new(&unsent.target);
    let mut exchange = Exchange::new(&unsent, request, signer);
    let outcome = span.within(exchange.run(form, &span)).await;
    let (attempts, taken) = (exchange.attempts, exchange.taken());
    let outcome = outcome.map_err(|error| error.after(attempts));
    span.end(&outcome, attempts.count, taken);
    let Unsent { client, target, .. } = *unsent;
    outcome.map(|answer| Received {
        client,
        target,
        answer,
        attempts,
    })
}

/// The attempts of one call.
struct Exchange<'c> {
    call: &'c Unsent,
    /// Without its credentials.
    request: Request<Bytes>,
    signer: Signer,
    settings: Settings,
    schedule: Schedule,
    started: Duration,
    attempts: Attempts,
}

impl<'c> Exchange<'c> {
    fn new(call: &'c Unsent, request: Request<Bytes>, signer: Signer) -> Self {
        let Unsent {
            client,
            target,
            options,
            ..
        } = call;
        let settings = options.over(client.settings());
        let key = request.headers().get(options.rule.key());
        let by_itself = options.rule.idempotent;
        let idempotent = options.idempotent
            || by_itself.unwrap_or(target.method().is_idempotent())
            || key.is_some_and(|key| !key.is_empty());
        Self {
            call,
            request,
            signer,
            settings,
            schedule: Schedule::new(&settings.retries, client.clock().random()),
            started: client.clock().elapsed(),
            attempts: Attempts {
                count: 0,
                idempotent,
                retry_after: None,
            },
        }
    }

    async fn run<F: Form>(&mut self, form: &'c F, span: &Span) -> Result<Answer<F::Body>, Error> {
        self.acquire().await?;
        loop {
            let outcome = self.attempt(form)?.outcome().await;
            let renews = is_unauthorized(&outcome) && self.signer.renews();
            let wait = match renews {
                true => Some(Duration::ZERO),
                false => self.next_wait(&outcome),
            };
            span.attempt(self.attempts.count, &outcome, wait);
            match wait {
                Some(_) if renews => self.acquire().await?,
                Some(wait) => self.clock().sleep(wait).await,
                None => return outcome,
            }
        }
    }

    /// Gets the tokens that the call needs, other ones than those that were refused.
    async fn acquire(&mut self) -> Result<(), Error> {
        if !self.signer.takes_tokens() {
            return Ok(());
        }
        let (clock, left) = (self.clock(), self.left());
        let acquiring = Box::pin(self.signer.acquire());
        match clock::within(clock, left, acquiring).await {
            Some(Ok(())) => Ok(()),
            Some(Err((scheme, error))) => Err(Error::token(self.call.subject(), scheme, error)),
            None => {
                let limit = TimeLimit::new("timeout", self.settings.timeout);
                Err(Error::timeout(self.call.subject(), limit))
            }
        }
    }

    /// Signs the request and sends it.
    ///
    /// # Errors
    ///
    /// The credentials can't be part of the request: it is not sent.
    fn attempt<F: Form>(&mut self, form: &'c F) -> Result<Attempt<'c, F::Body>, Error> {
        let call = self.call;
        let signed = (self.signer)
            .sign(self.request.clone(), call.base_url())
            .map_err(|problem| Error::build(call.subject(), problem))?;
        self.attempts.count = self.attempts.count.saturating_add(1);
        let (timeout, limit) = self.timeout();
        let limits = Limits {
            timeout,
            response_bytes: self.settings.response_bytes,
        };
        Ok(Attempt {
            call,
            answer: form.send(call.client.transport(), signed, limits),
            timeout,
            limit,
        })
    }

    /// How long the next attempt may take, and why so: what is left of the call's time counts as well.
    fn timeout(&self) -> (Duration, TimeLimit) {
        let left = self.left();
        if left < self.settings.attempt_timeout {
            (left, TimeLimit::new("timeout", self.settings.timeout))
        } else {
            let timeout = self.settings.attempt_timeout;
            (timeout, TimeLimit::new("attempt_timeout", timeout))
        }
    }

    fn clock(&self) -> &'c dyn Clock {
        self.call.client.clock()
    }

    fn left(&self) -> Duration {
        self.settings.timeout.saturating_sub(self.taken())
    }

    fn taken(&self) -> Duration {
        self.clock().elapsed().saturating_sub(self.started)
    }

    /// How long to wait for the next attempt; `None` if there is none.
    fn next_wait<B>(&mut self, outcome: &Result<Answer<B>, Error>) -> Option<Duration> {
        let now = self.clock().now();
        let (fate, asked) = match outcome {
            Ok(answer) => (Fate::of_answer(answer), retry_after(answer.headers(), now)),
            Err(error) => (error.fate(), None),
        };
        self.attempts.retry_after = asked;
        if !self.settings.retries.allow(fate, self.attempts.idempotent) {
            return None;
        }
        let wait = self.schedule.next(asked)?;
        (wait < self.left()).then_some(wait)
    }
}

/// An attempt that is under way.
struct Attempt<'c, B> {
    call: &'c Unsent,
    answer: BoxFuture<'c, Result<Answer<B>, TransportError>>,
    timeout: Duration,
    limit: TimeLimit,
}

impl<B> Attempt<'_, B> {
    async fn outcome(self) -> Result<Answer<B>, Error> {
        let call = self.call;
        match clock::within(call.client.clock(), self.timeout, self.answer).await {
            Some(Ok(answer)) => Ok(answer),
            Some(Err(error)) => Err(Error::transport(
                call.subject(),
                error,
                call.base_url().as_str(),
                self.limit,
            )),
            None => Err(Error::timeout(call.subject(), self.limit)),
        }
    }
}

/// Whether the server has refused the credentials (RFC 9110, section 15.5.2), and done nothing else.
fn is_unauthorized<B>(outcome: &Result<Answer<B>, Error>) -> bool {
    let unauthorized = |answer: &Answer<B>| answer.status() == StatusCode::UNAUTHORIZED;
    outcome.as_ref().is_ok_and(unauthorized)
}
