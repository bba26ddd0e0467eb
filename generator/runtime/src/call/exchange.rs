//! From a request to its answer, in as many attempts as it may take.

use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response as Answer, StatusCode};

use super::super::base_url::BaseUrl;
use super::super::client::{Client, Settings};
use super::super::clock;
use super::super::error::{Attempts, Error, TimeLimit};
use super::super::observe::Span;
use super::super::retry::{Fate, Schedule, retry_after};
use super::super::transport::Limits;
use super::arrival::Form;
use super::signer::Signer;
use super::target::Target;
use super::unsent::Options;

/// An answer, whatever its status, and to what.
pub(crate) struct Received<B = Bytes> {
    pub(crate) client: Client,
    pub(crate) target: Target,
    pub(crate) answer: Answer<B>,
    pub(crate) attempts: Attempts,
}

/// A request without its credentials, and what signs it with them.
pub(super) struct Unsigned {
    pub(super) client: Client,
    pub(super) target: Target,
    pub(super) options: Options,
    pub(super) request: Request<Bytes>,
    pub(super) signer: Signer,
}

/// The one place where requests leave: every call of every operation goes through here.
pub(super) async fn send<F: Form>(
    unsigned: Unsigned,
    form: &F,
) -> Result<Received<F::Body>, Error> {
    let Unsigned {
        client,
        target,
        options,
        request,
        signer,
    } = unsigned;
    let span = Span::new(&target);
    let mut exchange = Exchange::new(&client, &target, &options, &request);
    let outcome = span
        .within(exchange.run(request, signer, form, &span))
        .await;
    let (attempts, taken) = (exchange.attempts, exchange.taken());
    let outcome = outcome.map_err(|error| error.after(attempts));
    span.end(&outcome, attempts.count, taken);
    outcome.map(|answer| Received {
        client,
        target,
        answer,
        attempts,
    })
}

/// The attempts of one call.
struct Exchange<'c> {
    client: &'c Client,
    target: &'c Target,
    base_url: &'c BaseUrl,
    settings: Settings,
    schedule: Schedule,
    started: Duration,
    attempts: Attempts,
}

impl<'c> Exchange<'c> {
    fn new(
        client: &'c Client,
        target: &'c Target,
        options: &'c Options,
        request: &Request<Bytes>,
    ) -> Self {
        let settings = options.over(client.settings());
        let key = request.headers().get(options.rule.key());
        let by_itself = options.rule.idempotent;
        let idempotent = options.idempotent
            || by_itself.unwrap_or(target.method().is_idempotent())
            || key.is_some_and(|key| !key.is_empty());
        Self {
            client,
            target,
            base_url: options.base_url(client),
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

    async fn run<F: Form>(
        &mut self,
        request: Request<Bytes>,
        mut signer: Signer,
        form: &F,
        span: &Span,
    ) -> Result<Answer<F::Body>, Error> {
        self.acquire(&mut signer).await?;
        loop {
            let outcome = match signer.sign(request.clone(), self.base_url) {
                Ok(signed) => self.attempt(signed, form).await,
                Err(problem) => return Err(Error::build(self.target.subject(), problem)),
            };
            let renews = is_unauthorized(&outcome) && signer.renews();
            let wait = match renews {
                true => Some(Duration::ZERO),
                false => self.next_wait(&outcome),
            };
            span.attempt(self.attempts.count, &outcome, wait);
            match wait {
                Some(_) if renews => self.acquire(&mut signer).await?,
                Some(wait) => self.client.clock().sleep(wait).await,
                None => return outcome,
            }
        }
    }

    /// Gets the tokens that the call needs, other ones than those that were refused.
    async fn acquire(&self, signer: &mut Signer) -> Result<(), Error> {
        if !signer.takes_tokens() {
            return Ok(());
        }
        let acquiring = Box::pin(signer.acquire());
        let subject = self.target.subject();
        match clock::within(self.client.clock(), self.left(), acquiring).await {
            Some(Ok(())) => Ok(()),
            Some(Err((scheme, error))) => Err(Error::token(subject, scheme, error)),
            None => {
                let limit = TimeLimit::new("timeout", self.settings.timeout);
                Err(Error::timeout(subject, limit))
            }
        }
    }

    async fn attempt<F: Form>(
        &mut self,
        request: Request<Bytes>,
        form: &F,
    ) -> Result<Answer<F::Body>, Error> {
        self.attempts.count = self.attempts.count.saturating_add(1);
        let (timeout, limit) = self.timeout();
        let limits = Limits {
            timeout,
            response_bytes: self.settings.response_bytes,
        };
        let sending = form.send(self.client.transport(), request, limits);
        match clock::within(self.client.clock(), timeout, sending).await {
            Some(Ok(answer)) => Ok(answer),
            Some(Err(error)) => Err(Error::transport(
                self.target.subject(),
                error,
                self.base_url.as_str(),
                limit,
            )),
            None => Err(Error::timeout(self.target.subject(), limit)),
        }
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

    fn left(&self) -> Duration {
        self.settings.timeout.saturating_sub(self.taken())
    }

    fn taken(&self) -> Duration {
        self.client.clock().elapsed().saturating_sub(self.started)
    }

    /// How long to wait for the next attempt; `None` if there is none.
    fn next_wait<B>(&mut self, outcome: &Result<Answer<B>, Error>) -> Option<Duration> {
        let now = self.client.clock().now();
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

/// Whether the server has refused the credentials (RFC 9110, section 15.5.2), and done nothing else.
fn is_unauthorized<B>(outcome: &Result<Answer<B>, Error>) -> bool {
    let unauthorized = |answer: &Answer<B>| answer.status() == StatusCode::UNAUTHORIZED;
    outcome.as_ref().is_ok_and(unauthorized)
}
