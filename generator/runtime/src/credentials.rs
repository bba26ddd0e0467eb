//! Credentials: checked once when a client is built, ready to be put into every request.

use std::collections::BTreeMap;
use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::header::{AUTHORIZATION, HeaderName, HeaderValue};

use super::api::{Api, Placement, Scheme};
use super::header;
use super::parameter::percent;

/// A credential as the caller gave it. It has no `Debug`: it cannot be shown by accident.
#[derive(Clone)]
pub(crate) enum Credential {
    /// An API key or a token.
    Key(String),
    /// User name and password.
    Basic { user: String, password: String },
}

/// A credential in the form in which it is sent.
#[derive(Clone)]
pub(crate) enum Sealed {
    Header(HeaderName, HeaderValue),
    /// Name and value, percent-encoded.
    Query(String),
    /// Name and value as one pair of the `Cookie` header.
    Cookie(String),
}

/// The credentials of a client, by scheme name.
#[derive(Clone, Default)]
pub(crate) struct Credentials(BTreeMap<&'static str, Sealed>);

impl Credentials {
    /// Checks and encodes the credentials that were given for the schemes of `api`.
    ///
    /// # Errors
    ///
    /// A sentence that names the scheme and never shows the credential.
    pub(crate) fn seal(
        api: &'static Api,
        given: &BTreeMap<String, Credential>,
    ) -> Result<Self, String> {
        let mut sealed = BTreeMap::new();
        for (name, credential) in given {
            let scheme = api
                .scheme(name)
                .ok_or_else(|| format!("the API has no security scheme `{name}`"))?;
            let credential = seal(scheme.placement, credential)
                .map_err(|problem| format!("the credential for `{name}` {problem}"))?;
            sealed.insert(scheme.name, credential);
        }
        Ok(Self(sealed))
    }

    /// The credentials of the first alternative of `security` that is complete.
    ///
    /// An empty alternative (`{}` in the document: the call also works without) is taken last, so
    /// that a client with credentials uses them. `None` if no alternative is complete.
    pub(crate) fn choose(&self, security: &[&[&str]]) -> Option<Vec<&Sealed>> {
        if security.is_empty() {
            return Some(Vec::new());
        }
        let (empty, named): (Vec<&[&str]>, Vec<_>) =
            security.iter().partition(|names| names.is_empty());
        named.iter().chain(&empty).find_map(|names| self.all(names))
    }

    /// The credentials of these names, if all are there.
    fn all(&self, names: &[&str]) -> Option<Vec<&Sealed>> {
        names.iter().map(|name| self.0.get(*name)).collect()
    }

    /// The credential of the first of `schemes` that has one.
    pub(crate) fn first(&self, schemes: &[Scheme]) -> Vec<&Sealed> {
        schemes
            .iter()
            .find_map(|scheme| self.0.get(scheme.name))
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

fn seal(placement: Placement, credential: &Credential) -> Result<Sealed, &'static str> {
    match (placement, credential) {
        (Placement::Basic, Credential::Basic { user, password }) => seal_basic(user, password),
        (Placement::Basic, Credential::Key(_)) => Err("must be a user name and a password"),
        (_, Credential::Basic { .. }) => Err("must be a single key or token"),
        (placement, Credential::Key(key)) => seal_key(placement, key),
    }
}

fn seal_basic(user: &str, password: &str) -> Result<Sealed, &'static str> {
    if user.contains(':') {
        return Err("has a colon in its user name, where it cannot be told from the separator");
    }
    let encoded = STANDARD.encode(format!("{user}:{password}"));
    Ok(Sealed::Header(
        AUTHORIZATION,
        header_value(&format!("Basic {encoded}"))?,
    ))
}

fn seal_key(placement: Placement, key: &str) -> Result<Sealed, &'static str> {
    if key.is_empty() {
        return Err("is empty");
    }
    if key.trim() != key {
        return Err("starts or ends with white space; was a line break copied along?");
    }
    match placement {
        Placement::Header(name) => {
            let name = HeaderName::from_bytes(name.as_bytes())
                .map_err(|_| "has a header name that HTTP forbids")?;
            Ok(Sealed::Header(name, header_value(key)?))
        }
        Placement::Query(name) => Ok(Sealed::Query(format!(
            "{}={}",
            percent::encode(name),
            percent::encode(key)
        ))),
        Placement::Cookie(name) => Ok(Sealed::Cookie(format!("{name}={}", cookie_value(key)?))),
        Placement::Bearer | Placement::Basic => Ok(Sealed::Header(
            AUTHORIZATION,
            header_value(&format!("Bearer {key}"))?,
        )),
    }
}

fn header_value(text: &str) -> Result<HeaderValue, &'static str> {
    let mut value = header::value(text).ok_or(header::PROBLEM)?;
    value.set_sensitive(true);
    Ok(value)
}

/// A cookie's value as it is: RFC 6265, section 4.1.1 leaves these characters out.
fn cookie_value(text: &str) -> Result<&str, &'static str> {
    if text
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && !b"\",;\\".contains(&byte))
    {
        Ok(text)
    } else {
        Err("has a character that a cookie cannot carry")
    }
}
