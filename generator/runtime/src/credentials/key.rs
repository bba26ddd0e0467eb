//! A credential in the form in which it is sent.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http::header::{AUTHORIZATION, COOKIE, HeaderName, HeaderValue};
use http::{HeaderMap, Request, Uri};

use super::super::api::{Api, Placement, Scheme};
use super::super::base_url::BaseUrl;
use super::super::header;
use super::super::parameter::percent;
use super::home::Home;
use super::taken::{has_cookie, has_pair};

/// A credential that has been checked and encoded.
pub(crate) struct Key {
    scheme: &'static str,
    form: Form,
    home: Option<Home>,
}

/// Where it goes.
enum Form {
    Header(HeaderName, HeaderValue),
    /// Name and value, percent-encoded.
    Query(String, String),
    /// Name and value as one pair of the `Cookie` header.
    Cookie(String),
}

impl Key {
    /// A key or token.
    ///
    /// # Errors
    ///
    /// A sentence that names the scheme and never shows the key.
    pub(super) fn new(
        api: &'static Api,
        scheme: &'static Scheme,
        text: &str,
    ) -> Result<Self, String> {
        let home = Home::of(api, scheme.name, text);
        Self::with(scheme, seal(scheme.placement, text), home)
    }

    /// A user name and a password.
    ///
    /// # Errors
    ///
    /// As [`new`](Self::new).
    pub(super) fn basic(
        scheme: &'static Scheme,
        user: &str,
        password: &str,
    ) -> Result<Self, String> {
        let form = match scheme.placement {
            Placement::Basic => seal_basic(user, password),
            _ => Err("must be a single key or token"),
        };
        Self::with(scheme, form, None)
    }

    fn with(
        scheme: &'static Scheme,
        form: Result<Form, &'static str>,
        home: Option<Home>,
    ) -> Result<Self, String> {
        let scheme = scheme.name;
        match form {
            Ok(form) => Ok(Self { scheme, form, home }),
            Err(problem) => Err(format!("the credential for `{scheme}` {problem}")),
        }
    }

    /// Refuses to be sent to another environment than that of the key.
    ///
    /// # Errors
    ///
    /// A sentence that names both and does not show the key.
    pub(super) fn check(&self, base_url: &BaseUrl) -> Result<(), String> {
        let checked = self.home.map_or(Ok(()), |home| home.check(base_url));
        checked.map_err(|problem| format!("the credential for `{}` {problem}", self.scheme))
    }

    /// Puts the credential into a request to `base_url`. What the call has set at its place goes before it.
    ///
    /// # Errors
    ///
    /// It cannot be sent there: a sentence that does not show the key.
    pub(crate) fn sign(
        &self,
        request: &mut Request<Bytes>,
        base_url: &BaseUrl,
    ) -> Result<(), String> {
        self.check(base_url)?;
        match &self.form {
            Form::Header(name, value) => {
                let entry = request.headers_mut().entry(name);
                entry.or_insert_with(|| value.clone());
            }
            Form::Query(name, value) => *request.uri_mut() = add(request.uri(), name, value)?,
            Form::Cookie(pair) => add_cookie(request.headers_mut(), pair)?,
        }
        Ok(())
    }
}

fn add(uri: &Uri, name: &str, value: &str) -> Result<Uri, String> {
    if has_pair(uri, name) {
        return Ok(uri.clone());
    }
    let separator = if uri.query().is_some() { '&' } else { '?' };
    format!("{uri}{separator}{name}={value}")
        .parse()
        .map_err(|_| "the URL becomes too long".to_owned())
}

/// The `Cookie` header is sensitive as a whole.
fn add_cookie(headers: &mut HeaderMap, pair: &str) -> Result<(), String> {
    let name = pair.split('=').next().unwrap_or_default();
    if has_cookie(headers, name) {
        return Ok(());
    }
    let others = headers.get(COOKIE).and_then(|value| value.to_str().ok());
    let text = match others {
        Some(others) => format!("{others}; {pair}"),
        None => pair.to_owned(),
    };
    let value = header_value(&text).map_err(|problem| format!("a cookie {problem}"))?;
    headers.insert(COOKIE, value);
    Ok(())
}

fn seal_basic(user: &str, password: &str) -> Result<Form, &'static str> {
    if user.contains(':') {
        return Err("has a colon in its user name, where it cannot be told from the separator");
    }
    let encoded = STANDARD.encode(format!("{user}:{password}"));
    Ok(Form::Header(
        AUTHORIZATION,
        header_value(&format!("Basic {encoded}"))?,
    ))
}

fn seal(placement: Placement, key: &str) -> Result<Form, &'static str> {
    if placement == Placement::Basic {
        return Err("must be a user name and a password");
    }
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
            Ok(Form::Header(name, header_value(key)?))
        }
        Placement::Query(name) => Ok(Form::Query(percent::encode(name), percent::encode(key))),
        Placement::Cookie(name) => Ok(Form::Cookie(format!("{name}={}", cookie_value(key)?))),
        Placement::Bearer | Placement::Basic => Ok(Form::Header(
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
