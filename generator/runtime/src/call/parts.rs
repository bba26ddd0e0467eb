//! The parts from which a request is put together.

use std::borrow::Cow;
use std::collections::BTreeMap;

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_TYPE, COOKIE, HeaderMap, HeaderName, HeaderValue, USER_AGENT};
use http::{Method, Request, Uri};
use serde_json::{Map, Value};

use super::super::file_part::Files;
use super::super::header;
use super::super::parameter::{Location, Parameter, percent};
use super::{fields, form, multipart, path};

/// Parameters and a body, encoded as they will be sent.
///
/// Problems are kept, so that building a call cannot fail; the first one is reported.
#[derive(Clone, Default)]
pub(super) struct Parts {
    path: BTreeMap<&'static str, String>,
    /// A path that is filled already, instead of the operation's.
    whole_path: Option<String>,
    query: Pairs,
    cookies: Pairs,
    headers: HeaderMap,
    body: Bytes,
    /// What is added to the body, which may be set later.
    fields: Map<String, Value>,
    problem: Option<String>,
}

impl Parts {
    pub(super) fn parameter(&mut self, parameter: &Parameter, value: serde_json::Result<Value>) {
        let name = parameter.name();
        let written = value
            .map_err(|error| format!("the parameter `{name}` cannot be written: {error}"))
            .and_then(|value| parameter.write(name, &value));
        match (parameter.location(), written) {
            (_, Err(problem)) => self.fail(problem),
            (Location::Path, Ok(Some(text))) => drop(self.path.insert(name, text)),
            (Location::Path, Ok(None)) => drop(self.path.remove(name)),
            (Location::Query, Ok(text)) => self.query.set(name, text),
            (Location::Cookie, Ok(text)) => self.cookies.set(name, text),
            (Location::Header, Ok(Some(text))) => self.header(name, &text),
            (Location::Header, Ok(None)) => drop(self.headers.remove(name)),
        }
    }

    fn header(&mut self, name: &str, value: &str) {
        match header::pair(name, value) {
            Ok((name, value)) => drop(self.headers.insert(name, value)),
            Err(problem) => self.fail(problem),
        }
    }

    /// Sets a header of which nothing is known but its name: its value may be a secret.
    pub(super) fn extra_header(&mut self, name: &str, value: &str) {
        match header::pair(name, value) {
            Ok((name, mut value)) => {
                value.set_sensitive(true);
                self.headers.insert(name, value);
            }
            Err(problem) => self.fail(problem),
        }
    }

    /// Adds a pair to the query.
    pub(super) fn extra_query(&mut self, name: &str, value: &str) {
        let pair = format!("{}={}", percent::encode(name), percent::encode(value));
        self.query.0.push((None, pair));
    }

    /// The value of a pair of the query, decoded.
    pub(super) fn query(&self, name: &str) -> Option<String> {
        self.query.get(&percent::encode(name)).map(percent::decode)
    }

    /// Gives a pair of the query this value, wherever it had another one from.
    pub(super) fn set_query(&mut self, name: &str, value: &str) {
        let key = percent::encode(name);
        self.query.0.retain(|(_, pair)| key_of(pair) != key);
        self.extra_query(name, value);
    }

    /// Takes pairs that are encoded already instead of the query.
    pub(super) fn replace_query(&mut self, query: &str) {
        let pairs = query.split('&').filter(|pair| !pair.is_empty());
        self.query = Pairs(pairs.map(|pair| (None, pair.to_owned())).collect());
    }

    /// Takes a path that is filled and encoded already instead of the operation's.
    pub(super) fn set_path(&mut self, path: &str) {
        self.whole_path = Some(path.to_owned());
    }

    /// Sets a property of the body.
    pub(super) fn body_field(&mut self, name: &str, value: serde_json::Result<Value>) {
        match value {
            Ok(value) => drop(self.fields.insert(name.to_owned(), value)),
            Err(error) => self.fail(format!("the field `{name}` cannot be written: {error}")),
        }
    }

    /// Asks for these media types (RFC 9110, section 12.5.1).
    pub(super) fn accept(&mut self, media_types: impl Iterator<Item = &'static str>) {
        let mut accepted = Cow::Borrowed("");
        for media_type in media_types {
            if accepted.is_empty() {
                accepted = Cow::Borrowed(media_type);
            // Mostly all of them are one, which is seen without looking for commas.
            } else if accepted != media_type
                && accepted.split(", ").all(|known| known != media_type)
            {
                accepted.to_mut().push_str(", ");
                accepted.to_mut().push_str(media_type);
            }
        }
        self.kept_header(ACCEPT, accepted);
    }

    fn kept_header(&mut self, name: HeaderName, value: Cow<'static, str>) {
        match header::kept_value(value) {
            Some(value) => drop(self.headers.insert(name, value)),
            None => self.fail(header::problem(&name)),
        }
    }

    pub(super) fn body(&mut self, content_type: impl Into<Cow<'static, str>>, body: Bytes) {
        self.kept_header(CONTENT_TYPE, content_type.into());
        self.body = body;
    }

    pub(super) fn json(&mut self, content_type: &'static str, body: serde_json::Result<Vec<u8>>) {
        match body {
            Ok(body) => self.body(content_type, body.into()),
            Err(error) => self.fail(format!("the body cannot be written as JSON: {error}")),
        }
    }

