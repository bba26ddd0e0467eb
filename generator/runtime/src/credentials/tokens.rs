//! Asking a provider once for all calls that wait.

use std::error::Error;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use http::Request;
use tokio::sync::Mutex;

use super::super::api::{Api, Scheme};
use super::super::data::Secret;
use super::taken::is_taken;
use super::{BoxError, Key, TokenProvider};

/// Why there is no token, for everybody who waited for it.
pub(crate) type TokenError = Arc<dyn Error + Send + Sync>;

/// The tokens of one scheme, shared by all calls of a client.
///
/// Asking is a round. The lock is held for the whole of it, so that others wait; a call that is dropped in the
/// middle gives the lock back and leaves everything as it was.
pub(crate) struct Tokens {
    api: &'static Api,
    scheme: &'static Scheme,
    provider: Arc<dyn TokenProvider>,
    /// The number of the last round that has ended, for those who have not got the lock.
    ended: AtomicU64,
    last: Mutex<Round>,
}

/// How asking ended the last time. Rounds are counted from 1; round 0 is before the first.
#[derive(Default)]
struct Round {
    number: u64,
    outcome: Option<Result<Arc<Token>, TokenError>>,
}

/// A token, and in which round it came.
pub(crate) struct Token {
    round: u64,
    secret: Secret,
    key: Key,
}

impl Token {
    /// The form in which it is sent.
    pub(crate) fn key(&self) -> &Key {
        &self.key
    }
}

impl Tokens {
    pub(super) fn new(
        api: &'static Api,
        scheme: &'static Scheme,
        provider: Arc<dyn TokenProvider>,
    ) -> Self {
        Self {
            api,
            scheme,
            provider,
            ended: AtomicU64::new(0),
            last: Mutex::default(),
        }
    }

    /// The name of the scheme.
    pub(crate) fn scheme(&self) -> &'static str {
        self.scheme.name
    }

    /// Whether a request has something at the place of a token, so that it needs none.
    pub(crate) fn are_needless<B>(&self, request: &Request<B>) -> bool {
        is_taken(request, self.scheme.placement)
    }

    /// The last token, if there is one and nobody is asking for the next.
    pub(crate) fn known(&self) -> Option<Arc<Token>> {
        let last = self.last.try_lock().ok()?;
        last.outcome.as_ref()?.as_ref().ok().cloned()
    }

    /// A token that came after the one that has been `refused`; any if none has.
    ///
    /// Who waits while somebody else asks gets what that one gets, a failure included.
    pub(crate) async fn get(&self, refused: Option<&Token>) -> Result<Arc<Token>, TokenError> {
        let ended = self.ended.load(Ordering::Acquire);
        let mut last = self.last.lock().await;
        let is_newer = |token: &Token| refused.is_none_or(|refused| token.round > refused.round);
        match &last.outcome {
            Some(Ok(token)) if is_newer(token) => return Ok(token.clone()),
            Some(Err(error)) if last.number != ended => return Err(error.clone()),
            _ => {}
        }
        let number = last.number.saturating_add(1);
        let outcome = self.ask(number, refused).await.map_err(TokenError::from);
        *last = Round {
            number,
            outcome: Some(outcome.clone()),
        };
        self.ended.store(number, Ordering::Release);
        outcome
    }

    async fn ask(&self, round: u64, refused: Option<&Token>) -> Result<Arc<Token>, BoxError> {
        let refused = refused.map(|token| &token.secret);
        let secret = self.provider.token(refused).await?;
        let key = Key::new(self.api, self.scheme, secret.expose())?;
        Ok(Arc::new(Token { round, secret, key }))
    }
}
