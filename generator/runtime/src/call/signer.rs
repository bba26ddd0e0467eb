//! Credentials on their way into the requests of one call.

use std::sync::Arc;

use bytes::Bytes;
use http::Request;

use super::super::base_url::BaseUrl;
use super::super::credentials::{Key, Source, Token, TokenError, Tokens};

/// The credentials of one call, and how far they have been got hold of.
pub(super) struct Signer {
    credentials: Vec<Credential>,
    renewed: bool,
}

enum Credential {
    Fixed(Arc<Key>),
    Provided(Arc<Tokens>, Option<Arc<Token>>),
}

impl Signer {
    /// For a request that has no credentials but those that its call has set by itself.
    pub(super) fn new(sources: Vec<Source>, request: &Request<Bytes>) -> Self {
        let credentials = sources.into_iter().filter_map(|source| match source {
            Source::Fixed(key) => Some(Credential::Fixed(key)),
            Source::Provided(tokens) if tokens.are_needless(request) => None,
            Source::Provided(tokens) => Some(Credential::Provided(tokens, None)),
        });
        Self {
            credentials: credentials.collect(),
            renewed: false,
        }
    }

    /// Whether there is anything to [`acquire`](Self::acquire).
    pub(super) fn takes_tokens(&self) -> bool {
        let is_token = |credential: &_| matches!(credential, Credential::Provided(..));
        self.credentials.iter().any(is_token)
    }

    /// Whether there may be other tokens than those that have been refused; the first time only.
    pub(super) fn renews(&mut self) -> bool {
        !std::mem::replace(&mut self.renewed, true) && self.takes_tokens()
    }

    /// Gets tokens, other ones than before.
    ///
    /// # Errors
    ///
    /// There is none for the scheme of this name.
    pub(super) async fn acquire(&mut self) -> Result<(), (&'static str, TokenError)> {
        for credential in &mut self.credentials {
            if let Credential::Provided(tokens, token) = credential {
                let next = tokens.get(token.as_deref()).await;
                *token = Some(next.map_err(|error| (tokens.scheme(), error))?);
            }
        }
        Ok(())
    }

    /// The request with the credentials in it. A token that has not been acquired is left out unless the
    /// client has one from another call.
    ///
    /// # Errors
    ///
    /// A sentence for people, without secrets.
    pub(super) fn sign(
        &self,
        mut request: Request<Bytes>,
        base_url: &BaseUrl,
    ) -> Result<Request<Bytes>, String> {
        for credential in &self.credentials {
            match credential {
                Credential::Fixed(key) => key.sign(&mut request, base_url)?,
                Credential::Provided(_, Some(token)) => token.key().sign(&mut request, base_url)?,
                Credential::Provided(tokens, None) => {
                    if let Some(token) = tokens.known() {
                        token.key().sign(&mut request, base_url)?;
                    }
                }
            }
        }
        Ok(request)
    }
}