    pub(super) fn form(&mut self, body: serde_json::Result<Value>, encoding: &[Parameter]) {
        let body = body
            .map_err(|error| error.to_string())
            .and_then(|body| form::write(&body, encoding));
        match body {
            Ok(body) => self.body(form::MEDIA_TYPE, body.into()),
            Err(problem) => self.fail(format!("the body cannot be written as a form: {problem}")),
        }
    }

    pub(super) fn multipart(
        &mut self,
        body: serde_json::Result<Value>,
        files: &[(&str, &dyn Files)],
        content_types: &[(&str, &str)],
    ) {
        let body = body
            .map_err(|error| error.to_string())
            .and_then(|body| multipart::write(&body, files, content_types));
        match body {
            Ok((content_type, body)) => self.body(content_type, body),
            Err(problem) => self.fail(format!("the body cannot be written as a form: {problem}")),
        }
    }

    /// Keeps what is wrong with the call until it is sent.
    pub(super) fn fail(&mut self, problem: String) {
        self.problem.get_or_insert(problem);
    }

    fn check(&self) -> Result<(), String> {
        self.problem.clone().map_or(Ok(()), Err)
    }

    /// `template` with the path parameters filled in.
    pub(super) fn fill(&self, template: &str) -> Result<String, String> {
        self.check()?;
        match &self.whole_path {
            Some(path) => Ok(path.clone()),
            None => path::fill(template, &self.path),
        }
    }

    /// The request, without credentials. `path` is filled already.
    pub(super) fn into_request(
        mut self,
        method: Method,
        base_url: &str,
        path: &str,
        user_agent: &'static str,
    ) -> Result<Request<Bytes>, String> {
        self.check()?;
        path::check(path)?;
        self.complete_body()?;
        let mut request = Request::new(self.body);
        *request.method_mut() = method;
        *request.uri_mut() = join(base_url, path, &self.query)?;
        self.headers
            .entry(USER_AGENT)
            .or_insert(HeaderValue::from_static(user_agent));
        if !self.cookies.0.is_empty() {
            self.headers.insert(COOKIE, cookie(&self.cookies)?);
        }
        *request.headers_mut() = self.headers;
        Ok(request)
    }

    /// Adds the fields to the body; a call without a body gets a JSON object.
    fn complete_body(&mut self) -> Result<(), String> {
        if self.fields.is_empty() {
            return Ok(());
        }
        let media_type = self
            .headers
            .entry(CONTENT_TYPE)
            .or_insert(HeaderValue::from_static("application/json"));
        let media_type = media_type.to_str().unwrap_or_default();
        self.body = fields::add(media_type, &self.body, std::mem::take(&mut self.fields))?;
        Ok(())
    }
}

/// Pairs in the order in which they were first set; those of parameters have a key.
#[derive(Clone, Default)]
struct Pairs(Vec<(Option<&'static str>, String)>);

impl Pairs {
    fn set(&mut self, name: &'static str, text: Option<String>) {
        let position = self.0.iter().position(|(key, _)| *key == Some(name));
        match (position, text) {
            (Some(position), None) => drop(self.0.remove(position)),
            (Some(position), Some(text)) => {
                if let Some(entry) = self.0.get_mut(position) {
                    entry.1 = text;
                }
            }
            (None, Some(text)) => self.0.push((Some(name), text)),
            (None, None) => {}
        }
    }

    /// The value behind a key, both encoded.
    fn get(&self, key: &str) -> Option<&str> {
        let pair = self.0.iter().find(|(_, pair)| key_of(pair) == key);
        pair.map(|(_, pair)| pair.split_once('=').map_or("", |(_, value)| value))
    }

    /// Adds `before` and the first pair to a text, then `between` and a pair each.
    fn append(&self, text: &mut String, before: &str, between: &str) {
        let mut separator = before;
        for (_, pair) in &self.0 {
            text.push_str(separator);
            text.push_str(pair);
            separator = between;
        }
    }

    /// How many bytes the pairs take with one for each separator.
    fn len(&self) -> usize {
        self.0.iter().map(|(_, pair)| pair.len() + 1).sum()
    }
}

/// What a pair is known by, encoded.
fn key_of(pair: &str) -> &str {
    pair.split_once('=').map_or(pair, |(key, _)| key)
}

fn join(base_url: &str, path: &str, query: &Pairs) -> Result<Uri, String> {
    let mut url = String::with_capacity(base_url.len() + path.len() + query.len());
    url.push_str(base_url);
    url.push_str(path);
    // A template may hold a fixed query of its own.
    query.append(&mut url, if path.contains('?') { "&" } else { "?" }, "&");
    Uri::from_maybe_shared(Bytes::from(url))
        .map_err(|_| "the path has a character that must be percent-encoded".to_owned())
}

/// The `Cookie` header, sensitive as a whole since a credential may be in it.
fn cookie(cookies: &Pairs) -> Result<HeaderValue, String> {
    let mut text = String::with_capacity(2 * cookies.len());
    cookies.append(&mut text, "", "; ");
    let mut value =
        header::kept_value(text.into()).ok_or_else(|| format!("a cookie {}", header::PROBLEM))?;
    value.set_sensitive(true);
    Ok(value)
}
