//! Credentials: checked once when a client is built, ready to be put into every request.

mod given;
mod home;
mod key;
mod provider;
mod taken;
mod tokens;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use super::api::{Api, Placement, Scheme};
use super::base_url::BaseUrl;

pub use given::Credential;
pub(crate) use given::Given;
pub(crate) use key::Key;
pub use provider::{BoxError, TokenProvider};
pub(crate) use tokens::{Token, TokenError, Tokens};

/// Where the key of a scheme comes from.
#[derive(Clone)]
pub(crate) enum Source {
    Fixed(Arc<Key>),
    Provided(Arc<Tokens>),
}

/// The credentials of a client, by scheme name.
#[derive(Clone, Default)]
pub(crate) struct Credentials(BTreeMap<&'static str, Source>);

impl Credentials {
    /// Checks and encodes the credentials that were given for the schemes of `api`, and that they may be sent
    /// to `base_url`.
    ///
    /// # Errors
    ///
    /// A sentence that names the scheme and never shows the credential.
    pub(crate) fn seal(
        api: &'static Api,
        given: &BTreeMap<String, Credential>,
        base_url: &BaseUrl,
    ) -> Result<Self, String> {
        let mut sources = BTreeMap::new();
        for (name, credential) in given {
            let scheme = api
                .scheme(name)
                .ok_or_else(|| format!("the API has no security scheme `{name}`"))?;
            sources.insert(scheme.name, source(api, scheme, credential, base_url)?);
        }
        Ok(Self(sources))
    }

    /// The credentials of the first alternative of `security` that is complete.
    ///
    /// An empty alternative (`{}` in the document: the call also works without) is taken last, so
    /// that a client with credentials uses them. `None` if no alternative is complete.
    pub(crate) fn choose(&self, security: &[&[&str]]) -> Option<Vec<Source>> {
        if security.is_empty() {
            return Some(Vec::new());
        }
        let named = security.iter().filter(|names| !names.is_empty());
        let empty = security.iter().filter(|names| names.is_empty());
        named.chain(empty).find_map(|names| self.all(names))
    }

    /// The credentials of these names, if all are there.
    fn all(&self, names: &[&str]) -> Option<Vec<Source>> {
        names
            .iter()
            .map(|name| self.0.get(*name).cloned())
            .collect()
    }

    /// The credential of the first of `schemes` that has one.
    pub(crate) fn first(&self, schemes: &[Scheme]) -> Vec<Source> {
        schemes
            .iter()
            .find_map(|scheme| self.0.get(scheme.name).cloned())
            .into_iter()
            .collect()
    }
}

impl fmt::Debug for Credentials {
    /// Names only.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_set().entries(self.0.keys()).finish()
    }
}

fn source(
    api: &'static Api,
    scheme: &'static Scheme,
    credential: &Credential,
    base_url: &BaseUrl,
) -> Result<Source, String> {
    let key = match &credential.0 {
        Given::Provider(_) if scheme.placement == Placement::Basic => {
            return Err(format!(
                "the credential for `{}` must be a user name and a password, which a token provider \
                 cannot give",
                scheme.name
            ));
        }
        Given::Provider(provider) => {
            let tokens = Tokens::new(api, scheme, provider.clone());
            return Ok(Source::Provided(Arc::new(tokens)));
        }
        Given::Login { user, password } => Key::basic(scheme, user, password.expose())?,
        Given::Text(text) => Key::new(api, scheme, text.expose())?,
    };
    key.check(base_url)?;
    Ok(Source::Fixed(Arc::new(key)))
}
